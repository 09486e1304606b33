"""The tables of a desk: six of facts, which are never changed, and one that is made from them.

Facts: ``Content``, ``Reading``, ``Cycle``, ``Entry``, ``Judgement``, ``Compiled``. ``CaseRow`` is a projection for
lists: it can be dropped and made anew.
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
    """Where a case stands, for lists over many cycles: a projection of ``Entry``."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="cases")
    case = models.CharField(max_length=_NAME)
    version = models.BigIntegerField()
    stage = models.CharField(max_length=20)
    author = models.CharField(max_length=40, blank=True)
    name = models.TextField(blank=True)
    first = models.BigIntegerField()
    last_at = models.CharField(max_length=40)

    class Meta:
        """One row a case, listed by stage."""

        constraints = (models.UniqueConstraint(fields=("cycle", "case"), name="case_of_cycle"),)
        indexes = (models.Index(fields=("cycle", "stage"), name="case_stage"),)
