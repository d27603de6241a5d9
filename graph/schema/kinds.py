"""The kinds of node and their properties. Part of the declaration of the model."""

from __future__ import annotations

from graph.schema.declaration import Kind, Level, Property, Rule, Sign, ValueType
from graph.schema.words import Words

_SCHEMA = "https://schema.org/"
_ORG = "http://www.w3.org/ns/org#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PROV = "http://www.w3.org/ns/prov#"
_INK = ("#46525E", "#AEB9C3")  # kinds that the map does not draw keep the quiet ink of the pages


def _text(name: str, words: tuple[str, str], description: tuple[str, str], *, many: bool = False,
          structural: bool = False, key: bool = False, searchable: bool = False, level: Level = Level.PUBLIC,
          iri: str | None = None) -> Property:  # fmt: skip
    rule = Rule.UNION if many else Rule.NEWEST
    return Property(name, ValueType.TEXT, Words(*words), Words(*description), rule=rule, structural=structural, key=key,
                    searchable=searchable, level=level, iri=iri)  # fmt: skip


def _code(name: str, words: tuple[str, str], description: tuple[str, str], vocabulary: str, *,
          structural: bool = False, iri: str | None = None) -> Property:  # fmt: skip
    return Property(
        name, ValueType.CODE, Words(*words), Words(*description), vocabulary, structural=structural, iri=iri
    )


def _plain(name: str, type_: ValueType, words: tuple[str, str], description: tuple[str, str], *, unit: str | None = None,
           range_: tuple[float, float] | None = None, structural: bool = False, key: bool = False,
           iri: str | None = None) -> Property:  # fmt: skip
    return Property(name, type_, Words(*words), Words(*description), unit=unit, range=range_, structural=structural,
                    key=key, iri=iri)  # fmt: skip


KIND = _text("kind", ("soort", "kind"), ("Wat het is. Een bron kan dit later verbeteren.",
             "Which kind it is. A source may correct it later."), structural=True)  # fmt: skip
SAME_AS = Property("same_as", ValueType.REFERENCE, Words("hetzelfde als", "same as"),
                   Words("Wijst naar dezelfde onder een andere naam.", "Points to the same thing under another name."),
                   rule=Rule.UNION, structural=True, iri="http://www.w3.org/2002/07/owl#sameAs")  # fmt: skip
NAME = _text("name", ("naam", "name"), ("Hoe het heet.", "What it is called."), structural=True, key=True,
             searchable=True, iri=_SCHEMA + "name")  # fmt: skip
ALIASES = _text("aliases", ("ook genoemd", "also called"), ("Andere namen die bronnen gebruiken.",
                "Other names that sources use."), many=True, structural=True, key=True, searchable=True,
                iri=_SCHEMA + "alternateName")  # fmt: skip
SUMMARY = _text("summary", ("samenvatting", "summary"), ("Wat het is, in een paar zinnen.", "What it is, in a few sentences."),
                structural=True, searchable=True, iri=_SCHEMA + "description")  # fmt: skip
SOURCE_KEY = _text(
    "source_key",
    ("nummer in de bron", "number in the source"),
    ("Hoe een bron dit zelf nummert.", "How a source numbers it."),
    many=True,
    key=True,
    level=Level.INTERNAL,
)
COMMON = (KIND, SAME_AS, NAME, ALIASES, SUMMARY, SOURCE_KEY)
"""Properties that every kind has."""

_WEBSITE = _plain("website", ValueType.WEB_ADDRESS, ("website", "website"), ("Eigen site.", "Its own site."), key=True,
                  iri=_SCHEMA + "url")  # fmt: skip
_KVK = _text("kvk_number", ("KvK-nummer", "KvK number"), ("Nummer in het Handelsregister.",
             "Number in the Dutch trade register."), key=True, iri=_SCHEMA + "identifier")  # fmt: skip
_RSIN = _text("rsin", ("RSIN", "RSIN"), ("Nummer van een rechtspersoon.", "Dutch number of a legal entity."), key=True,
              iri=_SCHEMA + "taxID")  # fmt: skip
_CHARITY = _text("charity_number", ("nummer goed doel", "charity number"), ("Nummer in een register van goede doelen.",
                 "Number in a register of charities."), key=True)  # fmt: skip
_STARTED = _plain("started_on", ValueType.DATE, ("begonnen", "started"), ("Wanneer het begon.", "When it started."),
                  structural=True, iri=_SCHEMA + "foundingDate")  # fmt: skip
_ENDED = _plain("ended_on", ValueType.DATE, ("gestopt", "ended"), ("Wanneer het stopte.", "When it ended."),
                structural=True, iri=_SCHEMA + "dissolutionDate")  # fmt: skip

KINDS: tuple[Kind, ...] = (
    Kind(
        "Initiative", "initiatives", Words("initiatief", "initiative"), Words("initiatieven", "initiatives"),
        Words("Iets wat bewoners zelf opzetten. Een zorgcoöperatie die het initiatief is, hoort hier, met welke rechtsvorm ook.",
              "Something that residents set up. A cooperative that is the initiative stands here, whatever its legal form."),
        (
            _code("phase", ("fase", "phase"), ("Hoe ver het is.", "How far it has come."), "Phase", structural=True),
            _code("legal_form", ("rechtsvorm", "legal form"), ("Rechtsvorm.", "Legal form."), "LegalForm", structural=True,
                  iri=_ORG + "classification"),
            _STARTED, _ENDED,
            _plain("members", ValueType.QUANTITY, ("leden", "members"), ("Hoeveel leden.", "How many members."), unit="person",
                   structural=True),
            _plain("volunteers", ValueType.QUANTITY, ("vrijwilligers", "volunteers"), ("Hoeveel vrijwilligers.",
                   "How many volunteers."), unit="person", structural=True),
            _WEBSITE, _KVK, _RSIN, _CHARITY,
        ),
        sign=Sign("#004E8C", "#4A90E2", "disc", "sprout"), iri=_SCHEMA + "Organization",
    ),
    Kind(
        "Organisation", "organisations", Words("organisatie", "organisation"), Words("organisaties", "organisations"),
        Words("Een instelling, bedrijf of overheid. Een stadsdeel als werkgever hoort hier, als plek bij gebied.",
              "An institution, company or public body. A borough as employer stands here, as place under area."),
        (
            _code("sector", ("sector", "sector"), ("Waarin het werkt.", "What it works in."), "Sector", structural=True,
                  iri=_ORG + "classification"),
            _WEBSITE, _KVK, _RSIN, _CHARITY,
        ),
        sign=Sign("#A86400", "#E9A63A", "rounded", "building"), iri=_ORG + "Organization",
    ),
    Kind(
        "Person", "people", Words("persoon", "person"), Words("personen", "people"),
        Words("Iemand met een rol. De naam ziet alleen wie dat mag, behalve bij een openbare rol.",
              "Somebody with a role. Only some may see the name, unless the role is a public one."),
        (_text("public_role", ("rol", "role"), ("Rol waaronder iemand wordt getoond.", "Role under which a person is shown."),
               searchable=True, iri=_SCHEMA + "jobTitle"),),
        hidden=("name", "aliases", "summary"), told_apart_by=("public_role",), sign=Sign("#4C8FC0", "#B5DCFA", "disc", "bust"), iri=_SCHEMA + "Person",
    ),
    Kind(
        "Area", "areas", Words("gebied", "area"), Words("gebieden", "areas"),
        Words("Een gemeente, stadsdeel, wijk, buurt of werkgebied.", "A municipality, borough, district, neighbourhood or work area."),
        (
            _code("level", ("soort gebied", "sort of area"), ("Wat voor gebied.", "What sort of area."), "AreaLevel",
                  structural=True),
            _text("cbs_code", ("CBS-code", "CBS code"), ("Code van het CBS.", "Code of Statistics Netherlands."), key=True,
                  iri=_SCHEMA + "identifier"),
            _plain("cbs_year", ValueType.INTEGER, ("jaar van de code", "year of the code"), ("Jaar waarin de code geldt.",
                   "Year in which the code holds."), range_=(1990, 2100)),
            _plain("centroid", ValueType.POINT, ("middelpunt", "centroid"), ("Middelpunt, lengte- en breedtegraad.",
                   "Middle, longitude and latitude."), structural=True, iri=_SCHEMA + "geo"),
            _plain("boundary", ValueType.SHAPE, ("grens", "boundary"), ("Grens als GeoJSON.", "Boundary as GeoJSON.")),
            _plain("population", ValueType.QUANTITY, ("inwoners", "population"), ("Hoeveel inwoners.", "How many inhabitants."),
                   unit="inhabitant", structural=True),
        ),
        told_apart_by=("level",), sign=Sign("#1E8A5F", "#4FC08D", "square", "map"), iri=_SCHEMA + "AdministrativeArea",
    ),
    Kind(
        "Meeting", "meetings", Words("bijeenkomst", "meeting"), Words("bijeenkomsten", "meetings"),
        Words("Een bijeenkomst, een gesprekstafel daarvan, of een ondertekening.",
              "A meeting, a discussion table of one, or a signing."),
        (
            _code("meeting_kind", ("soort bijeenkomst", "sort of meeting"), ("Wat voor bijeenkomst.", "What sort of meeting."),
                  "MeetingKind", structural=True),
            _code("status", ("stand", "status"), ("Gepland of gehouden.", "Planned or held."), "MeetingStatus"),
            _plain("held_on", ValueType.DATE, ("datum", "date"), ("Wanneer.", "When."), structural=True,
                   iri=_SCHEMA + "startDate"),
            _text("venue", ("plaats", "venue"), ("Waar.", "Where."), searchable=True, iri=_SCHEMA + "location"),
            _plain("attendance", ValueType.QUANTITY, ("aanwezigen", "attendance"), ("Hoeveel mensen er waren.",
                   "How many people were there."), unit="person"),
            _plain("series_number", ValueType.INTEGER, ("nummer in de reeks", "number in its series"),
                   ("De hoeveelste het was.", "Which of a series it was."), range_=(1, 10_000)),
        ),
        told_apart_by=("held_on",), sign=Sign("#B1478A", "#EE8FC8", "rounded", "speech"), iri=_SCHEMA + "Event",
    ),
    Kind(
        "Outcome", "outcomes", Words("uitkomst", "outcome"), Words("uitkomsten", "outcomes"),
        Words("Wat een bijeenkomst, gesprek of verslag opleverde.", "What a meeting, interview or report brought forth."),
        (
            _code("outcome_kind", ("soort uitkomst", "sort of outcome"), ("Wat voor uitkomst.", "What sort of outcome."),
                  "OutcomeKind"),
            _plain("research", ValueType.YES_NO, ("onderzoeksvraag", "research question"),
                   ("Of de vraag om onderzoek vraagt.", "Whether the question asks for research.")),
            _text("text", ("tekst", "text"), ("Wat er is gezegd, in eigen woorden.", "What was said, retold."), searchable=True,
                  iri=_SCHEMA + "text"),
            _plain("due_on", ValueType.DATE, ("voor", "due"), ("Wanneer het klaar moet zijn.", "When it is to be done.")),
            _code("status", ("stand", "status"), ("Open, gedaan of vervallen.", "Open, done or dropped."),
                  "OutcomeStatus"),
        ),
        sign=Sign(*_INK, "rounded", "list"),
    ),
    Kind(
        "Agreement", "agreements", Words("afspraak", "agreement"), Words("afspraken", "agreements"),
        Words("De samenwerking op papier.", "The partnership on paper."),
        (
            _code("agreement_kind", ("soort afspraak", "sort of agreement"), ("Wat voor afspraak.", "What sort of agreement."),
                  "AgreementKind", structural=True),
            _plain("planned_for", ValueType.DATE, ("gepland voor", "planned for"), ("Wanneer de ondertekening is gepland.",
                   "When the signing is planned.")),
            _plain("signed_on", ValueType.DATE, ("getekend op", "signed on"), ("Wanneer het is getekend.", "When it was signed.")),
            _plain("amount", ValueType.QUANTITY, ("bedrag", "amount"), ("Bedrag met munt.", "Amount with its currency."),
                   unit="EUR", iri=_SCHEMA + "amount"),
            _code("status", ("stand", "status"), ("Gepland, getekend of afgelopen.", "Planned, signed or ended."),
                  "AgreementStatus"),
        ),
        told_apart_by=("signed_on", "planned_for"), sign=Sign("#7A2E00", "#D9734A", "square", "signed"),
    ),
    Kind(
        "Topic", "topics", Words("onderwerp", "topic"), Words("onderwerpen", "topics"),
        Words("Een thema, activiteit, doelgroep, waarde of rol, of iets wat men zoekt of biedt.",
              "A theme, activity, target group, value or role, or something one needs or offers."),
        (
            _code("scheme", ("soort onderwerp", "sort of topic"), ("Wat voor onderwerp.", "What sort of topic."), "TopicScheme",
                  structural=True, iri=_SKOS + "inScheme"),
            Property("broader", ValueType.REFERENCE, Words("valt onder", "broader"), Words("Het ruimere onderwerp.",
                     "The broader topic."), structural=True, iri=_SKOS + "broader"),
            _text("resident_labels", ("in woorden van bewoners", "in residents’ words"),
                  ("Hoe bewoners het zelf noemen.", "What residents call it."), many=True, key=True, searchable=True,
                  iri=_SKOS + "altLabel"),
        ),
        told_apart_by=("scheme",), sign=Sign(*_INK, "disc", "tag"), iri=_SKOS + "Concept",
    ),
    Kind(
        "Criterion", "criteria", Words("criterium", "criterion"), Words("criteria", "criteria"),
        Words("Wat een initiatief of gebied kansrijk maakt.", "What makes an initiative or area promising."),
        (
            _code("applies_to", ("geldt voor", "applies to"), ("Waarvoor het geldt.", "What it is for."), "CriterionScope"),
            _plain("importance", ValueType.INTEGER, ("volgorde van belang", "order of importance"),
                   ("1 is het belangrijkst; gelijk mag.", "1 is most important; ties are allowed."), range_=(1, 1000)),
            _plain("weight", ValueType.NUMBER, ("gewicht", "weight"), ("Alleen als een bron een gewicht geeft.",
                   "Only where a source gives one."), range_=(0, 1_000_000)),
        ),
        structural=False, sign=Sign(*_INK, "square", "scale"),
    ),
    Kind(
        "Programme", "programmes", Words("programma", "programme"), Words("programma’s", "programmes"),
        Words("Een beleidsprogramma, regeling of aanpak waar initiatieven aan meedoen.",
              "A policy programme, scheme or method that initiatives take part in."),
        (_STARTED, _ENDED, _WEBSITE),
        sign=Sign(*_INK, "square", "flag"), iri=_SCHEMA + "Project",
    ),
    Kind(
        "Judgement", "judgements", Words("oordeel", "judgement"), Words("oordelen", "judgements"),
        Words("Wat een mens van een suggestie vond.", "What a person made of a suggestion."),
        (
            _code("verdict", ("oordeel", "verdict"), ("Goed idee, nu niet of later.", "Good idea, not now or later."), "Verdict"),
            _code("form", ("vorm", "form"), ("Vorm van samenwerken.", "Form of working together."), "CooperationForm"),
            _text("reason", ("reden", "reason"), ("Waarom.", "Why."), level=Level.INTERNAL),
            _text("judged_by", ("door", "by"), ("Rol van wie oordeelde.", "Role of who judged."), level=Level.INTERNAL),
            _plain("judged_on", ValueType.DATE, ("op", "on"), ("Wanneer.", "When.")),
        ),
        structural=False, sign=Sign(*_INK, "square", "check"),
    ),
    Kind(
        "Source", "sources", Words("bron", "source"), Words("bronnen", "sources"),
        Words("Een document of bestand dat iets zegt.", "A document or file that says something."),
        (
            _text("publisher", ("uitgever", "publisher"), ("Wie het uitgaf.", "Who published it."), iri=_SCHEMA + "publisher"),
            _plain("published_on", ValueType.DATE, ("verschenen", "published"), ("Wanneer het verscheen.", "When it was published."),
                   iri=_SCHEMA + "datePublished"),
            _plain("address", ValueType.WEB_ADDRESS, ("adres", "address"), ("Waar het te lezen is.", "Where it can be read."),
                   iri=_SCHEMA + "url"),
            _text("licence", ("licentie", "licence"), ("Onder welke voorwaarden.", "On which terms."), iri=_SCHEMA + "license"),
            _text("version", ("versie", "version"), ("Welke versie.", "Which version."), iri=_SCHEMA + "version"),
        ),
        structural=False, told_apart_by=("published_on",), sign=Sign(*_INK, "square", "page"), iri=_PROV + "Entity",
    ),
)  # fmt: skip
