"""The kinds of the model as types, with their pages, filters, orders and questions.

Generated from `graph.schema` by ``python -m api.generate``; edit the declaration, not this file.
"""
# ruff: noqa: E501 - a line is as long as what it describes; nobody edits them
# fmt: off

from __future__ import annotations

from enum import Enum
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.request import Request
from api.types import reading
from api.types.common import DateRange, Direction, NumberRange, PartialDate, Point, Quantity
from api.types.describing import After, First, meaning, member, resolver
from api.types.entity import Entity
from api.types.making import register
from api.types.pages import AsOf, Found, FoundPage
from api.types.relationship_filter import RelationshipFilter
from api.types.scalars import URL, GeoJSON
from api.types.vocabularies import (
    AgreementKind,
    AgreementStatus,
    AreaLevel,
    CooperationForm,
    CriterionScope,
    LegalForm,
    MeetingKind,
    MeetingStatus,
    OutcomeKind,
    OutcomeStatus,
    Phase,
    Property,
    Sector,
    TopicScheme,
    Verdict,
)


@strawberry.type(description="Something that residents set up. A cooperative that is the initiative stands here, whatever its legal form.")
class Initiative(Entity):
    """Something that residents set up. A cooperative that is the initiative stands here, whatever its legal form."""

    phase: Phase | None = strawberry.field(resolver=reading.code("phase", Phase), description="How far it has come.")
    phase_label: str | None = strawberry.field(resolver=reading.label("phase"), description="The phase in words.")
    legal_form: LegalForm | None = strawberry.field(resolver=reading.code("legal_form", LegalForm), description="Legal form.")
    legal_form_label: str | None = strawberry.field(resolver=reading.label("legal_form"), description="The legal form in words.")
    started_on: PartialDate | None = strawberry.field(resolver=reading.date("started_on"), description="When it started.")
    ended_on: PartialDate | None = strawberry.field(resolver=reading.date("ended_on"), description="When it ended.")
    members: Quantity | None = strawberry.field(resolver=reading.quantity("members"), description="How many members.")
    volunteers: Quantity | None = strawberry.field(resolver=reading.quantity("volunteers"), description="How many volunteers.")
    website: URL | None = strawberry.field(resolver=reading.web_address("website"), description="Its own site.")
    kvk_number: str | None = strawberry.field(resolver=reading.text("kvk_number"), description="Number in the Dutch trade register.")
    rsin: str | None = strawberry.field(resolver=reading.text("rsin"), description="Dutch number of a legal entity.")
    charity_number: str | None = strawberry.field(resolver=reading.text("charity_number"), description="Number in a register of charities.")



@strawberry.type(description="An institution, company or public body. A borough as employer stands here, as place under area.")
class Organisation(Entity):
    """An institution, company or public body. A borough as employer stands here, as place under area."""

    sector: Sector | None = strawberry.field(resolver=reading.code("sector", Sector), description="What it works in.")
    sector_label: str | None = strawberry.field(resolver=reading.label("sector"), description="The sector in words.")
    website: URL | None = strawberry.field(resolver=reading.web_address("website"), description="Its own site.")
    kvk_number: str | None = strawberry.field(resolver=reading.text("kvk_number"), description="Number in the Dutch trade register.")
    rsin: str | None = strawberry.field(resolver=reading.text("rsin"), description="Dutch number of a legal entity.")
    charity_number: str | None = strawberry.field(resolver=reading.text("charity_number"), description="Number in a register of charities.")



@strawberry.type(description="Somebody with a role. Only some may see the name, unless the role is a public one.")
class Person(Entity):
    """Somebody with a role. Only some may see the name, unless the role is a public one."""

    public_role: str | None = strawberry.field(resolver=reading.text("public_role"), description="Role under which a person is shown.")
    shown_by_role: bool = strawberry.field(resolver=reading.shown_by_role, description="True when `name` is a role.")



@strawberry.type(description="A municipality, borough, district, neighbourhood or work area.")
class Area(Entity):
    """A municipality, borough, district, neighbourhood or work area."""

    level: AreaLevel | None = strawberry.field(resolver=reading.code("level", AreaLevel), description="What sort of area.")
    level_label: str | None = strawberry.field(resolver=reading.label("level"), description="The sort of area in words.")
    cbs_code: str | None = strawberry.field(resolver=reading.text("cbs_code"), description="Code of Statistics Netherlands.")
    cbs_year: int | None = strawberry.field(resolver=reading.integer("cbs_year"), description="Year in which the code holds.")
    centroid: Point | None = strawberry.field(resolver=reading.point("centroid"), description="Middle, longitude and latitude.")
    boundary: GeoJSON | None = strawberry.field(resolver=reading.shape("boundary"), description="Boundary as GeoJSON.")
    population: Quantity | None = strawberry.field(resolver=reading.quantity("population"), description="How many inhabitants.")



@strawberry.type(description="A meeting, a discussion table of one, or a signing.")
class Meeting(Entity):
    """A meeting, a discussion table of one, or a signing."""

    meeting_kind: MeetingKind | None = strawberry.field(resolver=reading.code("meeting_kind", MeetingKind), description="What sort of meeting.")
    meeting_kind_label: str | None = strawberry.field(resolver=reading.label("meeting_kind"), description="The sort of meeting in words.")
    status: MeetingStatus | None = strawberry.field(resolver=reading.code("status", MeetingStatus), description="Planned or held.")
    status_label: str | None = strawberry.field(resolver=reading.label("status"), description="The status in words.")
    held_on: PartialDate | None = strawberry.field(resolver=reading.date("held_on"), description="When.")
    venue: str | None = strawberry.field(resolver=reading.text("venue"), description="Where.")
    attendance: Quantity | None = strawberry.field(resolver=reading.quantity("attendance"), description="How many people were there.")
    series_number: int | None = strawberry.field(resolver=reading.integer("series_number"), description="Which of a series it was.")



@strawberry.type(description="What a meeting, interview or report brought forth.")
class Outcome(Entity):
    """What a meeting, interview or report brought forth."""

    outcome_kind: OutcomeKind | None = strawberry.field(resolver=reading.code("outcome_kind", OutcomeKind), description="What sort of outcome.")
    outcome_kind_label: str | None = strawberry.field(resolver=reading.label("outcome_kind"), description="The sort of outcome in words.")
    research: bool | None = strawberry.field(resolver=reading.yes_no("research"), description="Whether the question asks for research.")
    text: str | None = strawberry.field(resolver=reading.text("text"), description="What was said, retold.")
    due_on: PartialDate | None = strawberry.field(resolver=reading.date("due_on"), description="When it is to be done.")
    status: OutcomeStatus | None = strawberry.field(resolver=reading.code("status", OutcomeStatus), description="Open, done or dropped.")
    status_label: str | None = strawberry.field(resolver=reading.label("status"), description="The status in words.")



@strawberry.type(description="The partnership on paper.")
class Agreement(Entity):
    """The partnership on paper."""

    agreement_kind: AgreementKind | None = strawberry.field(resolver=reading.code("agreement_kind", AgreementKind), description="What sort of agreement.")
    agreement_kind_label: str | None = strawberry.field(resolver=reading.label("agreement_kind"), description="The sort of agreement in words.")
    planned_for: PartialDate | None = strawberry.field(resolver=reading.date("planned_for"), description="When the signing is planned.")
    signed_on: PartialDate | None = strawberry.field(resolver=reading.date("signed_on"), description="When it was signed.")
    amount: Quantity | None = strawberry.field(resolver=reading.quantity("amount"), description="Amount with its currency.")
    status: AgreementStatus | None = strawberry.field(resolver=reading.code("status", AgreementStatus), description="Planned, signed or ended.")
    status_label: str | None = strawberry.field(resolver=reading.label("status"), description="The status in words.")



@strawberry.type(description="A theme, activity, target group, value or role, or something one needs or offers.")
class Topic(Entity):
    """A theme, activity, target group, value or role, or something one needs or offers."""

    scheme: TopicScheme | None = strawberry.field(resolver=reading.code("scheme", TopicScheme), description="What sort of topic.")
    scheme_label: str | None = strawberry.field(resolver=reading.label("scheme"), description="The sort of topic in words.")
    broader: Entity | None = strawberry.field(resolver=reading.reference("broader"), description="The broader topic.")
    resident_labels: list[str] = strawberry.field(resolver=reading.texts("resident_labels"), description="What residents call it.")



@strawberry.type(description="What makes an initiative or area promising.")
class Criterion(Entity):
    """What makes an initiative or area promising."""

    applies_to: CriterionScope | None = strawberry.field(resolver=reading.code("applies_to", CriterionScope), description="What it is for.")
    applies_to_label: str | None = strawberry.field(resolver=reading.label("applies_to"), description="The applies to in words.")
    importance: int | None = strawberry.field(resolver=reading.integer("importance"), description="1 is most important; ties are allowed.")
    weight: float | None = strawberry.field(resolver=reading.number("weight"), description="Only where a source gives one.")



@strawberry.type(description="A policy programme, scheme or method that initiatives take part in.")
class Programme(Entity):
    """A policy programme, scheme or method that initiatives take part in."""

    started_on: PartialDate | None = strawberry.field(resolver=reading.date("started_on"), description="When it started.")
    ended_on: PartialDate | None = strawberry.field(resolver=reading.date("ended_on"), description="When it ended.")
    website: URL | None = strawberry.field(resolver=reading.web_address("website"), description="Its own site.")



@strawberry.type(description="What a person made of a suggestion.")
class Judgement(Entity):
    """What a person made of a suggestion."""

    verdict: Verdict | None = strawberry.field(resolver=reading.code("verdict", Verdict), description="Good idea, not now or later.")
    verdict_label: str | None = strawberry.field(resolver=reading.label("verdict"), description="The verdict in words.")
    form: CooperationForm | None = strawberry.field(resolver=reading.code("form", CooperationForm), description="Form of working together.")
    form_label: str | None = strawberry.field(resolver=reading.label("form"), description="The form in words.")
    reason: str | None = strawberry.field(resolver=reading.text("reason"), description="Why.")
    judged_by: str | None = strawberry.field(resolver=reading.text("judged_by"), description="Role of who judged.")
    judged_on: PartialDate | None = strawberry.field(resolver=reading.date("judged_on"), description="When.")



@strawberry.type(description="A document or file that says something.")
class Source(Entity):
    """A document or file that says something."""

    publisher: str | None = strawberry.field(resolver=reading.text("publisher"), description="Who published it.")
    published_on: PartialDate | None = strawberry.field(resolver=reading.date("published_on"), description="When it was published.")
    address: URL | None = strawberry.field(resolver=reading.web_address("address"), description="Where it can be read.")
    licence: str | None = strawberry.field(resolver=reading.text("licence"), description="On which terms.")
    version: str | None = strawberry.field(resolver=reading.text("version"), description="Which version.")



KIND_TYPES = (Initiative, Organisation, Person, Area, Meeting, Outcome, Agreement, Topic, Criterion, Programme, Judgement, Source)
register(*KIND_TYPES)


@strawberry.type(description="One initiative in a page.")
class InitiativeEdge:
    """One initiative in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Initiative = strawberry.field(description="The initiative.")


@strawberry.type(description="A page of initiatives.")
class InitiativeConnection(FoundPage):
    """A page of initiatives."""

    edges: list[InitiativeEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One organisation in a page.")
class OrganisationEdge:
    """One organisation in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Organisation = strawberry.field(description="The organisation.")


@strawberry.type(description="A page of organisations.")
class OrganisationConnection(FoundPage):
    """A page of organisations."""

    edges: list[OrganisationEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One person in a page.")
class PersonEdge:
    """One person in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Person = strawberry.field(description="The person.")


@strawberry.type(description="A page of people.")
class PersonConnection(FoundPage):
    """A page of people."""

    edges: list[PersonEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One area in a page.")
class AreaEdge:
    """One area in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Area = strawberry.field(description="The area.")


@strawberry.type(description="A page of areas.")
class AreaConnection(FoundPage):
    """A page of areas."""

    edges: list[AreaEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One meeting in a page.")
class MeetingEdge:
    """One meeting in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Meeting = strawberry.field(description="The meeting.")


@strawberry.type(description="A page of meetings.")
class MeetingConnection(FoundPage):
    """A page of meetings."""

    edges: list[MeetingEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One outcome in a page.")
class OutcomeEdge:
    """One outcome in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Outcome = strawberry.field(description="The outcome.")


@strawberry.type(description="A page of outcomes.")
class OutcomeConnection(FoundPage):
    """A page of outcomes."""

    edges: list[OutcomeEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One agreement in a page.")
class AgreementEdge:
    """One agreement in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Agreement = strawberry.field(description="The agreement.")


@strawberry.type(description="A page of agreements.")
class AgreementConnection(FoundPage):
    """A page of agreements."""

    edges: list[AgreementEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One topic in a page.")
class TopicEdge:
    """One topic in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Topic = strawberry.field(description="The topic.")


@strawberry.type(description="A page of topics.")
class TopicConnection(FoundPage):
    """A page of topics."""

    edges: list[TopicEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One criterion in a page.")
class CriterionEdge:
    """One criterion in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Criterion = strawberry.field(description="The criterion.")


@strawberry.type(description="A page of criteria.")
class CriterionConnection(FoundPage):
    """A page of criteria."""

    edges: list[CriterionEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One programme in a page.")
class ProgrammeEdge:
    """One programme in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Programme = strawberry.field(description="The programme.")


@strawberry.type(description="A page of programmes.")
class ProgrammeConnection(FoundPage):
    """A page of programmes."""

    edges: list[ProgrammeEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One judgement in a page.")
class JudgementEdge:
    """One judgement in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Judgement = strawberry.field(description="The judgement.")


@strawberry.type(description="A page of judgements.")
class JudgementConnection(FoundPage):
    """A page of judgements."""

    edges: list[JudgementEdge] = strawberry.field(description="The page.")



@strawberry.type(description="One source in a page.")
class SourceEdge:
    """One source in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Source = strawberry.field(description="The source.")


@strawberry.type(description="A page of sources.")
class SourceConnection(FoundPage):
    """A page of sources."""

    edges: list[SourceEdge] = strawberry.field(description="The page.")



@strawberry.enum(description="Sort keys of initiatives.")
class InitiativeOrderField(Enum):
    """Sort keys of initiatives."""

    NAME = member("name", "Name.")
    STARTED_ON = member("started_on", "Started.")
    ENDED_ON = member("ended_on", "Ended.")
    MEMBERS = member("members", "Members.")
    VOLUNTEERS = member("volunteers", "Volunteers.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order initiatives.")
class InitiativeOrder:
    """How to order initiatives."""

    by: InitiativeOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of organisations.")
class OrganisationOrderField(Enum):
    """Sort keys of organisations."""

    NAME = member("name", "Name.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order organisations.")
class OrganisationOrder:
    """How to order organisations."""

    by: OrganisationOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of people.")
class PersonOrderField(Enum):
    """Sort keys of people."""

    NAME = member("name", "Name.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order people.")
class PersonOrder:
    """How to order people."""

    by: PersonOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of areas.")
class AreaOrderField(Enum):
    """Sort keys of areas."""

    NAME = member("name", "Name.")
    CBS_YEAR = member("cbs_year", "Year of the code.")
    POPULATION = member("population", "Population.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order areas.")
class AreaOrder:
    """How to order areas."""

    by: AreaOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of meetings.")
class MeetingOrderField(Enum):
    """Sort keys of meetings."""

    NAME = member("name", "Name.")
    HELD_ON = member("held_on", "Date.")
    ATTENDANCE = member("attendance", "Attendance.")
    SERIES_NUMBER = member("series_number", "Number in its series.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order meetings.")
class MeetingOrder:
    """How to order meetings."""

    by: MeetingOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of outcomes.")
class OutcomeOrderField(Enum):
    """Sort keys of outcomes."""

    NAME = member("name", "Name.")
    DUE_ON = member("due_on", "Due.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order outcomes.")
class OutcomeOrder:
    """How to order outcomes."""

    by: OutcomeOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of agreements.")
class AgreementOrderField(Enum):
    """Sort keys of agreements."""

    NAME = member("name", "Name.")
    PLANNED_FOR = member("planned_for", "Planned for.")
    SIGNED_ON = member("signed_on", "Signed on.")
    AMOUNT = member("amount", "Amount.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order agreements.")
class AgreementOrder:
    """How to order agreements."""

    by: AgreementOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of topics.")
class TopicOrderField(Enum):
    """Sort keys of topics."""

    NAME = member("name", "Name.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order topics.")
class TopicOrder:
    """How to order topics."""

    by: TopicOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of criteria.")
class CriterionOrderField(Enum):
    """Sort keys of criteria."""

    NAME = member("name", "Name.")
    IMPORTANCE = member("importance", "Order of importance.")
    WEIGHT = member("weight", "Weight.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order criteria.")
class CriterionOrder:
    """How to order criteria."""

    by: CriterionOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of programmes.")
class ProgrammeOrderField(Enum):
    """Sort keys of programmes."""

    NAME = member("name", "Name.")
    STARTED_ON = member("started_on", "Started.")
    ENDED_ON = member("ended_on", "Ended.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order programmes.")
class ProgrammeOrder:
    """How to order programmes."""

    by: ProgrammeOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of judgements.")
class JudgementOrderField(Enum):
    """Sort keys of judgements."""

    NAME = member("name", "Name.")
    JUDGED_ON = member("judged_on", "On.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order judgements.")
class JudgementOrder:
    """How to order judgements."""

    by: JudgementOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.enum(description="Sort keys of sources.")
class SourceOrderField(Enum):
    """Sort keys of sources."""

    NAME = member("name", "Name.")
    PUBLISHED_ON = member("published_on", "Published.")
    CHANGED = member("changed", "Last change.")

@strawberry.input(description="How to order sources.")
class SourceOrder:
    """How to order sources."""

    by: SourceOrderField = strawberry.field(description="Sort key.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")



@strawberry.input(description="Which initiatives; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class InitiativeFilter:
    """Which initiatives; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    phase: list[Phase] | None = strawberry.field(default=strawberry.UNSET, description="Phase: one of these.")
    legal_form: list[LegalForm] | None = strawberry.field(default=strawberry.UNSET, description="Legal form: one of these.")
    started_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Started: then.")
    ended_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Ended: then.")
    members: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Members: so many.")
    volunteers: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Volunteers: so many.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[InitiativeFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: InitiativeFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which organisations; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class OrganisationFilter:
    """Which organisations; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    sector: list[Sector] | None = strawberry.field(default=strawberry.UNSET, description="Sector: one of these.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[OrganisationFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: OrganisationFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which people; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class PersonFilter:
    """Which people; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[PersonFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: PersonFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which areas; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class AreaFilter:
    """Which areas; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    level: list[AreaLevel] | None = strawberry.field(default=strawberry.UNSET, description="Sort of area: one of these.")
    cbs_year: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Year of the code: so many.")
    population: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Population: so many.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[AreaFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: AreaFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which meetings; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class MeetingFilter:
    """Which meetings; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    meeting_kind: list[MeetingKind] | None = strawberry.field(default=strawberry.UNSET, description="Sort of meeting: one of these.")
    status: list[MeetingStatus] | None = strawberry.field(default=strawberry.UNSET, description="Status: one of these.")
    held_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Date: then.")
    attendance: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Attendance: so many.")
    series_number: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Number in its series: so many.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[MeetingFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: MeetingFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which outcomes; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class OutcomeFilter:
    """Which outcomes; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    outcome_kind: list[OutcomeKind] | None = strawberry.field(default=strawberry.UNSET, description="Sort of outcome: one of these.")
    research: bool | None = strawberry.field(default=strawberry.UNSET, description="Research question: so.")
    due_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Due: then.")
    status: list[OutcomeStatus] | None = strawberry.field(default=strawberry.UNSET, description="Status: one of these.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[OutcomeFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: OutcomeFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which agreements; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class AgreementFilter:
    """Which agreements; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    agreement_kind: list[AgreementKind] | None = strawberry.field(default=strawberry.UNSET, description="Sort of agreement: one of these.")
    planned_for: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Planned for: then.")
    signed_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Signed on: then.")
    amount: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Amount: so many.")
    status: list[AgreementStatus] | None = strawberry.field(default=strawberry.UNSET, description="Status: one of these.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[AgreementFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: AgreementFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which topics; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class TopicFilter:
    """Which topics; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    scheme: list[TopicScheme] | None = strawberry.field(default=strawberry.UNSET, description="Sort of topic: one of these.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[TopicFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: TopicFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which criteria; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class CriterionFilter:
    """Which criteria; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    applies_to: list[CriterionScope] | None = strawberry.field(default=strawberry.UNSET, description="Applies to: one of these.")
    importance: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Order of importance: so many.")
    weight: NumberRange | None = strawberry.field(default=strawberry.UNSET, description="Weight: so many.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[CriterionFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: CriterionFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which programmes; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class ProgrammeFilter:
    """Which programmes; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    started_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Started: then.")
    ended_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Ended: then.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[ProgrammeFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: ProgrammeFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which judgements; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class JudgementFilter:
    """Which judgements; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    verdict: list[Verdict] | None = strawberry.field(default=strawberry.UNSET, description="Verdict: one of these.")
    form: list[CooperationForm] | None = strawberry.field(default=strawberry.UNSET, description="Form: one of these.")
    judged_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="On: then.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[JudgementFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: JudgementFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.input(description="Which sources; all that is given must hold, and an empty list asks nothing (but in `ids`).")
class SourceFilter:
    """Which sources; all that is given must hold, and an empty list asks nothing (but in `ids`)."""

    ids: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="One of these ids.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="These words in name, aliases or texts, as `search` reads them.")
    published_on: DateRange | None = strawberry.field(default=strawberry.UNSET, description="Published: then.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Active in or concerning one of these areas or a part of it, or such an area.")
    related: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For each of these at least one such relationship.")
    unrelated: list[RelationshipFilter] | None = strawberry.field(default=strawberry.UNSET, description="For none of these any such relationship.")
    known: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="These properties are known.")
    unknown: list[Property] | None = strawberry.field(default=strawberry.UNSET, description="Nobody said these.")
    sources: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Spoken of by one of these sources.")
    any_of: list[SourceFilter] | None = strawberry.field(default=strawberry.UNSET, description="At least one of these holds too.")
    not_: SourceFilter | None = strawberry.field(default=strawberry.UNSET, name="not", description="This does not hold.")



@strawberry.type
class KindQueries:
    """One question for each kind; no type of the schema by itself."""

    @resolver("Initiatives, by name unless told otherwise.")
    def initiatives(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[InitiativeFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[InitiativeOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> InitiativeConnection | None:
        """Return a page of initiatives."""
        found = Found(info.context, "Initiative", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return InitiativeConnection(found=found, page_info=found.page_info, edges=found.edges(InitiativeEdge))

    @resolver("Organisations, by name unless told otherwise.")
    def organisations(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[OrganisationFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[OrganisationOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> OrganisationConnection | None:
        """Return a page of organisations."""
        found = Found(info.context, "Organisation", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return OrganisationConnection(found=found, page_info=found.page_info, edges=found.edges(OrganisationEdge))

    @resolver("People, by name unless told otherwise.")
    def people(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[PersonFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[PersonOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> PersonConnection | None:
        """Return a page of people."""
        found = Found(info.context, "Person", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return PersonConnection(found=found, page_info=found.page_info, edges=found.edges(PersonEdge))

    @resolver("Areas, by name unless told otherwise.")
    def areas(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[AreaFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[AreaOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> AreaConnection | None:
        """Return a page of areas."""
        found = Found(info.context, "Area", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return AreaConnection(found=found, page_info=found.page_info, edges=found.edges(AreaEdge))

    @resolver("Meetings, by name unless told otherwise.")
    def meetings(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[MeetingFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[MeetingOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> MeetingConnection | None:
        """Return a page of meetings."""
        found = Found(info.context, "Meeting", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return MeetingConnection(found=found, page_info=found.page_info, edges=found.edges(MeetingEdge))

    @resolver("Outcomes, by name unless told otherwise.")
    def outcomes(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[OutcomeFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[OutcomeOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> OutcomeConnection | None:
        """Return a page of outcomes."""
        found = Found(info.context, "Outcome", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return OutcomeConnection(found=found, page_info=found.page_info, edges=found.edges(OutcomeEdge))

    @resolver("Agreements, by name unless told otherwise.")
    def agreements(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[AgreementFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[AgreementOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> AgreementConnection | None:
        """Return a page of agreements."""
        found = Found(info.context, "Agreement", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return AgreementConnection(found=found, page_info=found.page_info, edges=found.edges(AgreementEdge))

    @resolver("Topics, by name unless told otherwise.")
    def topics(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[TopicFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[TopicOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> TopicConnection | None:
        """Return a page of topics."""
        found = Found(info.context, "Topic", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return TopicConnection(found=found, page_info=found.page_info, edges=found.edges(TopicEdge))

    @resolver("Criteria, by name unless told otherwise.")
    def criteria(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[CriterionFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[CriterionOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> CriterionConnection | None:
        """Return a page of criteria."""
        found = Found(info.context, "Criterion", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return CriterionConnection(found=found, page_info=found.page_info, edges=found.edges(CriterionEdge))

    @resolver("Programmes, by name unless told otherwise.")
    def programmes(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[ProgrammeFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[ProgrammeOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> ProgrammeConnection | None:
        """Return a page of programmes."""
        found = Found(info.context, "Programme", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return ProgrammeConnection(found=found, page_info=found.page_info, edges=found.edges(ProgrammeEdge))

    @resolver("Judgements, by name unless told otherwise.")
    def judgements(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[JudgementFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[JudgementOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> JudgementConnection | None:
        """Return a page of judgements."""
        found = Found(info.context, "Judgement", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return JudgementConnection(found=found, page_info=found.page_info, edges=found.edges(JudgementEdge))

    @resolver("Sources, by name unless told otherwise.")
    def sources(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[SourceFilter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[SourceOrder] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> SourceConnection | None:
        """Return a page of sources."""
        found = Found(info.context, "Source", where=where, order_by=order_by, first=first, after=after, as_of=as_of)
        return SourceConnection(found=found, page_info=found.page_info, edges=found.edges(SourceEdge))
