from __future__ import annotations

import re
from pathlib import Path

import viz
from viz.explorer.bundling import bundle, read_static

SCRIPTS = sorted((Path(viz.__file__).parent / "static" / "explorer").glob("*.js"))


def test_one_script_holds_every_module_after_those_that_it_needs() -> None:
    order = re.findall(r'^modules\["([a-z]+)"\] = ', bundle(), re.MULTILINE)
    assert sorted(order) == sorted(path.stem for path in SCRIPTS)
    for path in SCRIPTS:
        needed = re.findall(r'^import .* from "\./([a-z]+)\.js";', path.read_text("utf-8"), re.MULTILINE)
        assert all(order.index(one) < order.index(path.stem) for one in needed), path.name


def test_nothing_is_imported_or_exported_any_more() -> None:
    assert not re.search(r"^(import|export)\b", bundle(), re.MULTILINE)


def test_modules_use_no_other_form_than_the_two_that_are_read() -> None:
    for path in SCRIPTS:
        text = path.read_text("utf-8")
        assert not re.search(r"import\(|export (default|\{)|import \*", text), path.name
        assert len(re.findall(r"^import\b", text, re.MULTILINE)) == len(
            re.findall(r'^import \{ [^}]+ \} from "\./[a-z]+\.js";$', text, re.MULTILINE)
        ), path.name


def test_every_wording_that_scripts_ask_for_is_there_and_none_besides() -> None:
    from viz.explorer.wording import WORDS

    text = "".join(path.read_text("utf-8") for path in SCRIPTS)
    asked = set(re.findall(r'say\("(\w+)"', text)) | set(re.findall(r'state\.table \? say\("(\w+)"', text))
    asked |= {
        f"{key}_{form}"
        for key in re.findall(r'count\([^()]*(?:\([^()]*\)[^()]*)*, "(\w+)"\)', text)
        for form in ("one", "many")
    }
    asked |= {f"column_{key}" for key in re.findall(r'key: "(\w+)"', text)}
    assert asked <= set(WORDS)
    assert set(WORDS) <= asked


def test_no_script_of_the_map_makes_markup_of_data() -> None:
    made = [line.strip() for path in SCRIPTS for line in path.read_text("utf-8").splitlines() if "innerHTML" in line]
    assert made == ["holder.innerHTML = kind.sign;", "holder.innerHTML = boot.pictograms[name];"]
    assert "eval(" not in read_static("explorer/main.js")
