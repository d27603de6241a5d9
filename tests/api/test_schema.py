from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLNamedType,
    GraphQLSchema,
    build_schema,
    get_introspection_query,
    parse,
    print_ast,
    validate_schema,
)

from api.generate import SCHEMA_FILE
from api.schema import executable, sdl
from tests.api.towns import Asker

SKETCH = Path(__file__).resolve().parents[3] / "shared" / "schema-sketch.graphql"

PROMISED = {
    "Query": "initiatives organisations people areas meetings outcomes agreements topics criteria programmes "
    "judgements sources node nodes search neighbours path suggestions communities service",
    "Mutation": "judge",
    "Entity": "id kind name aliases summary page revision formerIds values sources relationships",
    "Initiative": "phase phaseLabel legalForm legalFormLabel startedOn endedOn members volunteers website",
    "Organisation": "sector website",
    "Person": "publicRole shownByRole",
    "Area": "level cbsCode cbsYear centroid boundary population",
    "Meeting": "meetingKind status heldOn venue attendance seriesNumber",
    "Outcome": "outcomeKind research text dueOn status",
    "Agreement": "agreementKind plannedFor signedOn amount status",
    "Topic": "scheme broader residentLabels",
    "Criterion": "importance weight",
    "Programme": "startedOn endedOn",
    "Judgement": "verdict form reason judgedOn",
    "Source": "publisher publishedOn address licence version",
    "InitiativeConnection": "edges pageInfo totalCount facets",
    "PageInfo": "hasNextPage hasPreviousPage startCursor endCursor",
    "InitiativeFilter": "ids text phase legalForm startedOn endedOn members volunteers within related unrelated known "
    "unknown sources anyOf not",
    "Relationship": "type from to label role status form support capacity quantity score since until note disputed "
    "revision sources claims",
    "RelationshipFilter": "types direction other otherKind status role activeOn",
    "Value": "property label state text modality disputed claims",
    "Claim": "property text date quantity denied modality counts correction statedOn visibility citations placeCount",
    "Citation": "text source place passage",
    "Suggestion": "members likelihood likelihoodLabel probability form formLabel nextStep reasonsFor reasonsAgainst "
    "judgements revision basedOn",
    "Community": "name reason support members",
    "JudgeInput": "idempotencyKey suggestionId expectedRevision verdict form reason",
    "JudgePayload": "revision replayed errors judgement suggestion",
}
"""What programs of others build on: a change of the declaration may add to it and never take from it."""


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(SCHEMA_FILE.read_text("utf-8"))


def fields_of(type_: GraphQLNamedType) -> dict[str, Any]:
    return getattr(type_, "fields", {})


def described(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    """Yield everything that people read about, with what it says."""
    for type_ in (one for name, one in schema.type_map.items() if not name.startswith("__")):
        yield type_.name, type_.description
        for name, value in type_.values.items() if isinstance(type_, GraphQLEnumType) else ():
            yield f"{type_.name}.{name}", value.description
        for name, field in fields_of(type_).items():
            yield f"{type_.name}.{name}", field.description
            for argument, declared in getattr(field, "args", {}).items():
                yield f"{type_.name}.{name}({argument})", declared.description


def test_the_schema_is_valid_and_the_text_that_is_checked_in_is_its_own(schema: GraphQLSchema) -> None:
    assert validate_schema(executable()) == validate_schema(schema) == []
    assert SCHEMA_FILE.read_text("utf-8") == sdl()


def test_everything_says_what_it_is(schema: GraphQLSchema) -> None:
    assert [name for name, said in described(schema) if not said] == []
    assert [name for name, said in described(schema) if said and not said.rstrip().endswith((".", ")"))] == []


@pytest.mark.parametrize("name", PROMISED)
def test_what_is_promised_is_there(schema: GraphQLSchema, name: str) -> None:
    assert set(PROMISED[name].split()) <= set(fields_of(schema.type_map[name]))


def test_every_kind_has_its_page_filter_order_and_question(schema: GraphQLSchema) -> None:
    entity = schema.type_map["Entity"]
    kinds = [one.name for one in schema.get_possible_types(entity)]  # type: ignore[arg-type]  # it is an interface
    assert len(kinds) == 12
    for kind in kinds:
        assert {f"{kind}{part}" for part in ("Connection", "Edge", "Filter", "Order", "OrderField")} <= set(
            schema.type_map
        )
        assert {"NAME", "CHANGED"} <= set(schema.type_map[f"{kind}OrderField"].values)  # type: ignore[attr-defined]
    answers = {str(field.type) for field in fields_of(schema.type_map["Query"]).values()}
    assert {f"{kind}Connection" for kind in kinds} <= answers


def test_tools_can_read_the_schema_within_the_limits(town: Asker) -> None:
    query = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True)
    found = town(query)["__schema"]
    assert {one["name"] for one in found["types"]} >= {"Initiative", "Kind", "InitiativeFilter"}


# ---------------------------------------------------------------------------------------------------- the sketch


def marks(text: str) -> list[str]:
    """Return for each line of the sketch in which delivery it comes: by headings, by lines of their own."""
    found, section, part = [], "", ""
    for line in text.splitlines():
        if re.match(r"\s*# [=-]{4}", line):
            told = re.search(r"\[(\d)\]", line)
            part = told[1] if told else "later"
            section = part if line.startswith("# =") else section
        own = re.search(r"# \[(\d)\]$", line)
        found.append(own[1] if own else part)
        part = section if line.startswith("}") else part
    return found


def contracted() -> Iterator[tuple[str, Any]]:
    """Yield definitions and their fields of the first delivery, as `Type` or `Type.field`."""
    text = SKETCH.read_text("utf-8")
    delivery = marks(text)
    for definition in parse(text).definitions:
        for name, node in ((definition.name.value, definition), *parts(definition)):  # type: ignore[attr-defined]
            if delivery[node.name.loc.start_token.line - 1] == "1":
                yield name, node


def parts(definition: Any) -> list[tuple[str, Any]]:
    inner = (*(getattr(definition, "fields", ()) or ()), *(getattr(definition, "values", ()) or ()))
    return [(f"{definition.name.value}.{one.name.value}", one) for one in inner]


def lacking(schema: GraphQLSchema, name: str, node: Any) -> Iterator[str]:
    """Yield what the schema lacks of one definition or field of the sketch."""
    type_, _, part = name.partition(".")
    if node.kind == "directive_definition":
        if schema.get_directive(type_) is None:
            yield f"@{type_}"
    elif type_ not in schema.type_map:
        yield type_
    elif node.kind == "enum_value_definition":
        if part not in schema.type_map[type_].values:  # type: ignore[attr-defined]
            yield name
    elif part:
        yield from lacking_of_field(fields_of(schema.type_map[type_]).get(part), name, node)


def lacking_of_field(field: Any, name: str, node: Any) -> Iterator[str]:
    if field is None or str(field.type) != print_ast(node.type):
        yield f"{name}: {print_ast(node.type)}"
        return
    for argument in getattr(node, "arguments", ()) or ():
        found = field.args.get(argument.name.value)
        default = found and found.ast_node.default_value
        wanted = argument.default_value
        same = (default and print_ast(default)) == (wanted and print_ast(wanted))
        if found is None or str(found.type) != print_ast(argument.type) or not same:
            yield f"{name}({argument.name.value})"


@pytest.mark.material
def test_all_of_the_first_delivery_in_the_sketch_is_there(schema: GraphQLSchema) -> None:
    asked = dict(contracted())
    assert len(asked) > 350
    assert "Query.subgraph" not in asked
    assert [one for name, node in asked.items() for one in lacking(schema, name, node)] == []
