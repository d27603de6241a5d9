"""Finds the areas that a report speaks of: longest name first, ambiguous names only after a cue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.reports.gazetteer import Gazetteer, Place, load_gazetteer
from graph.reports.lexicon import Lexicon
from graph.reports.passages import around
from graph.reports.proposals import AreaFound
from graph.reports.tokens import Words, fold
from graph.reports.words import words

_LIST = words("areas")
_CUES, _WEAK = frozenset(_LIST["cues"]), frozenset(_LIST["weak_cues"])
_NOT_AREAS, _NOT_AFTER = frozenset(_LIST["not_areas"]), frozenset(_LIST["not_after"])
_DIRECTIONS, _ENDS = frozenset(_LIST["directions"]), tuple(_LIST["ends"])
_PEOPLE_OF = frozenset(_LIST["people_of"])
_TAILS = frozenset(one.split()[0] for one in words("bodies")["tails"])
_NAMES = words("names")
_STREETS = ("straat", "weg", "laan", "plein", "kade", "gracht", "steeg", "singel", "dreef", "plantsoen")
_PARTICLES = frozenset(_NAMES["particles"])


@dataclass(frozen=True, slots=True)
class AreaMention:
    """An area named in a text, from one token up to and with another."""

    first: int
    last: int
    text: str
    places: tuple[Place, ...]
    certainty: float


def find_area_mentions(found: Words, lexicon: Lexicon) -> list[AreaMention]:
    """Return the areas named in a text, in its order.

    Parameters
    ----------
    found
        The words of the report.
    lexicon
        What is known of names.

    Notes
    -----
    Linear in the number of words. Twice over the text: first the municipalities, then what lies in them.
    """
    search = _Search(found, lexicon, load_gazetteer())
    municipalities = search.municipalities()
    mentions = list(search.mentions(municipalities))
    return [replace(one, text=found.text(one.first, one.last)) for one in _joined(mentions, found)]


def collect_areas(mentions: list[AreaMention], found: Words) -> list[AreaFound]:
    """Return each area once, with its other spellings.

    Parameters
    ----------
    mentions
        What `find_area_mentions` gave.
    found
        The words of the report.
    """
    home = _home(mentions)
    areas: dict[str, AreaFound] = {}
    for mention in mentions:
        place = _choose(mention, home)
        key = place.code if place else fold(mention.text)
        if key not in areas:
            token = found.tokens[mention.first]
            where = around(found.layout, token.start, found.tokens[mention.last].end)
            code, level = (place.code, place.level) if place else ("", "")
            areas[key] = AreaFound(where, mention.certainty, mention.text, code=code, level=level)
        area = areas[key]
        area.certainty = max(area.certainty, mention.certainty)
        if mention.text != area.name and mention.text not in area.aliases:
            area.aliases.append(mention.text)
    return list(areas.values())


def _home(mentions: list[AreaMention]) -> Counter[str]:
    """Return how often each municipality is meant by names that can mean only one."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        municipalities = {place.municipality for place in mention.places if place.code}
        named = any(place.level == "municipality" for place in mention.places)
        if len(municipalities) == 1 or named:
            best = next((one for one in mention.places if one.level == "municipality"), mention.places[0])
            counts[best.municipality] += 3 if named else 1
    return counts


def _choose(mention: AreaMention, home: Counter[str]) -> Place | None:
    """Return the area that a name means here, or None where that cannot be told."""
    order = {"municipality": 0, "borough": 1, "district": 2, "neighbourhood": 3, "place": 4}
    known = sorted(
        mention.places, key=lambda one: (-home[one.municipality] if one.code else 0, order[one.level], one.code)
    )
    if not known:
        return None
    best = known[0]
    rivals = {one.municipality for one in known if one.code}
    if best.level != "municipality" and len(rivals) > 1 and not home[best.municipality]:
        return None
    return best


class _Search:
    """One search through one text."""

    def __init__(self, found: Words, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._found = found
        self._lexicon = lexicon
        self._gazetteer = gazetteer

    def municipalities(self) -> frozenset[str]:
        """Return the codes of the municipalities that the text surely speaks of."""
        codes = set()
        for number, token in enumerate(self._found.tokens):
            for length in range(4, 0, -1) if token.is_capital else ():
                places = self._places_at(number, length)
                towns = [one for one in places if one.level == "municipality"]
                if towns and self._is_meant(number, number + length - 1, tuple(towns), frozenset()):
                    codes.add(towns[0].municipality)
                    break
        return frozenset(codes | self._shared_homes())

    def _shared_homes(self) -> set[str]:
        """Return the municipality in which most districts that are named here lie together, where two or more do."""
        homes: dict[str, set[str]] = defaultdict(set)
        for number, token in enumerate(self._found.tokens):
            if (
                not token.is_capital
                or token.text.lower() in self._lexicon.first_names
                or fold(token.text) in _NOT_AREAS
            ):
                continue
            places = self._places_at(number, 1) + self._gazetteer.with_part(token.text)
            alone = len({one.municipality for one in places}) == 1 and self._cue(number) >= 0.9
            if self._lexicon.is_ordinary(token.text) and not (alone or self._gazetteer.named(token.text)):
                continue
            for place in places:
                if place.code:
                    homes[place.municipality] |= {token.text, f"{token.text} alone"} if alone else {token.text}
        most = max((len(names) for names in homes.values()), default=0)
        best = {code for code, names in homes.items() if len(names) == most}
        return best if most > 1 and len(best) == 1 else set()

    def mentions(self, municipalities: frozenset[str]) -> Iterator[AreaMention]:
        """Yield the areas, longest names first, no two overlapping."""
        number, count = 0, len(self._found.tokens)
        while number < count:
            mention = self._mention_at(number, municipalities)
            if mention is None:
                number += 1
                continue
            yield mention
            number = mention.last + 1

    def _mention_at(self, number: int, municipalities: frozenset[str]) -> AreaMention | None:
        token = self._found.tokens[number]
        if not token.is_capital and token.text not in ("de", "het", "'t", "’t", "den"):
            return None
        if (
            "-" in token.text[1:-1]
            and not self._gazetteer.named(token.text)
            and (within := self._within_town(token.text)) is not None
        ):
            return AreaMention(number, number, "", within, 0.85)
        for length in range(self._gazetteer.longest, 0, -1):
            last = number + length - 1
            places = self._places_at(number, length)
            if not any(one.municipality in municipalities for one in places):
                places += self._local_parts(number, length, municipalities)
            if places and token.is_capital and self._is_meant(number, last, places, municipalities):
                return AreaMention(number, last, "", places, 0.9 if length > 1 or self._cue(number) > 0 else 0.8)
        return self._unlisted(number)

    def _within_town(self, text: str) -> tuple[Place, ...] | None:
        """Return the district that "Town-District" or "East-Town" means; None where no part is a town."""
        town, _, district = text.partition("-")
        if town.lower() in _DIRECTIONS and district[:1].isupper():
            town, district = district, town
        homes = {one.municipality for one in self._gazetteer.named(town) if one.level == "municipality"}
        if not homes or not district[:1].isupper():
            return None
        places = self._gazetteer.named(district) + self._gazetteer.with_part(district)
        return tuple(one for one in places if one.municipality in homes)

    def _places_at(self, number: int, length: int) -> tuple[Place, ...]:
        tokens = self._found.tokens
        last = number + length - 1
        if last >= len(tokens) or tokens[last].block != tokens[number].block:
            return ()
        if not (tokens[last].is_capital or tokens[last].text[0].isdigit()) or not tokens[number].is_capital:
            return ()
        if any(not one.is_word and one.text not in "/-,&" for one in tokens[number : last + 1]):
            return ()
        return self._gazetteer.named(" ".join(one.text for one in tokens[number : last + 1]).replace(" / ", " en "))

    def _local_parts(self, number: int, length: int, municipalities: frozenset[str]) -> tuple[Place, ...]:
        """Return districts of the municipalities of this text that go by a part of their name."""
        tokens = self._found.tokens[number : number + length]
        if length > 2 or len(tokens) < length or not tokens[-1].is_capital:
            return ()
        name = " ".join(one.text for one in tokens)
        if length == 1 and self._lexicon.is_ordinary(name) and self._cue(number) < 0.5:
            return ()
        return tuple(one for one in self._gazetteer.with_part(name) if one.municipality in municipalities)

    # ------------------------------------------------------------------------------------------------ is it meant

    def _is_meant(self, first: int, last: int, places: tuple[Place, ...], municipalities: frozenset[str]) -> bool:
        """Return whether a name that can be an area is one here."""
        tokens = self._found.tokens
        name = " ".join(one.text for one in tokens[first : last + 1])
        cue = self._cue(first)
        if self._in_other_name(first, last) or (name.lower().endswith(_STREETS) and cue < 1.0):
            return False
        lower = name.lower()
        local = any(one.municipality in municipalities for one in places)
        if fold(name) in _NOT_AREAS:
            borough = self._found.beside(first, -1).lower() in ("stadsdeel", "wijk")
            return borough and local and last == first and fold(name) in _DIRECTIONS
        town = lower in self._lexicon.places or any(one.level in ("municipality", "place") for one in places)
        if first == last and self._lexicon.is_ordinary(lower):
            return cue >= (0.9 if not (town or local) else 0.5)
        if first == last and (lower in self._lexicon.first_names or (lower in self._lexicon.surnames and not town)):
            return cue >= 0.5 or (local and lower not in self._lexicon.first_names) or self._is_municipality(places)
        return (
            town
            or local
            or cue >= 0.5
            or (last > first and not self._all_ordinary(first, last))
            or name.endswith(_ENDS)
        )

    @staticmethod
    def _is_municipality(places: tuple[Place, ...]) -> bool:
        return any(one.level == "municipality" for one in places)

    def _all_ordinary(self, first: int, last: int) -> bool:
        return all(self._lexicon.is_ordinary(one.text) for one in self._found.tokens[first : last + 1] if one.is_word)

    def _cue(self, number: int) -> float:
        """Return how strongly the words before a name say that it is an area, from 0 to 1."""
        before = [self._found.beside(number, -step).lower() for step in (1, 2, 3)]
        if before[0] in ("de", "het", "heel", "hele") and before[1]:
            before = before[1:]
            article = True
        else:
            article = False
        word = before[0]
        if self._found.beside(number, 1).lower() in _TAILS and self._found.beside(number, 1)[:1].isupper():
            return 0.7
        if word == "van" and before[1] in _PEOPLE_OF:
            return 0.7
        if word in _CUES or (word.endswith(("wijk", "dorp", "stadsdeel")) and word[:1].islower()):
            return 1.0
        if word in ("en", ",", "/") and before[1] and self._gazetteer.named(self._found.beside(number, -2)):
            return 0.6
        if word in _WEAK:
            return 0.5 if article else 0.7
        return 0.0

    def _in_other_name(self, first: int, last: int) -> bool:
        """Return whether a name is part of a person's, a street's or a university's."""
        found, lexicon = self._found, self._lexicon
        before, after = found.beside(first, -1), found.beside(last, 1)
        back = 1
        while found.beside(first, -back).lower() in _PARTICLES and back < 4:
            back += 1
        source = found.beside(first, -back)
        opens = bool(source) and found.tokens[first - back].opens
        is_first = source.lower() in lexicon.first_names and source[:1].isupper()
        is_first = is_first and not (opens and lexicon.is_ordinary(source))
        if source and (is_first or (source.endswith(".") and len(source) < 8 and source[0].isupper())):
            return back > 1 or not (is_first and self._gazetteer.named(found.beside(first, -1)))
        if before.lower() in _NOT_AFTER or before in ("FC", "SV", "VV", "HV"):
            return True
        street = f"{found.text(first, last)} {after}".lower()
        return after[:1].isupper() and street in lexicon.streets and after.lower() not in _DIRECTIONS

    def _unlisted(self, number: int) -> AreaMention | None:
        """Return a name no list knows that stands after "wijk" or "buurt", or ends so."""
        token = self._found.tokens[number]
        if not token.is_capital or not token.text.isalpha() or fold(token.text) in _NOT_AREAS:
            return None
        if self._lexicon.is_ordinary(token.text) and self._found.beside(number, -1) not in ("wijk", "buurt"):
            return None
        before = self._found.beside(number, -1).lower()
        if before in ("de", "het"):
            ended = token.text.endswith(_ENDS[:3]) and len(token.text) > 7
            before = self._found.beside(number, -2).lower()
            if ended and not token.opens and before not in _CUES and not self._in_other_name(number, number):
                return AreaMention(number, number, "", (), 0.6)
        if before in ("wijk", "buurt", "wijken", "stadsdeel", "buurtschap", "dorp", "gemeente"):
            return AreaMention(number, self._run_end(number), "", (), 0.7)
        return None

    def _run_end(self, number: int) -> int:
        tokens = self._found.tokens
        last = number
        while (
            last + 1 < len(tokens)
            and last - number < 3
            and tokens[last + 1].is_capital
            and not tokens[last + 1].opens
            and (tokens[last + 1].block == tokens[number].block)
        ):
            last += 1
        return last


def _joined(mentions: list[AreaMention], found: Words) -> Iterator[AreaMention]:
    """Join a city with its compass point, and ``A/B`` and ``A- en B`` with each other."""
    held: AreaMention | None = None
    for mention in mentions:
        widened = _with_direction(mention, found)
        if held is not None and _belong_together(held, widened, found):
            held = replace(held, last=widened.last, places=_common(held, widened))
            continue
        if held is not None:
            yield held
        held = widened
    if held is not None:
        yield held


def _with_direction(mention: AreaMention, found: Words) -> AreaMention:
    before, after = found.beside(mention.first, -1), found.beside(mention.last, 1)
    name = found.text(mention.first, mention.last)
    gazetteer = load_gazetteer()
    if after[:1].isupper() and after.lower() in _DIRECTIONS:
        whole = gazetteer.named(f"{name} {after}")
        return replace(mention, last=mention.last + 1, places=whole)
    if before[:1].isupper() and before.lower() in _DIRECTIONS:
        whole = gazetteer.named(f"{before} {name}")
        return replace(mention, first=mention.first - 1, places=whole)
    return mention


def _belong_together(one: AreaMention, other: AreaMention, found: Words) -> bool:
    between = [token.text for token in found.tokens[one.last + 1 : other.first]]
    if found.tokens[one.last].block != found.tokens[other.first].block:
        return False
    return between == ["/"] or (between == ["en"] and found.tokens[one.last].text.endswith("-"))


def _common(one: AreaMention, other: AreaMention) -> tuple[Place, ...]:
    return tuple(place for place in one.places if place in other.places)
