"""A small town of which every fact is known, for questions whose answer one can tell beforehand."""

from __future__ import annotations

from pathlib import Path

from graph.ingest.pipeline import LoadOptions, load_file
from graph.network import Network
from tests.cities import empty_network

TOWN = """
wijkweb: document
source: {id: source/lijst, name: Lijst van de buurt, publisher: Buurthuis, published_on: 2026-01-10}
areas:
  stad: {name: Stad, level: municipality, at: 1}
  noord: {name: Noord, level: borough, part_of: stad, at: 1}
  zuid: {name: Zuid, level: borough, part_of: stad, at: 1}
  molen: {name: Molenwijk, level: district, part_of: noord, adjacent_to: kade, needs: [jongeren, tuin], at: 2}
  kade: {name: Kadewijk, level: district, part_of: noord, at: 2}
  duin: {name: Duinwijk, level: district, part_of: zuid, at: 2}
topics:
  rit: {name: ritten, scheme: capability, at: 3}
  recht: {name: juridische kennis, scheme: capability, at: 3}
  ruimte: {name: ruimte, scheme: capability, at: 3}
  keuken: {name: keuken, scheme: capability, broader: ruimte, at: 3}
  tuin: {name: tuinieren, scheme: activity, at: 3}
  jongeren: {name: jongeren, scheme: target_group, at: 3}
  ouderen: {name: ouderen, scheme: target_group, at: 3}
initiatives:
  soep: {name: De Soepbus, members: 40 person, phase: running, active_in: molen, needs: [rit, ruimte],
         serves: ouderen, at: 4}
  koor: {name: Het Koor, members: about 100 person, phase: running, active_in: molen, needs: rit, at: 5}
  kok: {name: De Kok, members: at most 30 person, active_in: molen, offers: keuken, serves: ouderen, at: 6}
  bus: {name: De Bus, members: at least 60 person, phase: running, active_in: kade, offers: rit,
        serves: jongeren, at: 7}
  ver: {name: De Verre, active_in: duin, needs: rit, partners_with: wiel, at: 8}
  wiel: {name: Het Wiel, members: 20 person, active_in: duin, offers: rit, at: 9}
  oud: {name: De Oude, phase: ended, members: 500 person, active_in: molen, offers: rit, at: 10}
organisations:
  loket: {name: Het Loket, active_in: stad, offers: recht, at: 11}
outcomes:
  vraag: {text: Werkt samen tuinieren tegen eenzaamheid?, outcome_kind: question, research: true,
          concerns: molen, at: 12}
  klaar: {text: Is dit al beantwoord?, outcome_kind: question, research: true, concerns: molen,
          answered_by: soep, at: 13}
people:
  anna: {name: Anna Alders, involved_in: [soep, koor], level: internal, at: 14}
"""


def town_network(folder: Path, text: str = TOWN) -> Network:
    """Return a network of the town, or of a text that says something else of it."""
    path = folder / "lijst.yaml"
    path.write_text(text.lstrip(), encoding="utf-8")
    network = empty_network()
    load_file(network.store, path, LoadOptions(secret=b"test"))
    return network
