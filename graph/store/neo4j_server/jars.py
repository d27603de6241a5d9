"""What a Neo4j without Docker is made of: a Java that fits, and the jars from Maven Central.

The jars are fetched once into a cache folder and appear there all at once or not at all, so a fetch that was broken
off, or two at the same time, never leave half a server behind.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import FileError, StoreError

# The long-term line, and the same as in pom.xml (a test holds them together).
NEO4J_VERSION = "5.26.30"
# Graph Data Science for that line; also in pom.xml, held together by the same test.
GDS_VERSION = "2.13.9"
# What Neo4j 5.26 is built for and tested on; it refuses or warns on others.
SUPPORTED_JAVA = ("17", "21")
# Where Debian and most other systems keep their Javas, also those that are not on the PATH.
JVM_FOLDER = Path("/usr/lib/jvm")
# 123 MB over a slow line, with room; a fetch that hangs longer is a fault worth a sentence.
FETCH_SECONDS = 1800


def find_java(jvm_folder: Path = JVM_FOLDER) -> Path:
    """Return a ``java`` that can run Neo4j.

    Parameters
    ----------
    jvm_folder
        Folder of installed Javas, looked through after ``JAVA_HOME`` and the ``PATH``.

    Returns
    -------
    Path
        The first of Java 17 or 21.

    Raises
    ------
    StoreError
        None of the Javas found fits; the sentence names what was found and what to install.

    Notes
    -----
    Starts each candidate once to ask its version, about 0.1 s.
    """
    versions: list[str] = []
    for java in _iter_javas(jvm_folder):
        version = _ask_version(java)
        if version in SUPPORTED_JAVA:
            return java
        versions.append(version)
    raise StoreError(
        f"Neo4j 5.26 heeft Java 17 of 21 nodig; gevonden: {', '.join(versions) or 'geen Java'}. "
        "Installeer bijvoorbeeld het Debian-pakket openjdk-17-jre-headless (of openjdk-21-jre-headless).",
        f"Neo4j 5.26 needs Java 17 or 21; found: {', '.join(versions) or 'no Java'}. "
        "Install for instance the Debian package openjdk-17-jre-headless (or openjdk-21-jre-headless).",
    )


def _iter_javas(jvm_folder: Path) -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield from filter(Path.is_file, [Path(home, "bin", "java")])
    if found := shutil.which("java"):
        yield Path(found)
    yield from filter(Path.is_file, sorted(jvm_folder.glob("*/bin/java")))


def _ask_version(java: Path) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - a program found on this computer, no input of others
            [java, "-version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "?"
    found = re.search(r'version "(\d+)', answer.stderr + answer.stdout)
    return found[1] if found else "?"


def default_cache() -> Path:
    """Return the folder in which the jars are kept, by the XDG Base Directory convention."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "wijkweb" / f"neo4j-{NEO4J_VERSION}"


def fetch_jars(cache: Path | None = None) -> Path:
    """Return the folder with Neo4j's jars; fetch them the first time.

    Parameters
    ----------
    cache
        Folder to keep them in; :func:`default_cache` where none is given.

    Returns
    -------
    Path
        ``cache/lib``, 213 jars.

    Raises
    ------
    StoreError
        Maven is missing, or could not fetch the jars; its log is named.
    FileError
        The cache folder cannot be written.

    Notes
    -----
    123 MB and ten seconds to two minutes the first time, then nothing. Maven checks each file's checksum.
    """
    return _fetch((cache or default_cache()) / "lib", _run_maven)


def fetch_gds_jars(cache: Path | None = None) -> Path:
    """Return the folder with the jars of Graph Data Science, Neo4j's own left out; fetch them the first time.

    Parameters
    ----------
    cache
        Folder to keep them in; :func:`default_cache` where none is given.

    Returns
    -------
    Path
        ``cache/gds-VERSION``, 129 jars: what Neo4j needs both as plugins and on its class path.

    Raises
    ------
    StoreError
        Maven is missing, or could not fetch the jars; its log is named.
    FileError
        The cache folder cannot be written.

    Notes
    -----
    15 MB beside Neo4j's own 123 MB, which are fetched too where they are not there yet; half a minute the first time.
    """
    cache = cache or default_cache()
    own = {jar.name for jar in fetch_jars(cache).iterdir()}

    def fetch(maven: str, target: Path, *, log: Path) -> None:
        _run_maven(maven, target, log=log, profile="gds")
        for jar in target.iterdir():
            if jar.name in own:
                jar.unlink()

    return _fetch(find_gds_jars(cache), fetch)


def find_gds_jars(cache: Path | None = None) -> Path:
    """Return the folder in which the jars of Graph Data Science are kept, whether they are there or not.

    Parameters
    ----------
    cache
        Folder of all jars; :func:`default_cache` where none is given.
    """
    return (cache or default_cache()) / f"gds-{GDS_VERSION}"


def _fetch(lib: Path, fetch: Callable[..., None]) -> Path:
    """Return a folder of jars; where it is not there, fetch it whole."""
    if lib.is_dir():
        return lib
    cache, maven = lib.parent, _find_maven()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache, prefix="fetch-") as folder:
            fetched = Path(folder, "lib")
            fetch(maven, fetched, log=cache / "maven.log")
            # Another fetch may have been faster; its jars are the same.
            if not lib.is_dir():
                fetched.rename(lib)
    except OSError as error:
        raise FileError(
            f"De map {cache} kan niet worden beschreven: {error.strerror}. Kies met XDG_CACHE_HOME een andere.",
            f"The folder {cache} cannot be written: {error.strerror}. Choose another with XDG_CACHE_HOME.",
            concerning=cache,
        ) from error
    return lib


def _find_maven() -> str:
    if maven := shutil.which("mvn"):
        return maven
    raise StoreError(
        "Maven (mvn) ontbreekt; daarmee wordt Neo4j opgehaald. Installeer het Debian-pakket maven.",
        "Maven (mvn) is missing; it fetches Neo4j. Install the Debian package maven.",
    )


def _run_maven(maven: str, target: Path, *, log: Path, profile: str = "") -> None:
    pom = Path(__file__).with_name("pom.xml")
    # --strict-checksums: without it Maven only warns about a file that arrived damaged.
    command = [maven, "--batch-mode", "--no-transfer-progress", "--strict-checksums", "--file", str(pom)]
    command += ["dependency:copy-dependencies", f"-DoutputDirectory={target}"]
    command += ["--activate-profiles", profile] if profile else []
    try:
        with log.open("wb") as output:
            subprocess.run(  # noqa: S603 - Maven with our own POM, no input of others
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=FETCH_SECONDS, check=True
            )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise StoreError(
            "Neo4j kon niet worden opgehaald bij Maven Central. Is er internet, en staat een proxy, als die nodig is, "
            f"in ~/.m2/settings.xml? Wat Maven meldde staat in {log}.",
            "Neo4j could not be fetched from Maven Central. Is there a connection, and is a proxy, where one is "
            f"needed, set in ~/.m2/settings.xml? What Maven said stands in {log}.",
            concerning=log,
        ) from error
