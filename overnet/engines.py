"""The Docker Engines on which pages are proven: each as one of Debian's releases packages it, or as an image has it."""

from dataclasses import dataclass, replace

from overnet.errors import Problem


@dataclass(frozen=True)
class Source:
    """Where an Engine is from: Debian's suite, and its packages there of the Engine and its clients; of an `image`, the
    Engine's programs take the place of the packages'."""

    suite: str
    packages: tuple[str, ...]
    image: str = ""


_CLIENTS = ("docker.io", "docker-cli", "docker-compose", "docker-buildx")
ENGINES = {
    "20.10": Source("bookworm", ("docker.io",)),  # with the client; Compose 2 and Buildx are not in this suite
    "26.1": Source("trixie", _CLIENTS),
    "28.5": Source("forky", _CLIENTS),
    "29": Source("forky", _CLIENTS, "docker:29-dind"),  # which Debian does not package yet
}
REFERENCE = "28.5"  # what pages show; a page is proven if it is on this one
NEWEST_FIRST = tuple(reversed(ENGINES))


def is_image(name: str) -> bool:
    """Whether an engine is that of an image of a registry, like docker:29-dind, which is its name."""
    return ":" in name


def named(name: str) -> str:
    """The engine of ENGINES that pages are held to on `name`: itself, or, for that of an image, the newest."""
    return NEWEST_FIRST[0] if is_image(name) else name


def source(name: str) -> Source:
    """Where an engine's host image is from; that of an image's engine is the reference's, but for the Engine."""
    return replace(ENGINES[REFERENCE], image=name) if is_image(name) else ENGINES[name]


def chosen(name: str) -> list[str]:
    """The engines that ENGINE=`name` stands for. Raises Problem if there is none."""
    if name != "all" and name not in ENGINES and not is_image(name):
        known = ", ".join(ENGINES)
        raise Problem(f"no engine is called {name}; there are: {known}, all, and images like docker:29-dind")
    return list(ENGINES) if name == "all" else [name]
