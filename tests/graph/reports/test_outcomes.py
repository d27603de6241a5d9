from __future__ import annotations

import pytest

from tests.graph.reports.reading import read


def kinds(text: str) -> list[str]:
    return [one.kind for one in read(text).outcomes]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("De leden hebben besloten om door te gaan.", "decision"),
        ("De begroting wordt goedgekeurd.", "decision"),
        ("De gemeente zegt toe dat er een zaal komt.", "commitment"),
        ("Het bestuur belt de buren over de sleutel.", "action"),
        ("Wij zoeken uit wat de huur is.", "action"),
        ("Hoe krijgen wij de buren mee?", "question"),
        ("Bewoners maken zich zorgen over de bussen.", "tension"),
        ("Er is een tekort aan ruimte in de wijk.", "tension"),
        ("De oplossing is om de zaal te delen.", "solution"),
        ("De onderzoekers raden aan om klein te beginnen.", "advice"),
        ("Uit het onderzoek blijkt dat mensen elkaar willen ontmoeten.", "insight"),
        ("The group decided to open a kitchen.", "decision"),
    ],
)
def test_words_tell_the_kind(sentence: str, kind: str) -> None:
    assert kinds(f"Het was een goede avond.\n\n{sentence}") == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Besluit: de zaal blijft open.", "decision"),
        ("Actiepunten\n- sleutels bijmaken voor de hal\n", "action"),
        ("Spanningen:\n\n- geld en tijd lopen niet gelijk\n", "tension"),
        ("Onderzoeksvraag: hoeveel scheelt een kop koffie", "question"),
    ],
)
def test_a_label_wins(text: str, kind: str) -> None:
    assert kinds(f"Een avond vol koffie.\n\n{text}") == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Over de zaal wordt later besloten.",
        "De coöperatie is opgericht in 2005.",
        "Het bestuur besluit daarover later.",
    ],
)
def test_what_is_to_be_decided_or_was_founded_is_no_decision(sentence: str) -> None:
    assert "decision" not in kinds(f"Een avond vol koffie.\n\n{sentence}")


def test_a_table_gives_owner_and_due_date() -> None:
    (one,) = read(
        "Verslag van 3 mei 2020\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n| Buren bellen | het bestuur | 1 juni |\n"
    ).outcomes
    assert (one.kind, one.owners, one.due_on) == ("action", ["het bestuur"], "2020-06-01")


def test_a_research_question_is_marked_and_a_page_of_questions_stays_plain() -> None:
    found = read("Een avond.\n\nOnderzoeksvraag: wat levert het op?\n\nWie heeft de sleutel van de hal?").outcomes
    assert [one.research for one in found] == [True, False]


def test_an_announcement_of_a_table_holds_no_questions() -> None:
    text = "## Tafel 1\nGespreksleider: Karin Mulder\n\nWat is er nodig voor een tafel?\n\nWie betaalt de huur?\n"
    assert [one.where.passage for one in read(text).outcomes] == ["Wie betaalt de huur?"]


def test_a_sentence_that_announces_a_list_is_no_outcome() -> None:
    text = "Samengevat vonden bewoners de volgende punten heel belangrijk:\n\n- Het verkeer rijdt te hard.\n"
    assert [one.kind for one in read(text).outcomes] == ["tension"]


def test_the_point_of_a_number_ends_no_sentence() -> None:
    (promise,) = read("Wethouder Marieke Smit zegde een subsidie van 20.000 euro toe voor de buurt.\n").outcomes
    assert promise.kind == "commitment"
    assert "20.000" in promise.where.passage


def test_a_question_below_a_heading_of_questions_may_lack_its_mark() -> None:
    text = (
        "Vragen van de werkgroep:\n\n- Komt er nog een doorgang voor auto's.\n- De werkgroep zorgt voor een stukje.\n"
    )
    found = [one for one in read(text).outcomes if one.kind == "question"]
    assert [one.where.passage for one in found] == ["Komt er nog een doorgang voor auto's."]


def test_giving_the_floor_is_no_action() -> None:
    assert read("Anna Smit geeft het woord aan Piet de Vries, wethouder.\n").outcomes == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Als Anna terug is, kan het in gang worden gezet (actie Piet).", "action"),
        ("Jaarverslag; de secretaris past het stuk aan en stuurt het rond.", "action"),
        ("Hiervoor zullen we in de nieuwsbrief een oproep doen.", "action"),
        ("Het plan wordt aangepast en komt de volgende keer op de agenda.", "action"),
        ("Er moet dus naar een nieuwe kandidaat gezocht worden.", "action"),
        ("Anna stelt voor als vast agendapunt de website op te nemen.", "solution"),
        ("We denken dat het beter is een avond om een thema te houden.", "insight"),
        ("Bewoners ergeren zich aan zwerfafval bij de glasbak.", "tension"),
        ("We gaan ons uiterste best doen om u goed te helpen.", "commitment"),
        ("The minutes of the last meeting were accepted.", "decision"),
    ],
)
def test_minutes_say_in_many_ways_what_came_of_a_point(text: str, kind: str) -> None:
    assert [one.kind for one in read(f"Verslag overleg\n\n{text}\n").outcomes] == [kind]


def test_what_comes_behind_the_doer_in_brackets_is_a_sentence_of_its_own() -> None:
    text = "Het overleg met de beheerder van het dorpshuis wordt weer opgepakt (actie Ko)\nPiet is voorzitter.\n"
    (action,) = read(text).outcomes
    assert action.kind == "action"
    assert action.where.passage.endswith("(actie Ko)")
