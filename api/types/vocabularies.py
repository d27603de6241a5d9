"""The closed lists of the model as enums.

Generated from `graph.schema` by ``python -m api.generate``; edit the declaration, not this file.
"""
# ruff: noqa: E501 - a line is as long as what it describes; nobody edits them
# fmt: off

from __future__ import annotations

from enum import Enum

import strawberry

from api.types.describing import member


@strawberry.enum(description="How far an initiative has come.")
class Phase(Enum):
    """How far an initiative has come."""

    IDEA = member("idea", "Idea.")
    STARTING = member("starting", "Being set up.")
    RUNNING = member("running", "Running.")
    ROOTED = member("rooted", "Rooted.")
    ENDED = member("ended", "Ended.")


@strawberry.enum(description="Legal form.")
class LegalForm(Enum):
    """Legal form."""

    INFORMAL = member("informal", "No legal form.")
    ASSOCIATION = member("association", "Association.")
    FOUNDATION = member("foundation", "Foundation.")
    COOPERATIVE = member("cooperative", "Cooperative.")
    COMPANY = member("company", "Company.")


@strawberry.enum(description="What an organisation works in.")
class Sector(Enum):
    """What an organisation works in."""

    MUNICIPALITY = member("municipality", "Municipality.")
    POLITICAL_BODY = member("political_body", "Political body.")
    CARE = member("care", "Care.")
    WELFARE = member("welfare", "Welfare.")
    HOUSING = member("housing", "Housing.")
    INSURER = member("insurer", "Insurer.")
    KNOWLEDGE = member("knowledge", "Knowledge and research.")
    EDUCATION = member("education", "Education.")
    FUNDER = member("funder", "Funder.")
    NETWORK = member("network", "Network.")
    PLATFORM = member("platform", "Platform.")
    CLIENT_ORGANISATION = member("client_organisation", "Client organisation.")
    SOCIAL_SECURITY = member("social_security", "Social security.")
    CONSULTANCY = member("consultancy", "Consultancy.")
    MEDIA = member("media", "Media.")
    SPORT = member("sport", "Sport.")
    CULTURE = member("culture", "Culture.")
    BUSINESS = member("business", "Business.")


@strawberry.enum(description="What sort of area it is.")
class AreaLevel(Enum):
    """What sort of area it is."""

    MUNICIPALITY = member("municipality", "Municipality.")
    BOROUGH = member("borough", "Borough.")
    DISTRICT = member("district", "District.")
    NEIGHBOURHOOD = member("neighbourhood", "Neighbourhood.")
    WORK_AREA = member("work_area", "Work area.")
    PLACE = member("place", "Place.")


@strawberry.enum(description="What sort of meeting it is.")
class MeetingKind(Enum):
    """What sort of meeting it is."""

    CONFERENCE = member("conference", "Conference.")
    WORKSHOP = member("workshop", "Workshop.")
    TABLE = member("table", "Discussion table.")
    TALK = member("talk", "Talk.")
    SIGNING = member("signing", "Signing.")


@strawberry.enum(description="Whether the meeting was held.")
class MeetingStatus(Enum):
    """Whether the meeting was held."""

    PLANNED = member("planned", "Planned.")
    HELD = member("held", "Held.")


@strawberry.enum(description="What a meeting or text brought forth.")
class OutcomeKind(Enum):
    """What a meeting or text brought forth."""

    DECISION = member("decision", "Decision.")
    ACTION = member("action", "Action.")
    COMMITMENT = member("commitment", "Commitment.")
    INSIGHT = member("insight", "Insight.")
    ADVICE = member("advice", "Advice.")
    QUESTION = member("question", "Question.")
    HYPOTHESIS = member("hypothesis", "Hypothesis.")
    TENSION = member("tension", "Tension.")
    SOLUTION = member("solution", "Solution.")


@strawberry.enum(description="How far an outcome is.")
class OutcomeStatus(Enum):
    """How far an outcome is."""

    OPEN = member("open", "Open.")
    DONE = member("done", "Done.")
    DROPPED = member("dropped", "Dropped.")


@strawberry.enum(description="What sort of agreement it is.")
class AgreementKind(Enum):
    """What sort of agreement it is."""

    ALLIANCE = member("alliance", "Alliance.")
    LETTER_OF_INTENT = member("letter_of_intent", "Letter of intent.")
    COOPERATION = member("cooperation", "Cooperation agreement.")
    ONE_COOPERATIVE = member("one_cooperative", "Founding of one cooperative.")
    COVENANT = member("covenant", "Covenant.")
    CONTRACT = member("contract", "Contract.")
    GRANT = member("grant", "Grant.")


@strawberry.enum(description="How far an agreement is.")
class AgreementStatus(Enum):
    """How far an agreement is."""

    PLANNED = member("planned", "Planned.")
    SIGNED = member("signed", "Signed.")
    ENDED = member("ended", "Ended.")


@strawberry.enum(description="What sort of topic it is.")
class TopicScheme(Enum):
    """What sort of topic it is."""

    THEME = member("theme", "Theme.")
    ACTIVITY = member("activity", "Activity.")
    TARGET_GROUP = member("target_group", "Target group.")
    CAPABILITY = member("capability", "What one needs or offers.")
    VALUE = member("value", "Value.")
    ROLE = member("role", "Role.")


@strawberry.enum(description="What a criterion is for.")
class CriterionScope(Enum):
    """What a criterion is for."""

    INITIATIVE = member("initiative", "Initiative.")
    AREA = member("area", "Area.")


@strawberry.enum(description="What a person makes of a suggestion.")
class Verdict(Enum):
    """What a person makes of a suggestion."""

    ACCEPTED = member("accepted", "Good idea.")
    REJECTED = member("rejected", "Not now.")
    LATER = member("later", "Later.")


@strawberry.enum(description="How far a partnership is.")
class RelationshipStatus(Enum):
    """How far a partnership is."""

    TALKING = member("talking", "Talking.")
    INTENDED = member("intended", "Intended.")
    ACTIVE = member("active", "Active.")
    ENDED = member("ended", "Ended.")


@strawberry.enum(description="How support is given.")
class SupportKind(Enum):
    """How support is given."""

    FACILITATES = member("facilitates", "Facilitates.")
    FUNDS = member("funds", "Funds.")
    HOUSES = member("houses", "Houses.")
    ADVISES = member("advises", "Advises.")
    REFERS = member("refers", "Refers people.")
    SINGLE_CONTACT = member("single_contact", "Is the single contact.")


@strawberry.enum(description="In which role somebody attended.")
class AttendanceRole(Enum):
    """In which role somebody attended."""

    PARTICIPANT = member("participant", "Participant.")
    CHAIR = member("chair", "Chair.")
    SPEAKER = member("speaker", "Speaker.")
    HOST = member("host", "Host.")
    ORGANISER = member("organiser", "Organiser.")
    LEADER = member("leader", "Discussion leader.")


@strawberry.enum(description="In which capacity somebody attended.")
class Capacity(Enum):
    """In which capacity somebody attended."""

    RESIDENT = member("resident", "As a resident.")
    PROFESSIONAL = member("professional", "As a professional.")
    OFFICIAL = member("official", "As an official.")
    VOLUNTEER = member("volunteer", "As a volunteer.")


@strawberry.enum(description="In which role somebody is party to an agreement.")
class PartyRole(Enum):
    """In which role somebody is party to an agreement."""

    PARTY = member("party", "Party.")
    SIGNATORY = member("signatory", "Signatory.")
    ON_BEHALF_OF = member("on_behalf_of", "On whose behalf it is signed.")


@strawberry.enum(description="Form of working together.")
class CooperationForm(Enum):
    """Form of working together."""

    VISIT = member("visit", "Visit.")
    LEARNING = member("learning", "Learning from each other.")
    SHARED_ACTIVITY = member("shared_activity", "Shared activity.")
    SHARED_BUILDING = member("shared_building", "Shared building.")
    BUYING = member("buying", "Buying from each other.")
    JOINT_BID = member("joint_bid", "Joint bid.")
    JOINING = member("joining", "Joining a larger party’s offer.")
    INSURANCE = member("insurance", "Insurance collective.")
    ONE_COOPERATIVE = member("one_cooperative", "One cooperative.")
    NOT_NOW = member("not_now", "Not now.")


@strawberry.enum(description="Kinds of thing.")
class Kind(Enum):
    """Kinds of thing."""

    INITIATIVE = member("Initiative", "Something that residents set up. A cooperative that is the initiative stands here, whatever its legal form.")
    ORGANISATION = member("Organisation", "An institution, company or public body. A borough as employer stands here, as place under area.")
    PERSON = member("Person", "Somebody with a role. Only some may see the name, unless the role is a public one.")
    AREA = member("Area", "A municipality, borough, district, neighbourhood or work area.")
    MEETING = member("Meeting", "A meeting, a discussion table of one, or a signing.")
    OUTCOME = member("Outcome", "What a meeting, interview or report brought forth.")
    AGREEMENT = member("Agreement", "The partnership on paper.")
    TOPIC = member("Topic", "A theme, activity, target group, value or role, or something one needs or offers.")
    CRITERION = member("Criterion", "What makes an initiative or area promising.")
    PROGRAMME = member("Programme", "A policy programme, scheme or method that initiatives take part in.")
    JUDGEMENT = member("Judgement", "What a person made of a suggestion.")
    SOURCE = member("Source", "A document or file that says something.")


@strawberry.enum(description="Types of relationship.")
class RelationshipType(Enum):
    """Types of relationship."""

    ACTIVE_IN = member("ACTIVE_IN", "Works in an area.")
    PART_OF = member("PART_OF", "Belongs to a larger whole.")
    FOLLOWS = member("FOLLOWS", "Follows an earlier meeting.")
    ADJACENT_TO = member("ADJACENT_TO", "Borders on. No direction.")
    PARTNERS_WITH = member("PARTNERS_WITH", "Works together with. No direction.")
    SUPPORTS = member("SUPPORTS", "Gives support.")
    INVOLVED_IN = member("INVOLVED_IN", "Is involved, in a role.")
    ATTENDED = member("ATTENDED", "Was at a meeting.")
    RESULTED_IN = member("RESULTED_IN", "Brought forth this outcome.")
    SAID = member("SAID", "Whose words they are.")
    OWNS = member("OWNS", "Who is to do this.")
    CONCERNS = member("CONCERNS", "Concerns.")
    PARTY_TO = member("PARTY_TO", "Is party to an agreement.")
    ABOUT = member("ABOUT", "Has this topic.")
    SERVES = member("SERVES", "Serves this target group.")
    NEEDS = member("NEEDS", "Needs this.")
    OFFERS = member("OFFERS", "Offers this.")
    SCORED = member("SCORED", "Score on a criterion, from 0 to 1.")
    ANSWERS = member("ANSWERS", "Answers a question.")
    WROTE = member("WROTE", "Wrote this.")
    SUCCEEDS = member("SUCCEEDS", "Came from an earlier one.")


@strawberry.enum(description="Properties of all kinds and relationships; one that a kind lacks is left out of its `values`.")
class Property(Enum):
    """Properties of all kinds and relationships; one that a kind lacks is left out of its `values`."""

    PHASE = member("phase", "Phase.")
    LEGAL_FORM = member("legal_form", "Legal form.")
    MEMBERS = member("members", "Members.")
    VOLUNTEERS = member("volunteers", "Volunteers.")
    SECTOR = member("sector", "Sector.")
    KVK_NUMBER = member("kvk_number", "KvK number.")
    RSIN = member("rsin", "RSIN.")
    CHARITY_NUMBER = member("charity_number", "Charity number.")
    PUBLIC_ROLE = member("public_role", "Role.")
    LEVEL = member("level", "Sort of area.")
    CBS_CODE = member("cbs_code", "CBS code.")
    CBS_YEAR = member("cbs_year", "Year of the code.")
    CENTROID = member("centroid", "Centroid.")
    BOUNDARY = member("boundary", "Boundary.")
    POPULATION = member("population", "Population.")
    MEETING_KIND = member("meeting_kind", "Sort of meeting.")
    HELD_ON = member("held_on", "Date.")
    VENUE = member("venue", "Venue.")
    ATTENDANCE = member("attendance", "Attendance.")
    SERIES_NUMBER = member("series_number", "Number in its series.")
    OUTCOME_KIND = member("outcome_kind", "Sort of outcome.")
    RESEARCH = member("research", "Research question.")
    TEXT = member("text", "Text.")
    DUE_ON = member("due_on", "Due.")
    AGREEMENT_KIND = member("agreement_kind", "Sort of agreement.")
    PLANNED_FOR = member("planned_for", "Planned for.")
    SIGNED_ON = member("signed_on", "Signed on.")
    AMOUNT = member("amount", "Amount.")
    SCHEME = member("scheme", "Sort of topic.")
    BROADER = member("broader", "Broader.")
    RESIDENT_LABELS = member("resident_labels", "In residents’ words.")
    APPLIES_TO = member("applies_to", "Applies to.")
    IMPORTANCE = member("importance", "Order of importance.")
    WEIGHT = member("weight", "Weight.")
    STARTED_ON = member("started_on", "Started.")
    ENDED_ON = member("ended_on", "Ended.")
    WEBSITE = member("website", "Website.")
    VERDICT = member("verdict", "Verdict.")
    REASON = member("reason", "Reason.")
    JUDGED_BY = member("judged_by", "By.")
    JUDGED_ON = member("judged_on", "On.")
    KIND = member("kind", "Kind.")
    SAME_AS = member("same_as", "Same as.")
    NAME = member("name", "Name.")
    ALIASES = member("aliases", "Also called.")
    SUMMARY = member("summary", "Summary.")
    SOURCE_KEY = member("source_key", "Number in the source.")
    PUBLISHER = member("publisher", "Publisher.")
    PUBLISHED_ON = member("published_on", "Published.")
    ADDRESS = member("address", "Address.")
    LICENCE = member("licence", "Licence.")
    VERSION = member("version", "Version.")
    FORM = member("form", "Form.")
    STATUS = member("status", "Status.")
    SUPPORT = member("support", "How.")
    NUMBER = member("number", "Reference.")
    CAPACITY = member("capacity", "Capacity.")
    ROLE = member("role", "Role.")
    QUANTITY = member("quantity", "How much.")
    SCORE = member("score", "Score.")
    SINCE = member("since", "Since.")
    UNTIL = member("until", "Until.")
    NOTE = member("note", "Remark.")
