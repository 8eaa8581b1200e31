"""Outputs are written all or none."""

from pathlib import Path

import pytest

from kg.atomic import write_all
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
