"""Proposes what the words of a column mean where the model has codes: ``loopt`` is ``running``."""

from __future__ import annotations

from graph.errors import InputError
from graph.ingest.cells import read_cell
from graph.ingest.proposing.profiles import Profile
from graph.schema.declaration import Property
from graph.schema.words import normalise

_MOST_WORDS = 60

_MEANT = {
    "Phase": {
        "running": "actief lopend lopende loopt bezig gestart in uitvoering active running ongoing live draait open",
        "ended": "gestopt beeindigd afgerond gesloten inactief opgeheven closed ended stopped finished completed dicht",
        "starting": "opstart startend pilot ontwikkeling voorbereiding oprichting starting launching verkenning",
        "idea": "idee plan gepland concept idea planned initiatieffase droom",
        "rooted": "geworteld bestendig volwassen gevestigd rooted established mature",
    },
    "LegalForm": {
        "foundation": "stichting stg foundation trust", "association": "vereniging ver association club",
        "cooperative": "cooperatie ua cooperative coop", "company": "bv nv vof eenmanszaak bedrijf company ltd limited",
        "informal": "geen informeel none informal bewonersgroep",
    },
    "Sector": {
        "municipality": "gemeente overheid municipality council", "care": "zorg care health gezondheid ggd ggz thuiszorg",
        "welfare": "welzijn welfare sociaal", "housing": "wonen woningcorporatie corporatie housing",
        "education": "onderwijs school education", "funder": "fonds funder subsidie charity",
        "sport": "sport", "culture": "cultuur kunst culture arts", "business": "bedrijf bedrijven business ondernemers",
        "insurer": "verzekeraar insurer", "knowledge": "kennis onderzoek universiteit research",
    },
}  # fmt: skip
"""Words that people use for the codes of a vocabulary, besides the model's own."""


def proposed_codes(property_: Property, profile: Profile) -> dict[str, str]:
    """Return what words of a column mean, as far as they are not the model's own and can be guessed.

    Parameters
    ----------
    property_
        A property with a vocabulary.
    profile
        Its column.
    """
    found = {}
    for text, _ in profile.values.most_common(_MOST_WORDS):
        try:
            read_cell(property_, text)
        except InputError:
            code = _meant(property_.vocabulary or "", text)
            if code is not None:
                found[text] = code
    return found


def _meant(vocabulary: str, text: str) -> str | None:
    words = set(normalise(text).split())
    codes = _MEANT.get(vocabulary, {})
    fits = [code for code, said in codes.items() if words & set(said.split())]
    return fits[0] if len(fits) == 1 else None
