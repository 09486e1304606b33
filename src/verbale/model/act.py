"""What States do to treaties. Kinds of act are never merged: each has its own effect and its own count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActKind(StrEnum):
    """Every kind of act, as the practice of depositaries tells them apart (Treaty Handbook; Vienna Convention)."""

    SIGNATURE = "signature"
    SUCCESSION_TO_SIGNATURE = "succession_to_signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    FORMAL_CONFIRMATION = "formal_confirmation"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    SUBSCRIPTION = "subscription"
    PROVISIONAL_APPLICATION = "provisional_application"
    RESERVATION = "reservation"
    DECLARATION = "declaration"
    OBJECTION = "objection"
    WAIVER = "waiver"
    """Of the conditions for entry into force, which then takes place for the State that waives them (Tlatelolco)."""
    TERRITORIAL_APPLICATION = "territorial_application"
    WITHDRAWAL_NOTICE = "withdrawal_notice"
    WITHDRAWAL_OF_NOTICE = "withdrawal_of_notice"
    """A notice that has not taken effect may be taken back (Vienna Convention, article 68)."""
    PROLONGATION = "prolongation"
    """A notice takes effect later than its period, as of a State in an armed conflict (TPNW, article 17.3)."""
    WITHDRAWAL_EFFECTIVE = "withdrawal_effective"
    WITHDRAWAL_OF_RATIFICATION = "withdrawal_of_ratification"
    """Before entry into force: the ratification falls, the signature stands."""
    SUSPENSION = "suspension"
    END_OF_SUSPENSION = "end_of_suspension"
    EXTENSION = "extension"
    STATE_CEASED = "state_ceased"


SIGNING = frozenset({ActKind.SIGNATURE, ActKind.SUCCESSION_TO_SIGNATURE, ActKind.DEFINITIVE_SIGNATURE})
"""Acts by which a State is a signatory."""

BINDING = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.FORMAL_CONFIRMATION,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.SUBSCRIPTION,
    }
)
"""Acts by which a State consents to be bound; a subscription binds politically."""


class Stance(StrEnum):
    """How the register takes an act."""

    HELD = "held"
    ALSO = "also"
    """Another source's version of an act that is held: it is compared and shown, and never counted twice."""
    DISPUTED = "disputed"
    """Its effect is disputed: the status is given both with it and without it."""
    SUPPOSED = "supposed"
    """It has not taken place: somebody asks what would follow."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of one State, as a source tells it.

    ``state`` is ISO 3166 alpha-3 (or an id of the lexicon), empty for an act of the parties together. ``date`` is the
    day that counts: of deposit with the depositary, or of the act where nothing is deposited. ``effective`` is the day
    of effect where the source gives it; of an extension, the last day. Days are ISO 8601 in full; empty is not given.
    ``depositary`` is UNSG or an id, empty when the source does not say which. ``source`` is an id of the register's
    sources, ``place`` where it stands in it, ``recorded`` the day the register learned it.
    """

    treaty: str
    state: str
    kind: ActKind
    date: str
    effective: str = ""
    depositary: str = ""
    source: str = ""
    place: str = ""
    stance: Stance = Stance.HELD
    note: str = ""
    recorded: str = ""
