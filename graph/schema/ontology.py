"""The ontology page, derived from the declared model: ``python -m graph.schema.ontology`` writes ``docs/ontology.md``.

With ``--check`` it writes nothing and ends with 1 when the page is not what the declaration says.
"""

from __future__ import annotations

import sys
from pathlib import Path

from graph.schema.declaration import Kind, Property, RelationshipType, Rule, ValueType
from graph.schema.kinds import COMMON, KINDS
from graph.schema.model import check_declaration
from graph.schema.relationships import COMMON_OF_RELATIONSHIPS, RELATIONSHIPS
from graph.schema.vocabularies import VOCABULARIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ontology.md"

_HEAD = """# Ontology

Derived from `graph/schema/` by `python -m graph.schema.ontology`; edit the declaration, not this page.

Every node has an id, a kind, a name and the common properties; every value is a claim of a source. A property marked
*list* keeps every value that is stated and not denied since; of the others the newest statement counts. *Internal* is
seen by signed-in roles only unless a source or person says otherwise.
"""


def page() -> str:
    """Return the ontology page as Markdown."""
    parts = [_HEAD, "## Properties of every kind\n", _properties(COMMON), "## Kinds\n"]
    parts += [_kind(kind) for kind in KINDS]
    parts += ["## Relationships\n", "Every relationship may carry:\n", _properties(COMMON_OF_RELATIONSHIPS)]
    parts += [_relationship(type_) for type_ in RELATIONSHIPS]
    parts.append("## Vocabularies\n")
    for vocabulary in VOCABULARIES:
        rows = [f"| `{term.code}` | {term.words.nl} | {term.words.en} |" for term in vocabulary.terms]
        parts.append(f"### {vocabulary.name}\n\n{vocabulary.description.nl} / {vocabulary.description.en}\n")
        parts.append("\n".join(["| code | Nederlands | English |", "| --- | --- | --- |", *rows]) + "\n")
    return "\n".join(parts)


def _kind(kind: Kind) -> str:
    iri = f" Same as <{kind.iri}>." if kind.iri else ""
    hidden = f" Internal unless made public: {', '.join(f'`{name}`' for name in kind.hidden)}." if kind.hidden else ""
    apart = f" Told apart by {', '.join(f'`{name}`' for name in kind.told_apart_by)}." if kind.told_apart_by else ""
    title = f"### {kind.name} ({kind.words.nl} / {kind.words.en})\n\n{kind.description.nl} / {kind.description.en}"
    return f"{title}{iri}{hidden}{apart} Section and template: `{kind.plural}`.\n\n{_properties(kind.properties)}"


def _properties(properties: tuple[Property, ...]) -> str:
    rows = [
        f"| `{one.name}` | {one.words.nl} / {one.words.en} | {_type(one)} | {_marks(one)} | {one.description.en} |"
        for one in properties
    ]
    return "\n".join(["| property | label | type | | meaning |", "| --- | --- | --- | --- | --- |", *rows]) + "\n"


def _type(property_: Property) -> str:
    if property_.type is ValueType.CODE:
        return f"[{property_.vocabulary}](#{(property_.vocabulary or '').lower()})"
    bounds = f" {property_.range[0]:g}–{property_.range[1]:g}" if property_.range else ""
    return f"{property_.type.value}{bounds}" + (f" ({property_.unit})" if property_.unit else "")


def _marks(property_: Property) -> str:
    marks = [("list", property_.rule is Rule.UNION), ("key", property_.key), ("searched", property_.searchable),
             ("internal", property_.level.value == "internal"), ("advice", property_.structural)]  # fmt: skip
    return ", ".join(name for name, holds in marks if holds)


def _relationship(type_: RelationshipType) -> str:
    inverse = (
        f" (from its end: `{type_.inverse}`, {type_.inverse_words.nl} / {type_.inverse_words.en})"
        if type_.inverse
        else ""
    )
    key = f" Told apart by {', '.join(f'`{name}`' for name in type_.key)}." if type_.key else ""
    way = " It has no direction." if type_.symmetric else ""
    starts: dict[tuple[str, ...], list[str]] = {}
    for start in sorted({pair[0] for pair in type_.ends}):
        starts.setdefault(tuple(sorted(end for one, end in type_.ends if one == start)), []).append(start)
    ends = "; ".join(f"{', '.join(from_)} → {', '.join(to)}" for to, from_ in starts.items())
    words, means = type_.words, type_.description
    text = f"### {type_.name} ({words.nl} / {words.en}){inverse}\n\n{means.nl} / {means.en}"
    table = "\n" + _properties(type_.properties) if type_.properties else ""
    return f"{text} {ends}.{key}{way}\n{table}"


def main() -> int:
    """Write the page, or with ``--check`` compare it; return the exit code."""
    check_declaration()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text("utf-8") == page()
        if not same:
            sys.stderr.write("docs/ontology.md is not what the declaration says: run python -m graph.schema.ontology\n")
        return 0 if same else 1
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
