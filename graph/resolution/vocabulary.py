"""Words that mean something special in a name: legal forms, small words, numbers, directions, parts, cities."""

from __future__ import annotations

from types import MappingProxyType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEGAL_FORMS = MappingProxyType(
    {
        "stichting": "foundation", "stg": "foundation", "sticht": "foundation", "stchting": "foundation",
        "stichtng": "foundation", "foundation": "foundation", "vereniging": "association", "ver": "association",
        "vereen": "association", "association": "association", "cooperatie": "cooperative",
        "cooperatieve": "cooperative", "coop": "cooperative", "cooeperatie": "cooperative", "ua": "cooperative",
        "wa": "cooperative", "ba": "cooperative", "bv": "company", "nv": "company", "vof": "company", "cv": "company",
        "ltd": "company", "holding": "company",
    }
)  # fmt: skip
"""Words for a legal form, as a name begins or ends with them -> code of the form. ``coop`` is no shop here."""

LEADING_FORMS = frozenset(
    {"stichting", "stg", "sticht", "stchting", "stichtng", "foundation", "vereniging", "ver", "vereen", "association",
     "cooperatie", "cooperatieve", "coop", "cooeperatie"}
)  # fmt: skip
"""Those that stand before a name; the others stand behind it."""

PAIRS = MappingProxyType(
    {
        ("s", "gravenhage"): ("den", "haag"), ("sgravenhage", ""): ("den", "haag"), ("the", "hague"): ("den", "haag"),
        ("s", "hertogenbosch"): ("den", "bosch"), ("shertogenbosch", ""): ("den", "bosch"),
        ("gravenhage", ""): ("den", "haag"), ("dh", ""): ("den", "haag"), ("denhaag", ""): ("den", "haag"),
        ("u", "a"): ("ua",), ("b", "v"): ("bv",), ("n", "v"): ("nv",), ("w", "a"): ("wa",), ("b", "a"): ("ba",),
        ("c", "v"): ("cv",), ("i", "o"): ("io",), ("e", "o"): ("eo",), ("a", "d"): ("aan", "den"),
    }
)  # fmt: skip
"""Two words (or one, with nothing behind it) that are read as others: other names of a city, spelled-out forms."""

ABBREVIATIONS = MappingProxyType(
    {
        "gem": "gemeente", "min": "ministerie", "kon": "koninklijke", "ned": "nederlandse", "afd": "afdeling",
        "centr": "centrum", "ctr": "centrum", "center": "centrum", "str": "straat", "sint": "st",
        "vrijw": "vrijwilligers", "nwe": "nieuwe", "wzc": "woonzorgcentrum", "mpc": "multifunctioneel",
        "buurtver": "buurtvereniging", "wijkver": "wijkvereniging", "bewonersver": "bewonersvereniging",
        "bibl": "bibliotheek", "werkgr": "werkgroep", "zkh": "ziekenhuis", "huisartsenpr": "huisartsenpraktijk",
        "zorgcoop": "zorgcooperatie", "wijkcoop": "wijkcooperatie", "energiecoop": "energiecooperatie",
    }
)  # fmt: skip
"""Abbreviation -> the word it stands for."""

SMALL = _words(
    "de het een t n s van voor in en op aan der den te ten ter of bij met om uit the and for of to io eo "
    "d v l la le dhr mevr mw drs ir ing mr prof dr"
)
"""Words that come and go between two spellings of one name."""

ARTICLES = frozenset(("de", "het", "een", "t", "the"))
"""Small words that say nothing, wherever they stand."""

PARTICLES = frozenset(("op", "aan", "in", "uit", "om", "met", "voor", "bij", "van"))
"""Small words that mean something as the last word of a name: ``Doek`` is not ``Doek Op``."""

UNFINISHED = frozenset(("de", "het", "een", "der", "den", "van", "voor", "en", "te", "ten", "ter", "tot"))
"""Words that no name ends with, unless it was cut."""

NUMBERS = MappingProxyType({"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"} | {
    "eerste": "1", "tweede": "2", "derde": "3", "vierde": "4"})  # fmt: skip
"""Numbers in letters; a single letter is an initial or a word and no number."""

DIRECTIONS = _words(
    "noord zuid oost west midden noordoost noordwest zuidoost zuidwest noorderlijk oud oude nieuw nieuwe groot groote "
    "grote klein kleine boven beneden binnen buiten junior senior jong jonge jongeren ouderen kinderen mannen vrouwen "
    "dames heren meisjes jongens jeugd"
)
"""Words that tell two things apart however alike the rest is."""

PARTS = _words(
    "dienst afdeling directie team locatie vestiging sector bureau unit faculteit filiaal nevenvestiging steunpunt "
    "werkgroep commissie bestuur ledenraad wijkteam kantoor regio district cluster projectgroep"
)
"""Words that say: this is a part of a larger body."""

CITIES = _words(
    "amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn arnhem haarlem enschede "
    "haarlemmermeer amersfoort zaanstad zwolle zoetermeer leiden leeuwarden maastricht dordrecht ede alphen westland "
    "alkmaar emmen delft venlo deventer helmond oss amstelveen hilversum heerlen sittard nissewaard hengelo purmerend "
    "schiedam lelystad roosendaal leidschendam hoorn almelo vlaardingen spijkenisse assen delfzijl rijswijk bergen "
    "capelle gouda veenendaal katwijk zeist nieuwegein hardenberg roermond doetinchem barneveld terneuzen middelburg "
    "vlissingen wassenaar voorburg haag bosch"
)
"""The larger cities by the word that tells them, so that branches in two of them are two."""

COMMON = _words(
    "buurt wijk samen bewoners zorgcooperatie wijkcooperatie energiecooperatie cooperatie buurthuis wijkcentrum "
    "buurtcentrum buurtvereniging wijkvereniging bewonersvereniging bewonersgroep wijkraad wijkplatform welzijn zorg "
    "repair cafe taalcafe wijkcafe buurtcafe moestuin buurttuin buurtmoestuin speeltuin speeltuinvereniging huiskamer "
    "buurtkamer buurtkeuken voedselbank weggeefwinkel kringloop kledingbank eettafel koor wijkkoor stadsdorp "
    "stadslandbouw tuin groep club gemeente stadsdeel ministerie school basisschool kerk moskee bibliotheek "
    "ouderenbond vrijwilligers vrienden fonds project platform netwerk werkgroep comite initiatief buren straat plein "
    "park huis centrum praktijk huisartsenpraktijk apotheek sportclub voetbalclub nederland nederlandse den haag "
    "leefbaarheid ontmoeting ontmoetingscentrum hulp maatjes buurtzorg burenhulp energie duurzaam groen groene "
    "thuis academie atelier"
)
"""Words that so many names hold, that sharing one says little, also where a store has few names yet."""
