"""What differs on another engine, on the page and in the scripts."""

from tests.command_line.copies import Copy


def test_a_page_shows_its_variants_and_proves_them_only_on_their_engine(again: Copy) -> None:
    snippets = again.folder / "snippets/networks"
    for name in ("run.console", "run.py"):
        variant = snippets / name.replace(".", "@26.1.")
        variant.write_text((snippets / name).read_text().replace("bridge bridge", "bridge other"))
    proven = again.overnet("prove", "networks")
    assert proven.returncode == 0, proven.stderr
    assert again.overnet("site").returncode == 0
    for language, title in (("", "On Engine 26.1"), ("zh", "在 Engine 26.1 上")):
        page = (again.folder / "site" / language / "networks/index.html").read_text()
        assert page.count(f"<summary>{title}</summary>") == 2
        assert page.count("bridge other") == 2
    script = (again.folder / "site/networks/node1.sh").read_text()
    assert script.count("docker network ls") == 1

    commands = snippets / "run@26.1.console"
    commands.write_text(commands.read_text().replace("$ docker", "$ sudo docker"))
    refused = again.overnet("site")
    assert "snippets/networks/run@26.1.console:1: not the command of run.console" in refused.stderr


def test_a_page_that_leaves_an_engine_out_is_not_run_there_and_says_so(again: Copy) -> None:
    lab = again.folder / "snippets/networks/lab.yml"
    lab.write_text(lab.read_text() + 'engines: ["26.1", "28.5"]\n')
    done = again.overnet("prove", "--engine", "20.10", "networks")
    assert (done.returncode, done.stderr) == (0, "")
    assert "– networks (Shell, 20.10): not on this engine, as its lab.yml says" in done.stdout
    assert again.overnet("site").returncode == 0
    assert "This page was not run on Engine 20.10." in (again.folder / "site/networks/index.html").read_text()
