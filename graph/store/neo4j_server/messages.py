"""What the command says when all is well, in Dutch and in English; errors carry their own sentences."""

from __future__ import annotations

_MESSAGES = {
    "fetching": (
        "Neo4j {version} wordt één keer opgehaald (123 MB); dat duurt tien seconden tot twee minuten.",
        "Fetching Neo4j {version}, once (123 MB); this takes ten seconds to two minutes.",
    ),
    "fetching_gds": (
        "Graph Data Science {version} wordt één keer opgehaald (15 MB); dat duurt ongeveer een halve minuut.",
        "Fetching Graph Data Science {version}, once (15 MB); this takes about half a minute.",
    ),
    "runs_already": (
        "Neo4j draaide al. Is dat zonder Graph Data Science gestart, stop het dan eerst en start het opnieuw.",
        "Neo4j was running already. If it was started without Graph Data Science, stop it first and start it again.",
    ),
    "starting_jars": (
        "Neo4j start; dat duurt ongeveer tien seconden.",
        "Starting Neo4j; this takes about ten seconds.",
    ),
    "starting_docker": (
        "Neo4j start in Docker; de eerste keer haalt Docker het eerst op, een paar minuten.",
        "Starting Neo4j in Docker; the first time Docker fetches it, a few minutes.",
    ),
    "running": (
        "Neo4j draait op {uri}, alleen bereikbaar vanaf deze computer.\n"
        "Gebruiker: {user}. Het wachtwoord staat in het bestand {password_file}.\n"
        "Zo gebruikt Wijkweb deze Neo4j:\n"
        "  export WIJKWEB_STORE={uri}\n"
        "  export WIJKWEB_NEO4J_PASSWORD_FILE={quoted_file}\n"
        "Zo stopt u Neo4j: {stop}",
        "Neo4j runs at {uri}, reachable from this computer only.\n"
        "User: {user}. The password stands in the file {password_file}.\n"
        "Wijkweb uses this Neo4j with:\n"
        "  export WIJKWEB_STORE={uri}\n"
        "  export WIJKWEB_NEO4J_PASSWORD_FILE={quoted_file}\n"
        "Stop Neo4j with: {stop}",
    ),
    "silent": (
        "Neo4j is er, maar antwoordt (nog) niet op {uri}.",
        "Neo4j is there, but does not answer at {uri} (yet).",
    ),
    "absent": ("Er draait geen Neo4j in {home}.", "No Neo4j runs in {home}."),
    "stopped": (
        "Neo4j is gestopt; de gegevens in {home} blijven bewaard.",
        "Neo4j has stopped; the data in {home} are kept.",
    ),
    "stopped_container": (
        "Neo4j is gestopt; de gegevens blijven bewaard in het Docker-volume {name}.",
        "Neo4j has stopped; the data are kept in the Docker volume {name}.",
    ),
}


def say(key: str, lang: str, **values: object) -> str:
    """Return a message.

    Parameters
    ----------
    key
        Which one.
    lang
        ``"nl"`` or ``"en"``.
    **values
        What its places are filled with.

    Raises
    ------
    KeyError
        There is no such message, or one of its places has no value.
    """
    return _MESSAGES[key][lang == "en"].format(**values)
