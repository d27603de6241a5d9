"""The types of relationship and their properties. Part of the declaration of the model."""

from __future__ import annotations

from collections.abc import Iterable

from graph.schema.declaration import Property, RelationshipType, ValueType
from graph.schema.words import Words

_ALL = ("Initiative", "Organisation", "Person", "Area", "Meeting", "Outcome", "Agreement", "Topic", "Criterion",
        "Programme", "Judgement", "Source")  # fmt: skip


def _from_to(starts: Iterable[str], ends: Iterable[str]) -> frozenset[tuple[str, str]]:
    ends = tuple(ends)
    return frozenset((start, end) for start in starts for end in ends)


def _same(*kinds: str) -> frozenset[tuple[str, str]]:
    return frozenset((kind, kind) for kind in kinds)


def _code(name: str, words: tuple[str, str], vocabulary: str, *, structural: bool = False) -> Property:
    return Property(name, ValueType.CODE, Words(*words), Words(*words), vocabulary, structural=structural)


SINCE = Property(
    "since", ValueType.DATE, Words("sinds", "since"), Words("Sinds wanneer.", "Since when."), structural=True
)
UNTIL = Property("until", ValueType.DATE, Words("tot", "until"), Words("Tot wanneer.", "Until when."), structural=True)
NOTE = Property("note", ValueType.TEXT, Words("opmerking", "remark"), Words("Opmerking.", "Remark."))
EXISTS = Property("exists", ValueType.YES_NO, Words("bestaat", "exists"), Words("Dat deze band er is.", "That this tie exists."),
                  structural=True)  # fmt: skip
COMMON_OF_RELATIONSHIPS = (EXISTS, SINCE, UNTIL, NOTE)
"""Properties that every relationship has."""

_ROLE_TEXT = Property("role", ValueType.TEXT, Words("rol", "role"), Words("Rol, in woorden van de bron.",
                      "Role, in the source’s words."))  # fmt: skip
_QUANTITY = Property(
    "quantity", ValueType.QUANTITY, Words("hoeveel", "how much"), Words("Hoeveel.", "How much."), unit="person"
)

RELATIONSHIPS: tuple[RelationshipType, ...] = (
    RelationshipType(
        "ACTIVE_IN", "has_active", Words("werkt in", "works in"), Words("hier werkt", "works here"),
        Words("Werkt in een gebied.", "Works in an area."),
        _from_to(("Initiative", "Organisation", "Programme"), ("Area",)), iri="https://schema.org/areaServed",
    ),
    RelationshipType(
        "PART_OF", "has_part", Words("hoort bij", "belongs to"), Words("bestaat uit", "consists of"),
        Words("Hoort bij een groter geheel.", "Belongs to a larger whole."),
        _same("Area", "Meeting", "Organisation", "Initiative") | {("Initiative", "Programme")},
        iri="http://purl.org/dc/terms/isPartOf",
    ),
    RelationshipType(
        "FOLLOWS", "followed_by", Words("volgt op", "follows"), Words("kreeg als vervolg", "was followed by"),
        Words("Volgt op een eerdere bijeenkomst.", "Follows an earlier meeting."), _same("Meeting"), structural=False,
    ),
    RelationshipType(
        "ADJACENT_TO", None, Words("grenst aan", "borders on"), Words("grenst aan", "borders on"),
        Words("Grenst aan.", "Borders on."), _same("Area"), symmetric=True,
    ),
    RelationshipType(
        "PARTNERS_WITH", None, Words("werkt samen met", "works together with"), Words("werkt samen met", "works together with"),
        Words("Werkt samen met.", "Works together with."),
        _from_to(("Initiative", "Organisation"), ("Initiative", "Organisation")),
        (_code("form", ("vorm", "form"), "CooperationForm", structural=True),
         _code("status", ("stand", "status"), "RelationshipStatus", structural=True)),
        symmetric=True,
    ),
    RelationshipType(
        "SUPPORTS", "supported_by", Words("steunt", "supports"), Words("krijgt steun van", "is supported by"),
        Words("Geeft steun.", "Gives support."),
        _from_to(("Organisation",), ("Initiative", "Agreement", "Programme")),
        (_code("support", ("hoe", "how"), "SupportKind", structural=True),
         Property("number", ValueType.TEXT, Words("kenmerk", "reference"), Words("Kenmerk van de subsidie.", "Reference of the grant."))),
        key=("support", "number"),
    ),
    RelationshipType(
        "INVOLVED_IN", "involves", Words("doet mee bij", "is involved in"), Words("hierbij betrokken", "involved here"),
        Words("Is betrokken, in een rol.", "Is involved, in a role."),
        _from_to(("Person",), ("Initiative", "Organisation", "Programme")), (_ROLE_TEXT,), key=("role",),
        iri="https://schema.org/memberOf",
    ),
    RelationshipType(
        "ATTENDED", "attended_by", Words("was bij", "attended"), Words("aanwezig waren", "was attended by"),
        Words("Was bij een bijeenkomst.", "Was at a meeting."),
        _from_to(("Person", "Initiative", "Organisation"), ("Meeting",)),
        (_code("role", ("rol", "role"), "AttendanceRole"), _code("capacity", ("hoedanigheid", "capacity"), "Capacity")),
        key=("role",), iri="https://schema.org/attendee",
    ),
    RelationshipType(
        "RESULTED_IN", "result_of", Words("leverde op", "resulted in"), Words("kwam voort uit", "resulted from"),
        Words("Bracht deze uitkomst voort.", "Brought forth this outcome."),
        _from_to(("Meeting", "Source"), ("Outcome",)), structural=False, iri="http://www.w3.org/ns/prov#generated",
    ),
    RelationshipType(
        "SAID", "said_by", Words("zei", "said"), Words("gezegd door", "said by"),
        Words("Wiens woorden het zijn.", "Whose words they are."),
        _from_to(("Person", "Organisation"), ("Outcome",)), structural=False,
    ),
    RelationshipType(
        "OWNS", "owned_by", Words("gaat doen", "is to do"), Words("te doen door", "is to be done by"),
        Words("Wie dit gaat doen.", "Who is to do this."),
        _from_to(("Person", "Organisation", "Initiative"), ("Outcome",)), structural=False,
    ),
    RelationshipType(
        "CONCERNS", "concerned_by", Words("betreft", "concerns"), Words("komt ter sprake in", "comes up in"),
        Words("Gaat over.", "Concerns."),
        _from_to(("Outcome", "Meeting", "Agreement", "Judgement"), _ALL), structural=False,
    ),
    RelationshipType(
        "PARTY_TO", "has_party", Words("is partij bij", "is party to"), Words("heeft als partij", "has as party"),
        Words("Hoort bij een afspraak.", "Is party to an agreement."),
        _from_to(("Initiative", "Organisation", "Person"), ("Agreement",)),
        (_code("role", ("rol", "role"), "PartyRole"),), key=("role",),
    ),
    RelationshipType(
        "ABOUT", "topic_of", Words("gaat over", "is about"), Words("onderwerp van", "is the topic of"),
        Words("Heeft dit onderwerp.", "Has this topic."),
        _from_to(("Initiative", "Organisation", "Meeting", "Outcome", "Source"), ("Topic",)), iri="https://schema.org/about",
    ),
    RelationshipType(
        "SERVES", "served_by", Words("is er voor", "serves"), Words("hiervoor is er", "is served by"),
        Words("Is er voor deze doelgroep.", "Serves this target group."),
        _from_to(("Initiative", "Organisation"), ("Topic",)), iri="https://schema.org/audience",
    ),
    RelationshipType(
        "NEEDS", "needed_by", Words("zoekt", "needs"), Words("gezocht door", "is needed by"), Words("Zoekt dit.", "Needs this."),
        _from_to(("Initiative", "Organisation", "Area"), ("Topic",)), (_QUANTITY,), iri="https://schema.org/seeks",
    ),
    RelationshipType(
        "OFFERS", "offered_by", Words("biedt", "offers"), Words("aangeboden door", "is offered by"), Words("Biedt dit.", "Offers this."),
        _from_to(("Initiative", "Organisation", "Area"), ("Topic",)), (_QUANTITY,), iri="https://schema.org/makesOffer",
    ),
    RelationshipType(
        "SCORED", "scored_by", Words("scoort op", "scored on"), Words("hierop scoort", "is scored by"),
        Words("Score op een criterium, van 0 tot 1.", "Score on a criterion, from 0 to 1."),
        _from_to(("Initiative", "Area"), ("Criterion",)),
        (Property("score", ValueType.NUMBER, Words("score", "score"), Words("Van 0 tot 1.", "From 0 to 1."), range=(0, 1)),),
        structural=False,
    ),
    RelationshipType(
        "ANSWERS", "answered_by", Words("geeft antwoord op", "answers"), Words("beantwoord door", "is answered by"),
        Words("Geeft antwoord op een vraag.", "Answers a question."),
        _from_to(("Initiative", "Programme", "Source", "Outcome"), ("Outcome",)), structural=False,
    ),
    RelationshipType(
        "WROTE", "written_by", Words("schreef", "wrote"), Words("geschreven door", "written by"), Words("Schreef dit.", "Wrote this."),
        _from_to(("Person", "Organisation"), ("Source",)), structural=False, iri="https://schema.org/author",
    ),
    RelationshipType(
        "SUCCEEDS", "succeeded_by", Words("komt voort uit", "came from"), Words("ging over in", "was succeeded by"),
        Words("Kwam voort uit een eerdere.", "Came from an earlier one."), _same("Area", "Initiative"),
        iri="http://purl.org/dc/terms/replaces",
    ),
)  # fmt: skip
