"""The tables of a desk: seven of facts, which are never changed, and two that are made from them.

Facts: ``Content``, ``Reading``, ``Cycle``, ``Entry``, ``Judgement``, ``Compiled``, ``LibraryEntry``. ``CaseRow`` and
``DocumentRow`` are projections for lists: they can be dropped and made anew.
"""

from __future__ import annotations

from django.db import models

_SHA256 = 64  # hexadecimal digits
_NAME = 200  # characters of a name or version


class Content(models.Model):
    """Bytes that were received or written, by their SHA-256. ``data`` is ``None`` once they were redacted."""

    sha256 = models.CharField(max_length=_SHA256, primary_key=True)
    size = models.BigIntegerField()
    data = models.BinaryField(null=True)


class Reading(models.Model):
    """A content as one version of the program read it: ``record`` is compressed JSON, ``digest`` that of the JSON."""

    digest = models.CharField(max_length=_SHA256, unique=True)
    content = models.CharField(max_length=_SHA256)
    pipeline = models.CharField(max_length=_NAME)
    kind = models.CharField(max_length=40)
    record = models.BinaryField()

    class Meta:
        """A content may be read by several versions and in several ways, by each once."""

        indexes = (models.Index(fields=("content", "pipeline", "kind"), name="reading_of_content"),)


class Cycle(models.Model):
    """A reporting cycle by its name in the desk, with the number and seal of its last entry."""

    name = models.TextField(unique=True)
    number = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=_SHA256)


class Entry(models.Model):
    """An event in its place in the chain of a cycle; ``facts`` is JSON as it was sealed."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="entries")
    number = models.BigIntegerField()
    case = models.CharField(max_length=_NAME)
    case_version = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    schema = models.IntegerField()
    at = models.CharField(max_length=40)
    actor = models.TextField()
    facts = models.TextField()
    previous = models.CharField(max_length=_SHA256)
    seal = models.CharField(max_length=_SHA256)

    class Meta:
        """Two officers on two letters never collide; two on one letter do, and the second learns it."""

        constraints = (
            models.UniqueConstraint(fields=("cycle", "number"), name="entry_number"),
            models.UniqueConstraint(fields=("cycle", "case", "case_version"), name="entry_of_case"),
        )


class Judgement(models.Model):
    """What a person said of a finding or an annotation of a content: accepted, rejected or corrected, and why.

    ``key`` names it in every reading of the content; the latest judgement of a key counts.
    """

    content = models.CharField(max_length=_SHA256)
    key = models.CharField(max_length=_NAME)
    verdict = models.CharField(max_length=20)
    value = models.TextField(blank=True)
    reason = models.TextField()
    at = models.CharField(max_length=40)
    actor = models.TextField()

    class Meta:
        """Looked up by what it is about."""

        indexes = (models.Index(fields=("content", "key"), name="judgement_of_content"),)


class Compiled(models.Model):
    """A file of a compiled or published document, with the entry of its cycle that records it."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="compiled")
    number = models.BigIntegerField()
    name = models.TextField()
    sha256 = models.CharField(max_length=_SHA256)

    class Meta:
        """One content by each name."""

        constraints = (models.UniqueConstraint(fields=("cycle", "number", "name"), name="compiled_file"),)


class CaseRow(models.Model):
    """Where a case stands, for lists over many cycles: a projection of ``Entry``.

    ``kind``, ``authors``, ``language`` and ``dated`` are what the version that counts was confirmed to be, else what
    was proposed; ``confirmed`` says which. ``authors`` are codes, each between spaces (`` CUB MEX ``). ``received`` is
    when the first version came, ``step`` what is to be done next (``desk.next_steps``), ``alarms`` how many are open.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="cases")
    case = models.CharField(max_length=_NAME)
    version = models.BigIntegerField()
    stage = models.CharField(max_length=20)
    author = models.CharField(max_length=40, blank=True)
    name = models.TextField(blank=True)
    first = models.BigIntegerField()
    last_at = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, default="")
    authors = models.TextField(default="")
    confirmed = models.BooleanField(default=False)
    language = models.CharField(max_length=20, default="")
    dated = models.CharField(max_length=40, default="")
    received = models.CharField(max_length=40, default="")
    step = models.CharField(max_length=20, default="")
    alarms = models.IntegerField(default=0)
    assigned = models.TextField(default="")
    destination = models.CharField(max_length=20, default="")

    class Meta:
        """One row a case, listed by stage and in the order in which they came."""

        constraints = (models.UniqueConstraint(fields=("cycle", "case"), name="case_of_cycle"),)
        indexes = (
            models.Index(fields=("cycle", "stage"), name="case_stage"),
            models.Index(fields=("cycle", "first"), name="case_first"),
            models.Index(fields=("cycle", "step"), name="case_step"),
        )


class LibraryEntry(models.Model):
    """A document that was added to the library, or withdrawn: which content in which reading, by whom, when and why.

    ``name`` is that of its file, ``source`` the address that it came from, where there is one.
    """

    act = models.CharField(max_length=20)
    content = models.CharField(max_length=_SHA256)
    reading = models.CharField(max_length=_SHA256)
    name = models.TextField()
    source = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    at = models.CharField(max_length=40)
    actor = models.TextField()

    class Meta:
        """Looked up by content, when one is removed."""

        indexes = (models.Index(fields=("content",), name="library_content"),)


class DocumentRow(models.Model):
    """A document of the library as lists show it: a projection of ``LibraryEntry`` and ``Reading``.

    ``address`` names it in all its languages and versions: its symbol, or its checksum where it has none. ``current``
    is the version that stands for it in its language.
    """

    reading = models.CharField(max_length=_SHA256, unique=True)
    content = models.CharField(max_length=_SHA256)
    address = models.CharField(max_length=_NAME)
    symbol = models.CharField(max_length=_NAME, blank=True)
    language = models.CharField(max_length=3)
    title = models.TextField(blank=True)
    date = models.CharField(max_length=40, blank=True)
    session = models.IntegerField(null=True)
    profile = models.CharField(max_length=40)
    units = models.IntegerField()
    name = models.TextField()
    source = models.TextField(blank=True)
    added_at = models.CharField(max_length=40)
    current = models.BooleanField()

    class Meta:
        """One that stands for a document in each language; listed by session and kind."""

        indexes = (
            models.Index(fields=("address", "language"), name="document_address"),
            models.Index(fields=("session", "profile"), name="document_session"),
            models.Index(fields=("content",), name="document_content"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("address", "language"), condition=models.Q(current=True), name="document_current"
            ),
        )
