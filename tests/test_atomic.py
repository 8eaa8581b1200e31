"""Outputs are written all or none."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from kg.atomic import finish, write_all
from kg.errors import FayanError


def test_files_appear_with_their_content_and_nothing_beside(tmp_path: Path) -> None:
    write_all(tmp_path / "out", {"a.txt": b"one", "b.txt": b"two"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "a.txt": b"one",
        "b.txt": b"two",
    }


def test_a_failure_leaves_every_earlier_file_whole(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.txt": b"old"})
    # A folder in the way of the second file's first step stops the writing half-way.
    (tmp_path / ".b.txt.part").mkdir()
    with pytest.raises(FayanError, match=str(tmp_path)):
        write_all(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert not (tmp_path / ".a.txt.part").exists()


def test_a_file_where_the_folder_should_be_is_one_clear_line(tmp_path: Path) -> None:
    blocked = tmp_path / "out"
    blocked.write_text("not a folder")
    with pytest.raises(FayanError) as caught:
        write_all(blocked, {"a.txt": b""})
    assert str(blocked) in str(caught.value)
    assert "\n" not in str(caught.value)


OLD = {"a.txt": b"old a", "b.txt": b"old b", "c.txt": b"old c"}
NEW = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".txt"}


@pytest.mark.parametrize("renames", range(6))
def test_a_process_that_dies_while_renaming_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    write_all(tmp_path, OLD)
    child = os.fork()
    if child == 0:
        replace, done = Path.replace, iter(range(renames))

        def dying(self: Path, target: Path) -> Path:
            return replace(self, target) if next(done, None) is not None else os._exit(9)

        monkeypatch.setattr(Path, "replace", dying)
        write_all(tmp_path, NEW)
        os._exit(0)
    os.waitpid(child, 0)
    # The first rename is that of the note; before it nothing was touched.
    assert all(content(tmp_path)[name] in (OLD[name], NEW[name]) for name in OLD)
    finish(tmp_path)
    assert content(tmp_path) == (NEW if renames else OLD)
    write_all(tmp_path, OLD)
    assert content(tmp_path) == OLD
    assert {path.name for path in tmp_path.iterdir()} == set(OLD)


@pytest.mark.parametrize("renames", range(6))
def test_an_interruption_while_renaming_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    """Ctrl-C comes between any two of the four renames: the note's and the three files'."""
    write_all(tmp_path, OLD)
    replace, count = Path.replace, iter(range(100))

    def interrupted(self: Path, target: Path) -> Path:
        if next(count) == renames:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(Path, "replace", interrupted)
        write_all(tmp_path, NEW)
    assert content(tmp_path) == (NEW if renames else OLD)
    assert {path.name for path in tmp_path.iterdir()} == set(OLD)


def test_a_folder_in_the_way_of_one_file_leaves_all_as_they_were(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.txt": b"old"})
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(FayanError, match=r"b\.txt is a folder"):
        write_all(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "b.txt"}


def test_a_note_names_no_file_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / ".complete").write_text('["../../x", "a.txt"]')
    (folder / ".a.txt.part").write_text("a")
    finish(folder)
    assert (folder / "a.txt").read_text() == "a"
    (folder / ".complete").write_text("{")
    finish(folder)
