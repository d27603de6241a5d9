"""Change sets, and the commits that they become. Fourth stage of the flow.

A change set is what one load wants to state; nothing in it has been written. A commit is what became of it: the
claims that came to life and those that no longer live. Commits are the index for undo and the history of a thing.
"""

from __future__ import annotations

import hmac
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from urllib.parse import quote, unquote

from graph.claims import Attestation, Claim, combine
from graph.errors import InputError
from graph.schema.declaration import ValueType
from graph.schema.model import (
    RELATIONSHIPS_BY_NAME,
    check_node_value,
    check_value,
    node_properties,
    properties_of_kind,
    properties_of_relationship,
)
from graph.schema.values import PartialDate
from graph.schema.words import normalise, slug

MOST_CHANGES = 20_000
"""Claims that one commit may touch: one Neo4j transaction of 225,000 nodes dies in 1 GB of memory."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """What a relationship is, before anything is said about it: its type, its ends as claimed, its key.

    Parameters
    ----------
    type
        Name of the type.
    start, end
        Ids as the source's claims have them; sorted where the type has no direction. Use `Tie.between`.
    key
        Values of the type's key properties (role, grant number), empty texts where the source gives none.
    """

    type: str
    start: str
    end: str
    key: tuple[str, ...] = ()

    @classmethod
    def between(cls, type_: str, start: str, end: str, **key: str) -> Tie:
        """Make the tie between two ids; ``key`` holds values of the type's key properties.

        Raises
        ------
        InputError
            There is no such type.
        """
        properties_of_relationship(type_)
        declared = RELATIONSHIPS_BY_NAME[type_]
        if declared.symmetric and end < start:
            start, end = end, start
        return cls(type_, start, end, tuple(key.get(name, "") for name in declared.key))

    @property
    def id(self) -> str:
        """Its id: the named parts, delimited so that they cannot run together."""
        return ":".join(("tie", self.type, _quoted(self.start), _quoted(self.end), *map(_quoted, self.key)))

    @staticmethod
    def ends_in(id_: str) -> tuple[str, ...]:
        """Return the start and end that the id of a relationship tells; none for the id of a node."""
        parts = id_.split(":")
        return (unquote(parts[2]), unquote(parts[3])) if parts[0] == "tie" and len(parts) > 3 else ()

    def key_values(self) -> dict[str, str]:
        """Return the key properties that have a value."""
        names = RELATIONSHIPS_BY_NAME[self.type].key
        return {name: value for name, value in zip(names, self.key, strict=True) if value}


@lru_cache(maxsize=65_536)
def _quoted(part: str) -> str:
    return quote(part, safe="/-.~ ")


@dataclass(slots=True)
class ChangeSet:
    """Claims that one load is to attest, with the ties that some of them are about.

    Parameters
    ----------
    claims
        What is claimed, with how and where it stands in the source.
    ties
        The relationships among the things claimed about, by id.
    """

    claims: dict[Claim, Attestation] = field(default_factory=dict)
    ties: dict[str, Tie] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return the number of claims."""
        return len(self.claims)

    def state(self, claim: Claim, attestation: Attestation = Attestation(), *, tie: Tie | None = None) -> Claim:
        """Add a claim; saying it twice adds its places.

        Parameters
        ----------
        claim
            A claim about a node, or about the relationship ``tie``. Its value is brought to its stored form.
        attestation
            How it was meant and where it stands.
        tie
            The relationship, when the claim is about one.

        Returns
        -------
        Claim
            The claim as it was added.

        Raises
        ------
        InputError
            The property is not declared, or the value does not fit it.
        """
        before = self.claims.get(claim)
        if before is None:  # what a list says on every row is checked once
            claim = checked(claim, tie)
            before = self.claims.get(claim)
        if tie is not None:
            self.ties[claim.thing] = tie
        self.claims[claim] = attestation if before is None else combine(before, attestation)
        return claim

    def merge(self, other: ChangeSet) -> None:
        """Add all that another change set holds."""
        self.ties.update(other.ties)
        if not self.claims:
            self.claims.update(other.claims)
            return
        for claim, attestation in other.claims.items():
            before = self.claims.get(claim)
            self.claims[claim] = attestation if before is None else combine(before, attestation)

    def slices(self, most: int = MOST_CHANGES) -> Iterator[ChangeSet]:
        """Yield parts of at most ``most`` claims that are valid alone: nodes first, the claims of a thing together.

        Notes
        -----
        Only a thing with more than ``most`` claims is divided. So a thing of which a part was committed can be found
        again, by all its names and keys, when the rest is.
        """
        things: dict[str, list[Claim]] = {}
        for claim in self.claims:
            things.setdefault(claim.thing, []).append(claim)
        part: list[Claim] = []
        for thing in sorted(things, key=self.ties.__contains__):  # stable: keeps the order within both
            for claim in things[thing]:
                if len(part) == most or (part and claim is things[thing][0] and len(part) + len(things[thing]) > most):
                    yield self._part(part)
                    part = []
                part.append(claim)
        if part:
            yield self._part(part)

    def _part(self, claims: Iterable[Claim]) -> ChangeSet:
        chosen = {claim: self.claims[claim] for claim in claims}
        return ChangeSet(chosen, {claim.thing: self.ties[claim.thing] for claim in chosen if claim.thing in self.ties})


def checked(claim: Claim, tie: Tie | None = None) -> Claim:
    """Return a claim in its stored form: one way to say one thing.

    Parameters
    ----------
    claim
        Any claim. A language is kept for texts alone: a date is the same in each.
    tie
        The relationship that it is about, None for a node.

    Raises
    ------
    InputError
        The property is not declared, the value does not fit it, the date is none, or an id holds what is no text.
    """
    _check_identity(claim)
    if claim.value is None:
        _check_nothing(claim, tie)
        return claim
    declared = properties_of_relationship(tie.type) if tie else node_properties()
    if claim.property not in declared:
        raise _undeclared(claim.property, tuple(declared))
    if claim.language is not None and (declared[claim.property].type is not ValueType.TEXT or claim.property == "kind"):
        claim = claim._replace(language=None)
    if claim.property == "kind":
        properties_of_kind(str(claim.value))
    elif claim.property == "exists" and claim.value is False:
        raise InputError(
            "Dat een relatie niet bestaat, is een ontkenning dat zij bestaat.",
            "That a relationship does not exist is a denial that it exists.",
        )
    value = check_value(declared[claim.property], claim.value) if tie else check_node_value(claim.property, claim.value)
    return claim if value is claim.value else claim._replace(value=value)


def _check_identity(claim: Claim) -> None:
    if not (claim.thing.isprintable() and claim.source.isprintable()):
        raise InputError(
            f"In de id van {claim.property} of van zijn bron staat een teken dat geen tekst is. Haal het weg.",
            f"The id of {claim.property} or of its source holds a character that is no text. Take it out.",
            concerning=claim.property,
        )
    if claim.stated_on is not None:
        _check_date(claim.stated_on)


def _check_nothing(claim: Claim, tie: Tie | None) -> None:
    """Refuse "there is none" that is no denial, or of something that is neither a property nor a relationship."""
    declared = tuple(properties_of_relationship(tie.type)) if tie else (*node_properties(), *RELATIONSHIPS_BY_NAME)
    if not claim.denied:
        raise InputError(
            f"{claim.property} heeft geen waarde. Geef een waarde, of zeg dat er geen is.",
            f"{claim.property} has no value. Give a value, or say that there is none.",
        )
    if claim.property not in declared:
        raise _undeclared(claim.property, declared)


@lru_cache(maxsize=4_096)
def _check_date(stated_on: str) -> None:
    """Refuse what is no stored date; most claims of a load bear the same one."""
    PartialDate.parse(stated_on)


def _undeclared(name: str, declared: Iterable[str]) -> InputError:
    choice = ", ".join(sorted(declared))
    return InputError(
        f"‘{name}’ is geen eigenschap. Kies uit: {choice}.",
        f"‘{name}’ is not a property. Choose from: {choice}.",
        concerning=name,
    )


@dataclass(frozen=True, slots=True)
class Commit:
    """What one write did.

    Parameters
    ----------
    revision
        Rises by one with every commit of a store.
    load
        Number of the load that it belongs to.
    at
        When it was written, with its offset.
    added, withdrawn
        Claims that came to life, and claims that no longer live.
    things
        Ids of everything whose claims or attestations changed, sorted.
    structural
        Whether the projection reads what changed.
    """

    revision: int
    load: int
    at: datetime
    added: tuple[Claim, ...] = ()
    withdrawn: tuple[Claim, ...] = ()
    things: tuple[str, ...] = ()
    structural: bool = False


def mint_id(kind: str, hint: str, *, taken: Container[str], secret: bytes = b"") -> str:
    """Make a new id: readable where it can be, opaque for a person or an outcome.

    Parameters
    ----------
    kind
        Name of the kind it is born as; it may change later, the id does not.
    hint
        Its name, or the key by which its source knows it.
    taken
        Ids that exist.
    secret
        Key of this installation, so that nobody can try names against the id of a person.

    Notes
    -----
    An id is minted once and never computed again to find a thing: that is the work of the key index.
    """
    prefix = kind.lower()
    if kind in _OPAQUE:
        key = secret if kind == "Person" else b""
        stem = hmac.new(key, normalise(hint).encode(), "sha256").hexdigest()[:16]
    else:
        stem = slug(hint) or "x"
    number, candidate = 1, f"{prefix}/{stem}"
    while candidate in taken:
        number += 1
        candidate = f"{prefix}/{stem}-{number}"
    return candidate


# A person by privacy; an outcome, agreement or judgement because its text may name one.
_OPAQUE = frozenset({"Person", "Outcome", "Judgement"})
