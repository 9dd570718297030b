"""Files packed as root's, and carried into containers and out of them: their engine need not see this machine's."""

import io
import shutil
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile

import docker

from overnet.errors import Problem

_CHUNK = 2**20


def pack(archive: tarfile.TarFile, folder: Path, names: Iterable[str]) -> None:
    """Add what has these names in `folder` to an archive: as root's, to be read by all and written by root."""
    for name in names:
        archive.add(folder / name, arcname=name, filter=_as_roots)


def into(api: docker.APIClient, container: str, target: str, folder: Path, names: Iterable[str]) -> None:
    """Put what has these names in `folder` into the folder `target` of a container, which need not run."""
    with TemporaryFile() as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            pack(archive, folder, names)
        file.seek(0)
        api.put_archive(container, target, file)


def out(api: docker.APIClient, container: str, source: str, target: Path) -> None:
    """Make `target` the file or folder that a container, which need not run, has at `source`. A Problem where there is
    anything but files and folders in it."""
    chunks, _ = api.get_archive(container, source)
    # As long as the answer is open, the engine does not remove the container.
    with (
        closing(chunks),
        tarfile.open(fileobj=io.BufferedReader(_Chunks(chunks), _CHUNK), mode="r|", bufsize=_CHUNK) as archive,
    ):
        for member in archive:
            path = target / member.name.partition("/")[2]
            if member.isdir():
                path.mkdir(exist_ok=True)
            elif member.isfile():
                with path.open("wb") as file:
                    shutil.copyfileobj(archive.extractfile(member), file, _CHUNK)
                path.chmod(member.mode)
            else:
                raise Problem(f"{source}: {member.name} is neither a file nor a folder")


def _as_roots(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


class _Chunks(io.RawIOBase):
    """A file of the chunks of a response."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks, self._left = chunks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        self._left = self._left or memoryview(next(self._chunks, b""))
        taken = self._left[: len(buffer)]
        buffer[: len(taken)] = taken
        self._left = self._left[len(taken) :]
        return len(taken)
