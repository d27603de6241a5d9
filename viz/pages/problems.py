"""Pages for what went wrong: one clear sentence, and a way on. They need no store, as the store may be away."""

from __future__ import annotations

from graph.schema.words import Words
from viz.rendering import render
from viz.site import Shell

TITLES = {
    400: Words("Dit adres klopt niet helemaal", "Something in this address is not right"),
    403: Words("Dit mag niet", "This is not allowed"),
    404: Words("Hier staat niets", "There is nothing here"),
    409: Words("Iemand was u voor", "Somebody was first"),
    503: Words("Wijkweb kan nu niet bij de gegevens", "Wijkweb cannot reach the data now"),
    500: Words("Er ging iets mis bij ons", "Something went wrong on our side"),
}
"""What happened, by the status of the answer."""

_HELP = {
    400: Words("Ga terug, of begin opnieuw bij de start.", "Go back, or begin again at the start."),
    404: Words(
        "Misschien is het adres verkeerd overgenomen, of is dit niet voor iedereen te zien. Zoek op de naam.",
        "Perhaps the address was copied wrongly, or not everybody may see this. Search by the name.",
    ),
    503: Words("Probeer het over een minuut opnieuw.", "Try again in a minute."),
    500: Words("Probeer het opnieuw. Blijft het misgaan, vertel het de beheerder.",
               "Try again. If it keeps going wrong, tell the administrator."),
}  # fmt: skip


def problem_page(shell: Shell, status: int, sentence: str = "") -> str:
    """Return the page for something that went wrong.

    Parameters
    ----------
    shell
        Site and language.
    status
        Status of the answer; one that has no title of its own is told as our fault.
    sentence
        What was wrong and what would be right; what helps with this status unless given.
    """
    title = TITLES.get(status, TITLES[500]).to(shell.lang)
    text = sentence or _HELP.get(status, Words("", "")).to(shell.lang)
    return render("problem.html", shell, title=title, text=text, status=status)
