"""The tables of the mission's side: links and the devices that opened them, drafts, clearances, receipts."""

from __future__ import annotations

from django.db import models

_CODE = 40  # characters of the code of a State or organisation
_SHA256 = 64
_NAME = 200
_BROWSER = 80
_RECEIPT = 20


class Link(models.Model):
    """A way for one holder to speak for one addressee of one cycle; ``token`` is the SHA-256 of what is in its address.

    ``part`` is what the holder may do (``mission_rights.Part``). ``checked`` says how it was made sure that the holder
    speaks for the State. An invited colleague has the ``inviter``, or the name of the ``account`` that invited: where
    those may act no more, the colleague may not either.
    """

    token = models.CharField(max_length=_SHA256, unique=True)
    cycle = models.TextField()
    state = models.CharField(max_length=_CODE)
    holder = models.CharField(max_length=_NAME)
    part = models.CharField(max_length=20)
    checked = models.TextField(blank=True)
    made_by = models.CharField(max_length=_NAME)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    inviter = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="invited")
    account = models.CharField(max_length=_NAME, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=_NAME, blank=True)

    class Meta:
        """Looked up by what they are for."""

        indexes = (models.Index(fields=("cycle", "state"), name="link_of_addressee"),)


class Device(models.Model):
    """A browser that opened a link, by the SHA-256 of the ``key`` in its cookie; it is shown by a coarse name.

    ``opened_at`` is when the button of the link was pressed last, none where the session was ended since; ``last_at``
    is when the device was last seen.
    """

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="devices")
    key = models.CharField(max_length=_SHA256, unique=True)
    browser = models.CharField(max_length=_BROWSER)
    first_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField()


class Draft(models.Model):
    """What a mission writes and has not submitted: its bytes and their SHA-256. Nobody else sees it.

    ``kind`` is what it is to be (``desk.letter_kinds``), ``about`` the case that it corrects or supplements.
    ``from_record`` says that it was composed from the State's own record and that nobody has changed it since.
    """

    cycle = models.TextField()
    state = models.CharField(max_length=_CODE)
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=_NAME, blank=True)
    name = models.CharField(max_length=_NAME)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=_SHA256)
    from_record = models.BooleanField(default=False)
    written_by = models.CharField(max_length=_NAME)
    written_at = models.DateTimeField()

    class Meta:
        """Looked up by whose they are."""

        indexes = (models.Index(fields=("cycle", "state"), name="draft_of_mission"),)


class Clearance(models.Model):
    """One person asks that a version of a draft (by its SHA-256) be cleared, and another clears that very version."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="clearances")
    sha256 = models.CharField(max_length=_SHA256)
    asked_by = models.CharField(max_length=_NAME)
    asked_at = models.DateTimeField()
    asked_on = models.ForeignKey(Device, null=True, on_delete=models.PROTECT, related_name="+")
    answered_by = models.CharField(max_length=_NAME, blank=True)
    answered_at = models.DateTimeField(null=True)
    cleared = models.BooleanField(default=False)
    words = models.TextField(blank=True)

    class Meta:
        """A version is asked for once at a time."""

        constraints = (models.UniqueConstraint(fields=("draft", "sha256"), name="clearance_once"),)


class MissionRule(models.Model):
    """Whether a mission lets nothing go out that a second person has not cleared, in a cycle; and who says so."""

    cycle = models.TextField()
    state = models.CharField(max_length=_CODE)
    two_people = models.BooleanField(default=False)
    changed_by = models.CharField(max_length=_NAME)
    changed_at = models.DateTimeField()

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("cycle", "state"), name="mission_rule_once"),)


class Submission(models.Model):
    """A letter that a mission submitted: its ``receipt``, the case and version that it came to, and by whom.

    ``entry`` and ``seal`` are those of the record of the cycle; ``cleared_by`` is empty where nobody cleared it.
    """

    receipt = models.CharField(max_length=_RECEIPT, unique=True)
    cycle = models.TextField()
    state = models.CharField(max_length=_CODE)
    case = models.CharField(max_length=_NAME)
    sha256 = models.CharField(max_length=_SHA256)
    name = models.CharField(max_length=_NAME)
    kind = models.CharField(max_length=20)
    submitted_by = models.CharField(max_length=_NAME)
    cleared_by = models.CharField(max_length=_NAME, blank=True)
    submitted_at = models.DateTimeField()
    entry = models.IntegerField()
    seal = models.CharField(max_length=_SHA256)

    class Meta:
        """Looked up by whose it is."""

        indexes = (models.Index(fields=("cycle", "state"), name="submission_of_mission"),)
