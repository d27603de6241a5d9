"""The facilitator's questions by command: answers in words and for programs, and one sentence for what cannot be."""

from __future__ import annotations

import pytest

from tests.graph.cli.terminal import Terminal


def test_what_is_missing_is_told_with_its_source(terminal: Terminal) -> None:
    terminal.file("meer.yaml", """
        wijkweb: document
        source: {id: source/meer, name: Meer, publisher: Buurthuis, published_on: 2025-04-01}
        initiatives:
          soepbus: {called: De Soepbus, needs: ruimte, at: 2}
        topics:
          ruimte: {name: ruimte, scheme: capability, at: 2}
    """)  # fmt: skip
    assert terminal.run("load", "meer.yaml").code == 0
    done = terminal.run("gaps", "--area", "Molenbuurt")
    assert done.code == 0, done.err
    assert "De Soepbus zoekt ruimte. Voor zover bekend biedt niemand in Molenbuurt dat." in " ".join(done.out.split())
    assert "volgens Buurthuis, 01-04-2025" in done.out
    found = terminal.run("gaps", "--area", "Molenbuurt", "--format", "json").json
    assert [gap["topic"]["name"] for gap in found] == ["ruimte"]


def test_who_together_make_it_is_told_in_both_languages(terminal: Terminal) -> None:
    nl, en = (terminal.run("compose", "--members", "40", "--topic", "vervoer", lang=lang) for lang in ("nl", "en"))
    assert "Deze 2 hebben samen ongeveer 40 leden en bieden vervoer." in " ".join(nl.out.split())
    assert "These 2 have" in en.out or "These 2 together have" in en.out
    (document, *_) = terminal.run("compose", "--members", "4000", "--format", "json").json
    assert document["complete"] is False
    assert document["short"] == ["Er ontbreken nog 3.960 van de 4.000 leden."]


def test_an_invitation_needs_no_meeting_yet(terminal: Terminal) -> None:
    done = terminal.run("invite", "--within", "Molenbuurt", "--topic", "vervoer")
    assert "De Soepbus zoekt vervoer. Dat biedt hier iemand." in " ".join(done.out.split())
    found = terminal.run("invite", "--within", "Molenbuurt", "--format", "json").json
    assert found["meeting"] is None
    assert {guest["name"] for guest in found["guests"]} == {"De Soepbus", "Eetclub Café Zuid"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("invite",), "Noem een bijeenkomst, een gebied of een onderwerp."),
        (("gaps",), "Noem minstens één gebied of initiatief."),
        (("gaps", "--area", "Nergens"), "Er is niets bekend onder ‘Nergens’."),
        (("gaps", "--area", "initiative/de-soepbus"), "is geen gebied."),
        (("compose",), "Zeg wat nodig is"),
        (("rank", "areas", "--weight", "veel"), "is geen gewicht"),
        (("rank", "areas", "--together", "Molenbuurt"), "Neem 2 tot 5 gebieden samen."),
        (("brokers", "--area", "De Soepbus"), "is een initiatief. Hier past alleen een gebied."),
        (("alliances", "--member", "Soepbus"), "Bedoelt u ‘De Soepbus’?"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(
    terminal: Terminal, arguments: tuple[str, ...], sentence: str
) -> None:
    done = terminal.run(*arguments)
    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert len(done.err.splitlines()) == 1


def test_where_too_little_is_known_no_group_is_guessed(terminal: Terminal) -> None:
    done = terminal.run("alliances")
    assert done.code == 0
    assert "Dan gokken we niet." in done.out
