"""Writes a proposed mapping as YAML with comments, for a person to correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from graph.ingest.proposing.building import columns_of
from graph.ingest.proposing.guesses import CONTACT_WORDS, Guess
from graph.ingest.proposing.proposal import Proposal
from graph.ingest.proposing.value_sorts import contact_in
from graph.ingest.records import Draft, Record, Said
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, node_properties
from graph.schema.wording import value_label
from graph.schema.words import Words


def proposal_yaml(proposal: Proposal, lang: str = "nl") -> str:
    """Return a proposal as a mapping file with comments.

    Parameters
    ----------
    proposal
        What is proposed.
    lang
        Language of the comments.
    """
    return "\n".join((*_head(proposal, lang), *_body(proposal, lang), *_examples(proposal, lang))) + "\n"


def _head(proposal: Proposal, lang: str) -> Iterator[str]:
    said = Words(
        f"Voorstel voor {proposal.file}, gemaakt van {proposal.rows} rijen. Verbeter wat niet klopt, en lees in met "
        "‘wijkweb load’.",
        f"Proposal for {proposal.file}, made of {proposal.rows} rows. Correct what is wrong, and load with "
        "‘wijkweb load’.",
    )
    yield f"# {_line(said.to(lang))}"
    if proposal.known:
        yield f"# {Words('Bekend formaat', 'Known format').to(lang)}: {proposal.known}"
    if proposal.shape is not None:
        shape = proposal.shape
        kind = KINDS_BY_NAME[shape.kind].words.to(lang)
        row = Words("Een rij wordt", "A row becomes").to(lang)
        yield f"# {row}: {kind} ({shape.certainty.words.to(lang)}: {_line(shape.why.to(lang))})"


def _body(proposal: Proposal, lang: str) -> Iterator[str]:
    document = proposal.document
    notes = {one.header: _note(proposal, one, lang) for one in proposal.guesses}
    yield "wijkweb: mapping"
    yield f"source: {_flow(document['source'])}"
    yield f"# {Words('Vul aan: publisher, published_on, licence', 'Add: publisher, published_on, licence').to(lang)}"
    for name in ("stated_on", "table"):
        if name in document:
            yield f"{name}: {_flow(document[name])}"
    if "nodes" not in document:
        return
    yield "nodes:"
    yield from _nodes(proposal, notes, lang)
    if document["relationships"]:
        yield "relationships:"
        yield from (f"  - {_flow(tie)}" for tie in document["relationships"])
    if document.get("nothing"):
        yield f"# {Words('Waar een naam hoort noemt dit niemand', 'Where a name belongs these name nobody').to(lang)}"
        yield f"nothing: {_flow(list(document['nothing']))}"
    if document["leave_out"]:
        yield "leave_out:"
        for header, why in document["leave_out"].items():
            shown = proposal.built.notes[header].to(lang) if proposal.built and header in proposal.built.notes else why
            yield f"  {_flow(header)}: {_flow(shown)}"


def _nodes(proposal: Proposal, notes: Mapping[str, str], lang: str) -> Iterator[str]:
    built = proposal.built
    if built and built.legal_forms:
        yield f"  # {_line(built.legal_forms.to(lang))}"
    for name, spec in proposal.document["nodes"].items():
        if built and name in built.mixtures:
            yield from _mixture(built.mixtures[name], spec["kind"], lang)
        yield from _node(name, spec, notes)


def _mixture(note: Words, kind: Mapping[str, Any], lang: str) -> Iterator[str]:
    one = kind["otherwise"]
    yield f"  # {_line(note.to(lang))}"
    yield f"  # {Words('Zijn ze alle hetzelfde, zet er dan', 'If all are the same, put').to(lang)}: kind: {one}"


def _node(name: str, spec: Mapping[str, Any], notes: Mapping[str, str]) -> Iterator[str]:
    yield f"  {_flow(name)}:"
    for property_, value in spec.items():
        for header in columns_of(property_, value):
            if header in notes:
                yield f"    # {notes[header]}"
        yield f"    {property_}: {_flow(value)}"


def _note(proposal: Proposal, one: Guess, lang: str) -> str:
    warning = "".join(
        Words(
            f"; LET OP: {count} cellen bevatten {CONTACT_WORDS[sort].nl}",
            f"; MIND: {count} cells hold {CONTACT_WORDS[sort].en}",
        ).to(lang)
        for sort, count in one.profile.inside.items()
    )
    return _line(f"{one.header}: {one.certainty.words.to(lang)}; {one.why.to(lang)}{warning}")


def _examples(proposal: Proposal, lang: str) -> Iterator[str]:
    if proposal.examples:
        yield f"# {Words('De eerste rijen zouden worden', 'The first rows would become').to(lang)}:"
    for record in proposal.examples:
        for line in example_lines(record, lang):
            yield f"#   {_line(line)}"


def example_lines(record: Record, lang: str) -> Iterator[str]:
    """Yield what a row becomes, in words: its things, what is said of them, and their relationships.

    Parameters
    ----------
    record
        A record.
    lang
        ``nl`` or ``en``.
    """
    shown = {draft.reference: _called(draft, lang) for draft in record.drafts}
    row = Words("rij", "row").to(lang)
    for draft in record.drafts:
        said = [f"{_words(one.property, lang)} {_shown(one, lang)}" for one in draft.said
                if one.property not in ("name", "aliases") and one.value is not None]  # fmt: skip
        kind = KINDS_BY_NAME[draft.kinds[0]].words.to(lang)
        yield f"{row} {record.number}: {kind} ‘{shown[draft.reference]}’" + "".join(f"; {one}" for one in said)
    for tie in record.ties:
        words = RELATIONSHIPS_BY_NAME[tie.type].words.to(lang)
        yield f"{row} {record.number}: ‘{shown[tie.start]}’ {words} ‘{shown[tie.end]}’"
    for problem in record.problems:
        yield f"{row} {record.number}: {Words('niet te gebruiken', 'not usable').to(lang)}: {problem.what.to(lang)}"


def _shown(one: Said, lang: str) -> str:
    if one.value is None or contact_in(str(one.value)):
        return "…"
    return str(value_label(node_properties()[one.property], one.value, lang))


def _called(draft: Draft, lang: str) -> str:
    if draft.kinds[0] == "Person":  # the names of people arrive hidden, here too
        return Words("naam, intern", "name, internal").to(lang)
    return (draft.values("name", "aliases", "text") or [draft.key or "?"])[0]


def _words(name: str, lang: str) -> str:
    return node_properties()[name].words.to(lang)


def _flow(value: object) -> str:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=2**31, default_flow_style=True)
    return text.removesuffix("\n...\n").strip()


def _line(text: str) -> str:
    """Return a text on one line without what could end a comment or steer a terminal."""
    return "".join(one if one.isprintable() else " " for one in text)[:400]


def kept_out(guesses: Iterable[Guess]) -> dict[str, int]:
    """Return how many cells of contact details and numbers of people were seen, by sort."""
    found: dict[str, int] = {}
    for one in guesses:
        for sort in CONTACT_WORDS:
            count = one.profile.sorts[sort] * one.kept_out + one.profile.inside[sort]
            if count:
                found[sort.value] = found.get(sort.value, 0) + count
    return found
