"""Paths: folders are walked, names made unique, and every bad file gets one line."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from kg.errors import FayanError
from kg.reading import MAX_BYTES, read_documents, read_file
from tests.reading.pages import SPEECHES, newspaper_body_first

PAGE = newspaper_body_first()


def put(path: Path, data: str | bytes | None = None) -> Path:
    """Writes `data`, or a page that no other file has, to `path`."""
    if data is None:
        data = f"{PAGE}\n编辑：{path.parent.name} {path.name}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def problems_of(*paths: Path) -> tuple[str, ...]:
    """The problems of reading `paths`, each found to be one line that can be printed."""
    problems = read_documents(paths).problems
    for problem in problems:
        assert "\n" not in problem
        problem.encode()
    return problems


def test_the_encoding_changes_nothing_but_its_name(tmp_path: Path) -> None:
    documents = [
        read_file(put(tmp_path / f"{encoding}.txt", PAGE.encode(encoding)))
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")
    ]
    assert {document.file.raw for document in documents} == {PAGE}
    assert len({document.file.sha256 for document in documents}) == 5
    assert len({document.set_aside for document in documents}) == 1
    texts = {tuple(speech.text for speech in document.speeches) for document in documents}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 500, "binary"),
        ("只有半个字".encode()[:-1] + b"\n" * 3, "broken"),
        (b"no Chinese here\n", "no Chinese"),
        ("中\n".encode(), "no speech"),
    ],
)
def test_a_bad_file_is_one_line_with_its_name(tmp_path: Path, data: bytes, says: str) -> None:
    path = put(tmp_path / "bad.txt", data)
    with pytest.raises(FayanError) as caught:
        read_file(path)
    message = str(caught.value)
    assert "bad.txt" in message and says in message and "\n" not in message


def test_missing_paths_folders_and_other_formats(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match="no such file"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(FayanError, match="folder"):
        read_file(tmp_path)
    with pytest.raises(FayanError, match=r"cannot read \.docx"):
        read_file(put(tmp_path / "report.docx"))


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(5 * MAX_BYTES)
    began = time.monotonic()
    with pytest.raises(FayanError, match=r"huge\.txt: 50\.0 MB is over the limit of 10 MB"):
        read_file(path)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "line",
    [
        "一" * 200_000,
        "中" * 1_000_000,
        "“" * 200_000,
        "（" * 100_000 + "中" * 100_000,
        "中·" * 100_000,
        "局、" * 100_000,
        "中" + "\u3000" * 200_000 + "中",
        "１月１日召开" + "会" * 200_000,
    ],
    ids=lambda line: line[:3],
)
def test_reading_a_senseless_line_takes_linear_time(tmp_path: Path, line: str) -> None:
    began = time.monotonic()
    (speech,) = read_file(put(tmp_path / "line.txt", f"重庆市綦江区工作报告\n{line}")).speeches
    assert len(speech.text.characters) > 1
    assert time.monotonic() - began < 5


def test_a_line_of_a_million_characters_is_read_in_seconds(tmp_path: Path) -> None:
    path = put(tmp_path / "line.txt", SPEECHES[0].body[0] * 12_000)
    began = time.monotonic()
    (speech,) = read_file(path).speeches
    assert len(speech.text.characters) > 800_000
    assert time.monotonic() - began < 10


def test_good_files_are_read_beside_bad_ones(tmp_path: Path) -> None:
    put(tmp_path / "b.txt")
    put(tmp_path / "a.txt")
    put(tmp_path / "bad.txt", b"")
    reading = read_documents([tmp_path, tmp_path / "missing.txt"])
    assert [document.file.name for document in reading.documents] == ["a.txt", "b.txt"]
    assert len(reading.problems) == 2
    assert "missing.txt" in reading.problems[0]
    assert "bad.txt" in reading.problems[1]


def test_folders_are_walked_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    put(tmp_path / "in" / "deep" / "one.txt")
    put(tmp_path / "in" / "TWO.TXT")
    put(tmp_path / "in" / ".hidden.txt")
    put(tmp_path / "in" / ".git" / "three.txt")
    put(tmp_path / "in" / "notes.md")
    reading = read_documents([tmp_path])
    assert [document.file.name for document in reading.documents] == ["TWO.TXT", "one.txt"]
    assert reading.problems == ()


def test_a_folder_with_nothing_to_read_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path / "notes.md")
    (problem,) = read_documents([tmp_path]).problems
    assert "nothing to read" in problem and str(tmp_path) in problem


def test_names_that_collide_get_their_folders(tmp_path: Path) -> None:
    for folder in ("east", "west", "west/inner"):
        put(tmp_path / folder / "page.txt")
    put(tmp_path / "other.txt")
    names = [document.file.name for document in read_documents([tmp_path]).documents]
    assert names == ["east/page.txt", "inner/page.txt", "other.txt", "west/page.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path / "page.txt")
    reading = read_documents([path, tmp_path, path])
    assert len(reading.documents) == 1


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    paths = [put(tmp_path / name) for name in ("c.txt", "a.txt", "b.txt")]
    assert read_documents(paths) == read_documents(paths[::-1])


def test_the_same_text_under_another_name_is_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "c.txt", "a.txt"):
        put(tmp_path / name, PAGE if name != "b.txt" else None)
    reading = read_documents([tmp_path])
    assert [document.file.name for document in reading.documents] == ["a.txt", "b.txt"]
    (problem,) = problems_of(tmp_path)
    assert "c.txt" in problem and "same text as a.txt" in problem


def test_links_that_lead_nowhere_are_problems(tmp_path: Path) -> None:
    put(tmp_path / "good.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "back")
    (tmp_path / "back").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "inside").symlink_to(tmp_path)
    assert [document.file.name for document in read_documents([tmp_path]).documents] == ["good.txt"]
    loop, lost = problems_of(tmp_path)
    assert "loop.txt" in loop and "loop of links" in loop
    assert "lost.txt" in lost and "link to nothing" in lost
    (given,) = problems_of(tmp_path / "loop.txt")
    assert "loop.txt" in given


def test_a_name_that_is_no_utf8_is_a_problem_that_can_be_printed(tmp_path: Path) -> None:
    put(tmp_path / "good.txt")
    try:
        put(tmp_path / os.fsdecode("发言".encode("gb18030") + b".txt"), PAGE)
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    (problem,) = problems_of(tmp_path)
    assert "\ufffd" in problem and ".txt: the file's name is no UTF-8" in problem
    assert len(read_documents([tmp_path]).documents) == 1


def test_a_path_that_cannot_be_is_a_problem(tmp_path: Path) -> None:
    for path in (Path("a\0b.txt"), tmp_path / ("长" * 300), Path("\ud800.txt")):
        assert len(problems_of(path)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_and_devices_are_refused_unread(tmp_path: Path) -> None:
    put(tmp_path / "good.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (problem,) = problems_of(tmp_path)
    assert "pipe.txt: neither a file nor a folder" in problem
    (problem,) = problems_of(Path("/dev/zero"))
    assert problem == "/dev/zero: neither a file nor a folder"
    assert len(read_documents([tmp_path]).documents) == 1


def test_a_folder_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "good.txt")
    put(tmp_path / "closed" / "secret.txt")
    # Tests may run as root, who may read everything.
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    reading = read_documents([tmp_path])
    assert [document.file.name for document in reading.documents] == ["good.txt"]
    assert reading.problems == (f"{tmp_path / 'closed'}: Permission denied",)
    assert problems_of(tmp_path / "closed") == reading.problems
