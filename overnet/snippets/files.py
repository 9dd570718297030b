"""The files in a walkthrough's folder, and their texts."""

from fnmatch import fnmatchcase
from pathlib import Path

from overnet.errors import Problem

EDITORS = (".*.sw?", "*~", ".#*", "#*#", ".DS_Store")  # what editors and file managers leave beside the files they open


def files_of(folder: Path) -> list[Path]:
    """The files of a folder, by name, without those that an editor left."""
    files = sorted(file for file in folder.iterdir() if file.is_file())
    return [file for file in files if not any(fnmatchcase(file.name, pattern) for pattern in EDITORS)]


def text_of(file: Path, where: str) -> str:
    """A file's text, its lines ended by newlines alone; a carriage return elsewhere is left as it is. Raises Problem
    (`where: …`) if it is not UTF-8, or begins with a mark that says so."""
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Problem(f"{where}: not UTF-8 text") from None
    if text.startswith("\ufeff"):
        raise Problem(f"{where}:1: begins with a byte order mark; save it as UTF-8 without one")
    return text.replace("\r\n", "\n")
