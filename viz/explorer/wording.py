"""What the map says to its readers from its scripts, in Dutch and English; its templates hold the rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.schema.words import Words

WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "according_to": Words("volgens", "according to"),
        "all_reasons": Words("Alle redenen", "All reasons"),
        "and": Words("en", "and"),
        "and_more": Words("en nog {n}", "and {n} more"),
        "announce_counts": Words("{names}, {lines}.", "{names}, {lines}."),
        "announce_faded": Words("Rest vervaagd.", "The rest is faded."),
        "areas": Words("Gebieden", "Areas"),
        "areas_many": Words("{n} gebieden", "{n} areas"),
        "areas_one": Words("1 gebied", "1 area"),
        "away": Words(
            "De gegevens komen nu niet binnen. Probeer het zo nog eens.",
            "The data do not come in now. Try again in a moment.",
        ),
        "choose_a_name": Words("Kies een naam", "Choose a name"),
        "choose_first": Words("Kies eerst een naam.", "Choose a name first."),
        "close_panel": Words("Sluit", "Close"),
        "column_area": Words("Gebied", "Area"),
        "column_from": Words("Van", "From"),
        "column_linked_with": Words("Verbonden met", "Linked with"),
        "column_links": Words("Lijnen", "Lines"),
        "column_name": Words("Naam", "Name"),
        "column_relation": Words("Wat", "What"),
        "column_source": Words("Volgens", "According to"),
        "column_to": Words("Naar", "To"),
        "copied": Words("Gekopieerd", "Copied"),
        "copied_in_words": Words(
            "Het adres is gekopieerd. U kunt het in een bericht plakken.",
            "The address is copied. You can paste it into a message.",
        ),
        "disputed": Words("bronnen verschillen", "sources differ"),
        "end_of_year": Words("eind {year}", "the end of {year}"),
        "fewer": Words("Minder", "Fewer"),
        "file_lines": Words("lijnen", "lines"),
        "file_map": Words("kaart", "map"),
        "file_names": Words("namen", "names"),
        "from_source": Words("Uit een bron", "From a source"),
        "how_to_begin": Words(
            "Kies een teken op de kaart, of zoek een naam. U leest dan wat het is, met wie het verbonden is en wie dat "
            "zegt.",
            "Choose a sign on the map, or search a name. You then read what it is, with whom it is linked and who "
            "says so.",
        ),
        "in_focus": Words("in focus", "in focus"),
        "kind": Words("Soort", "Kind"),
        "learn_from": Words("Leren van", "Learn from"),
        "lines": Words("Lijnen", "Lines"),
        "lines_counted": Words("Lijnen ({n})", "Lines ({n})"),
        "lines_many": Words("{n} lijnen", "{n} lines"),
        "lines_one": Words("1 lijn", "1 line"),
        "links_many": Words("verbonden met {n} namen", "linked with {n} names"),
        "links_one": Words("verbonden met 1 naam", "linked with 1 name"),
        "map": Words("Kaart", "Map"),
        "map_of": Words("Kaart van {city}", "Map of {city}"),
        "more_themes": Words("Nog {n} thema’s", "{n} more themes"),
        "most_linked": Words("Het meest verbonden", "Most linked"),
        "names": Words("Namen", "Names"),
        "names_and_areas": Words("{names} in {areas}", "{names} in {areas}"),
        "names_many": Words("{n} namen", "{n} names"),
        "names_one": Words("1 naam", "1 name"),
        "no_area": Words("Geen gebied genoemd", "No area named"),
        "nobody_there": Words("Die kant op is geen verbonden naam.", "There is no linked name that way."),
        "not_named": Words("Geen bron geeft een naam.", "No source gives a name."),
        "nothing_left": Words(
            "Met deze keuzes blijft er niets over. Zet links iets aan.",
            "Nothing is left with these choices. Switch something on at the left.",
        ),
        "now": Words("nu", "now"),
        "now_in_words": Words("vandaag", "today"),
        "only_this": Words("Alleen dit", "Only this"),
        "panel_open": Words("Gekozen: {name}.", "Chosen: {name}."),
        "rest_on_page": Words("Alles wat bekend is, met wie het zegt", "All that is known, with who says so"),
        "same_filter": Words("zelfde keuze als de kaart", "same choice as the map"),
        "scope": Words("{n} van {total} namen", "{n} of {total} names"),
        "share": Words("Delen", "Share"),
        "show_best": Words("Toon de best verbonden", "Show the best linked"),
        "show_everything": Words("Toon alles", "Show everything"),
        "show_more": Words("Nog {n} tonen", "Show {n} more"),
        "suggestion": Words("Suggestie", "Suggestion"),
        "suggestions": Words("Suggesties", "Suggestions"),
        "table": Words("Tabel", "Table"),
        "whole_page": Words("Hele pagina", "Whole page"),
    }
)
"""Wordings by the name under which the scripts ask for them; ``{n}`` and the like are filled in there."""
