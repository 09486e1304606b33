"""What things are: the values that every other room passes on and none may change.

In comes nothing but plain data; out come frozen values with spans into a text that was fixed
once, at reading. This room knows no file format, no vocabulary and no third-party package.
"""

from verbale.model.act import BINDING, SIGNING, Act, ActKind, Stance
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.block import Block, Mark, MarkKind, Reading, Shape
from verbale.model.checked import Checked, Found, checked_record, finding_key
from verbale.model.comparison import Comparison, Course, Half, Pairing, Shared, Told, comparison_record
from verbale.model.concordance import Aspect, Concordance, Difference, DifferenceKind, Side, Version
from verbale.model.concordance_contract import concordance_record
from verbale.model.contract import annotation_record, document_record, finding_record
from verbale.model.document import Coverage, Document, Facts, Reply
from verbale.model.finding import Finding, Place, Severity
from verbale.model.language import Language
from verbale.model.mandate import TOPICS, Asked, Due, ListedRequest, Mandate, MandateLink, Request
from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.proceedings import Ballot, Choice, Proceedings, Sponsor, Subject, Vote, WorkflowStep
from verbale.model.register_line import Dossier, RegisterLine, Timeline
from verbale.model.source import MediaType, Source
from verbale.model.span import Piece, Span
from verbale.model.statement import Period, Provenance, Statement, Value, current, parse_day
from verbale.model.status import Change, Counts, Label, Standing, Status, Step
from verbale.model.symbol import Symbol

__all__ = [
    "BINDING",
    "SIGNING",
    "TOPICS",
    "Act",
    "ActKind",
    "Annotation",
    "AnnotationKind",
    "Asked",
    "Aspect",
    "Ballot",
    "Block",
    "Change",
    "Checked",
    "Choice",
    "Comparison",
    "Concordance",
    "Counts",
    "Course",
    "Coverage",
    "Difference",
    "DifferenceKind",
    "Document",
    "Dossier",
    "Due",
    "Facts",
    "Finding",
    "Found",
    "Half",
    "Label",
    "Language",
    "Link",
    "ListedRequest",
    "Mandate",
    "MandateLink",
    "Mark",
    "MarkKind",
    "MediaType",
    "Node",
    "NodeKind",
    "NoteMark",
    "Pairing",
    "Period",
    "Piece",
    "Place",
    "Proceedings",
    "Provenance",
    "Reading",
    "RegisterLine",
    "Reply",
    "Request",
    "Severity",
    "Shape",
    "Shared",
    "Side",
    "Source",
    "Span",
    "Sponsor",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "Step",
    "Subject",
    "Symbol",
    "Timeline",
    "Told",
    "Value",
    "Version",
    "Vote",
    "WorkflowStep",
    "annotation_record",
    "checked_record",
    "comparison_record",
    "concordance_record",
    "current",
    "document_record",
    "finding_key",
    "finding_record",
    "parse_day",
]
