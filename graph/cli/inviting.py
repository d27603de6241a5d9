"""The command that makes an invitation list."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.facilitating import NAMED, POINT, fact_documents, member_document, print_sources, texts
from graph.cli.language import LANG, say
from graph.cli.naming import find_id, find_ids
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_text
from graph.questions.gathering import Gathering
from graph.questions.invitation_types import Guest, Invitation
from graph.questions.tables import MOST_SEATS, MOST_TABLES, Tables
from graph.store.questions import Role


@click.command(
    help=example(
        "Wie nodigt u uit, wie mag niet ontbreken, en wie zit bij wie aan tafel?",
        "Whom do you invite, who must not be missing, and who sits at which table?",
        "wijkweb invite 'Wijkcafé Moerwijk' --tables 3",
        "wijkweb invite meeting/wijkcafe --within Escamp --keep-areas --format json",
        "wijkweb invite --within Escamp --topic zorg --invited",
    )
)
@click.argument("meeting", metavar=NAMED, required=False)
@click.option(
    "--tables", type=click.IntRange(1, MOST_TABLES), default=1, show_default=True, help=say("Tafels.", "Tables.")
)
@click.option("--seats", type=click.IntRange(2, MOST_SEATS), default=8, show_default=True,
              help=say("Plaatsen per tafel.", "Seats at a table."))  # fmt: skip
@click.option(
    "--within", multiple=True, metavar=NAMED, help=say("Nodig ook uit dit gebied uit.", "Invite from this area too.")
)
@click.option("--topic", "topics", multiple=True, metavar=NAMED,
              help=say("Alleen wie hiermee te maken heeft.", "Only who has to do with this."))  # fmt: skip
@click.option("--mix-areas/--keep-areas", "mixed", default=True, help=say("Gebieden mengen of bij elkaar houden.",
              "Mix areas or keep them together."))  # fmt: skip
@click.option("--invited", is_flag=True, help=say("U nodigt zo uit: ieder op de lijst telt als uitgenodigd, één keer.",
              "You invite so: everybody on the list counts as invited, once."))  # fmt: skip
@common_options(role=Role.FACILITATOR, dated=False)
def invite(
    common: Common, *, meeting: str | None, within: tuple[str, ...], topics: tuple[str, ...], **wanted: Any
) -> None:
    """Print an invitation list."""
    with common.network() as network, network.view(common.viewer) as view:
        gathering = Gathering(
            find_id(view, meeting, ("Meeting",)) if meeting else "",
            find_ids(view, within, ("Area",)),
            find_ids(view, topics, ("Topic",)),
        )
        tables = Tables(wanted["tables"], wanted["seats"], wanted["mixed"])
        found = network.answers.invitation(view, gathering, tables=tables)
        if wanted["invited"]:
            network.invited.count(network.invited.mark(gathering, found), found, common.viewer)
    if common.json:
        print_json(_document(found))
    else:
        _print(found)


def _print(found: Invitation) -> None:
    if found.meeting:
        print_text(f"{found.meeting.name}  [{found.meeting.id}]")
    needed = [guest.member.name for guest in found.guests if guest.needed]
    if needed:
        print_text(f"{say('Mag niet ontbreken', 'Must not be missing')}: {', '.join(needed)}.")
    for table in range(1, found.tables + 1):
        click.echo()
        print_text(say(f"Tafel {table}", f"Table {table}"))
        for guest in found.guests:
            if guest.table == table:
                print_text(f"{guest.member.name} ({guest.role.to(LANG)})", *POINT)
                print_text(guest.why.to(LANG), "     ")
                print_sources(guest.facts, "     ")
    click.echo()
    for note in found.notes:
        print_text(note.to(LANG))


def _document(found: Invitation) -> dict[str, Any]:
    return {
        "meeting": member_document(found.meeting) if found.meeting else None,
        "tables": found.tables,
        "guests": [_guest_document(guest) for guest in found.guests],
        "notes": texts(found.notes),
    }


def _guest_document(guest: Guest) -> dict[str, Any]:
    return {**member_document(guest.member), "role": guest.role.to(LANG), "needed": guest.needed, "table": guest.table,
            "why": guest.why.to(LANG), "facts": fact_documents(guest.facts)}  # fmt: skip
