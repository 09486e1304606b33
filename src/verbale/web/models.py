"""The tables of the website: who may sign in as what, what is done in the background, what readers say is wrong, what
came in by the browser and is not registered yet, who has which letter open, what
translators are asked, and the mail of the desk."""

from __future__ import annotations

from django.conf import settings
from django.db import models

_CODE = 40  # characters of the code of a State or organisation
_WORKER = 64
_SHA256 = 64
_NAME = 200


class Membership(models.Model):
    """In what capacity somebody may act (``desk.commands.Role``), and for which State where it is a mission."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20)
    state = models.CharField(max_length=_CODE, blank=True)

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("user", "role", "state"), name="membership_once"),)


class Worker(models.Model):
    """A process that does work, with the moment (of the database's clock) at which it last showed that it lives."""

    id = models.CharField(max_length=_WORKER, primary_key=True)
    seen_at = models.DateTimeField()


class Work(models.Model):
    """What is known of a task besides what ``django-tasks-db`` keeps: who asked for it, who does it, how far it is.

    ``key`` is the SHA-256 of the task and its arguments: the same work is there once. ``words`` say why it failed, and
    neither they nor ``title`` hold words of a letter. ``revision`` grows with each change.
    """

    result = models.OneToOneField(
        "django_tasks_database.DBTaskResult", on_delete=models.CASCADE, primary_key=True, related_name="work"
    )
    key = models.CharField(max_length=_SHA256, unique=True)
    title = models.CharField(max_length=_NAME)
    owner = models.CharField(max_length=_NAME, blank=True)
    worker = models.CharField(max_length=_WORKER, blank=True)
    attempts = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    words = models.TextField(blank=True)
    revision = models.BigIntegerField(default=0)


class ErrorReport(models.Model):
    """What somebody says is wrong on a page; whoever keeps the site reads it. ``answer`` is an address to write to."""

    page = models.TextField()
    words = models.TextField()
    answer = models.CharField(max_length=_NAME, blank=True)
    at = models.DateTimeField()
    done = models.BooleanField(default=False)


class Intake(models.Model):
    """A source that came to a cycle by the browser or by mail: its bytes are kept, and it is read in the background.

    ``content`` is the SHA-256 of its bytes, ``received`` when it came (ISO 8601 with a zone), ``actor`` and ``role``
    who took it in. It is ``done`` in the transaction that registers what was read, so that it is registered once
    whatever ends in the middle; ``cases`` are those that it came to.
    """

    cycle = models.TextField()
    content = models.CharField(max_length=_SHA256)
    name = models.TextField()
    channel = models.CharField(max_length=20)
    received = models.CharField(max_length=40)
    actor = models.CharField(max_length=_NAME)
    role = models.CharField(max_length=20)
    done = models.BooleanField(default=False)
    cases = models.TextField(blank=True)

    class Meta:
        """Looked up by what is not done of a cycle."""

        indexes = (models.Index(fields=("cycle", "done"), name="intake_open"),)


class Presence(models.Model):
    """Who has a letter open, and when that was last shown; for others who open it."""

    cycle = models.TextField()
    case = models.CharField(max_length=_NAME)
    name = models.CharField(max_length=_NAME)
    seen_at = models.DateTimeField()

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("cycle", "case", "name"), name="presence_once"),)


class TranslationQuery(models.Model):
    """What an editor asks a translator of a unit of a reply, or a translator the desk, with the answer."""

    cycle = models.TextField()
    case = models.CharField(max_length=_NAME)
    language = models.CharField(max_length=3)
    ref = models.CharField(max_length=_NAME, blank=True)
    words = models.TextField()
    asked_by = models.CharField(max_length=_NAME)
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=_NAME, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """Looked up by what it is about."""

        indexes = (models.Index(fields=("cycle", "case", "language"), name="query_of_job"),)


class MemoryFile(models.Model):
    """A translation memory (TMX) that a desk offers from; ``content`` is the SHA-256 of its bytes, which it keeps."""

    content = models.CharField(max_length=_SHA256, unique=True)
    name = models.TextField()
    added_by = models.CharField(max_length=_NAME)
    added_at = models.DateTimeField()


class Contact(models.Model):
    """How an addressee is written to: by the code of a State or organisation, addresses between commas, a language."""

    code = models.CharField(max_length=_CODE, unique=True)
    addresses = models.TextField()
    language = models.CharField(max_length=3)


class OutgoingMail(models.Model):
    """A message to one addressee, made once (``key``) and sent once.

    ``content`` is the SHA-256 of its bytes as they are sent, which the desk keeps. ``status`` is waiting, sending,
    sent, refused, uncertain (its sending was broken off, and a person decides) or cancelled; ``sending`` is committed
    before a server is asked, so that nothing is sent twice. ``send_at`` is when it is due, ``retried_at`` when it is
    tried again; ``worker`` who sends it; ``words`` what the server said.
    """

    key = models.CharField(max_length=_SHA256, unique=True)
    message_id = models.CharField(max_length=_NAME, unique=True)
    cycle = models.TextField()
    code = models.CharField(max_length=_CODE)
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=3)
    recipients = models.TextField()
    content = models.CharField(max_length=_SHA256)
    status = models.CharField(max_length=20, default="waiting")
    attempts = models.IntegerField(default=0)
    send_at = models.DateTimeField()
    retried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    worker = models.CharField(max_length=_WORKER, blank=True)
    words = models.TextField(blank=True)
    actor = models.CharField(max_length=_NAME)

    class Meta:
        """Looked up by what is due, and by cycle."""

        indexes = (
            models.Index(fields=("status", "send_at"), name="mail_due"),
            models.Index(fields=("cycle", "code"), name="mail_of_addressee"),
        )


class IncomingMail(models.Model):
    """A message that came to the mailbox of the desk, with its bytes kept.

    ``kind`` is letter, bounce or absence (an answer that nobody wrote). ``mail`` is the message that it answers, where
    it is one of ours; ``cycle`` where a letter went, empty where an officer has to say. ``place`` is the mailbox with
    its UID, so that each is taken once.
    """

    place = models.CharField(max_length=_NAME, unique=True)
    content = models.CharField(max_length=_SHA256)
    name = models.TextField()
    sender = models.TextField(blank=True)
    subject = models.TextField(blank=True)
    kind = models.CharField(max_length=20)
    received = models.CharField(max_length=40)
    mail = models.ForeignKey(OutgoingMail, null=True, on_delete=models.PROTECT, related_name="answers")
    cycle = models.TextField(blank=True)
    words = models.TextField(blank=True)


class Mailbox(models.Model):
    """How far a mailbox was read: the validity of its numbers and the last number that was taken."""

    address = models.CharField(max_length=_NAME, unique=True)
    validity = models.BigIntegerField(default=0)
    uid = models.BigIntegerField(default=0)


class Snooze(models.Model):
    """A reminder to an addressee that is put off until a day."""

    cycle = models.TextField()
    code = models.CharField(max_length=_CODE)
    until = models.DateField()

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("cycle", "code"), name="snooze_once"),)


class DeskProgramme(models.Model):
    """A programme of the desk's own: the texts of its files by name. A cycle keeps the one that it began with."""

    name = models.CharField(max_length=_CODE, unique=True)
    files = models.JSONField()
    changed_by = models.CharField(max_length=_NAME)
    changed_at = models.DateTimeField()
