from __future__ import annotations

from time import perf_counter

from viz.explorer.network import DrawnLine, DrawnNode, build_network, vis_script


def _nodes(count: int) -> list[DrawnNode]:
    return [
        DrawnNode(f"n{number}", f"Naam {number}", number * 30.0, 0.0, 9.0, {"kind": "Initiative"})
        for number in range(count)
    ]


def test_parallel_lines_are_kept_and_have_no_arrows() -> None:
    lines = [DrawnLine("a", "n0", "n1", {"type": "SUPPORTS"}), DrawnLine("b", "n0", "n1", {"type": "PARTNERS_WITH"}),
             DrawnLine("c", "n1", "n0", {"type": "SUPPORTS"})]  # fmt: skip
    built = build_network(_nodes(2), lines)
    assert [edge["id"] for edge in built["edges"]] == ["a", "b", "c"]
    assert {edge["arrows"] for edge in built["edges"]} == {""}


def test_positions_are_given_and_physics_is_off() -> None:
    built = build_network(_nodes(3), [])
    assert [node["x"] for node in built["nodes"]] == [0.0, 30.0, 60.0]
    assert built["options"]["physics"] == {"enabled": False}
    assert built["options"]["edges"]["smooth"] is False
    assert not [node for node in built["nodes"] if "color" in node]


def test_a_name_of_blanks_is_not_replaced_by_its_id() -> None:
    built = build_network([DrawnNode("geheim/1", "", 0.0, 0.0, 8.0, {})], [])
    assert built["nodes"][0]["label"] == " "


def test_ten_thousand_names_are_built_in_linear_time() -> None:
    nodes = _nodes(10_000)
    lines = [DrawnLine(str(number), f"n{number}", f"n{(number * 7) % 10_000}", {}) for number in range(10_000)]
    start = perf_counter()
    assert len(build_network(nodes, lines)["edges"]) == 10_000
    assert perf_counter() - start < 5.0  # quadratic would take minutes


def test_vis_network_comes_from_the_package_and_says_what_it_is() -> None:
    script = vis_script().decode()
    assert "vis-network" in script[:400]
    assert "9.1.2" in script[:400]
