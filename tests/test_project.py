"""What surrounds the code holds: links in the documents, the list of dependencies, the containers, the wheel."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import skip_or_fail

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "seeds" / "README.md", *(ROOT / "docs").rglob("*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_in_a_document_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in link]
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_dependency_has_a_lower_bound_and_a_line_that_says_what_for() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    required = [*PROJECT["project"]["dependencies"], *extras["neo4j"], *extras["rdf"], *extras["texts"]]
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [one for one in required if ">=" not in one and "==" not in one] == []
    names = [re.split(r"[\[>=<~!; ]", one)[0] for one in required]
    assert [name for name in names if name.lower() not in told.lower()] == []


def test_the_embedded_default_needs_no_neo4j_driver() -> None:
    assert not any(one.startswith("neo4j") for one in PROJECT["project"]["dependencies"])


def test_the_wheel_has_the_seeds() -> None:
    assert "seeds" in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]


def test_the_containers_are_described_as_compose_wants_it(tmp_path: Path) -> None:
    if shutil.which("docker-compose") is None:
        skip_or_fail("compose", "docker-compose is not installed")
    for name in ("docker-compose.yml", "Dockerfile"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "neo4j-password").write_text("a-password", encoding="utf-8")
    done = subprocess.run(["docker-compose", "config"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "a-password" not in done.stdout
    assert "neo4j:5.26" in done.stdout


def test_no_file_speaks_of_one_machine() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    texts = {name: (ROOT / name).read_bytes() for name in files if name and (ROOT / name).is_file()}
    own = b"/" + b"work" + b"/"
    assert [name for name, text in texts.items() if own in text] == []
