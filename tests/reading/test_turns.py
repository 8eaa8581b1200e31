"""Transcripts of press conferences: each who answers speaks for the unit that the page tells."""

from tests.reading.checks import assert_partition, read_text

SAID = "2024年，全县完成固定资产投资120亿元，增长8%，新增规上企业20家，城乡居民收入稳步增长。"
PAGE = f"""平江县“乡村振兴这一年”新闻发布会实录
出席发布会的有：
县委常委、副县长 李大为
县农业农村局局长 王小芳
主持人：各位记者朋友，大家上午好！首先请李大为先生介绍有关情况。
李大为：各位记者朋友，大家好！{SAID}
主持人：下面请记者提问。
平江日报记者：请问农业生产有哪些亮点？
王小芳：谢谢提问。全县建成高标准农田5万亩，发展家庭农场300家。
李大为：我补充一点。{SAID}
主持人：今天的发布会到此结束。
"""


def test_who_takes_the_floor_speaks_for_the_unit_of_the_posts_told_above() -> None:
    document = read_text(PAGE)
    assert_partition(document)
    told = [(s.official.name if s.official else "", s.unit) for s in document.speeches]
    assert told == [("李大为", "平江县"), ("王小芳", "县农业农村局"), ("李大为", "平江县")]
    assert document.speeches[1].text.characters.startswith("谢谢提问。")


def test_questions_and_the_host_are_no_speech() -> None:
    document = read_text(PAGE)
    raw = document.file.raw
    asked = [raw[a.span.start : a.span.end] for a in document.set_aside if a.reason == "question"]
    assert any("请问农业生产" in text for text in asked)
    assert all("请问" not in s.text.characters for s in document.speeches)


def test_posts_told_in_a_sentence_and_posts_before_the_name() -> None:
    page = (
        "今天出席发布会的有：县委常委、副县长李大为，县农业农村局局长王小芳女士。\n"
        f"李大为：{SAID}\n县农业农村局局长王小芳：{SAID}\n李大为：{SAID}\n"
    )
    document = read_text(page, "2024-平江县.txt")
    assert_partition(document)
    assert [speech.unit for speech in document.speeches] == ["平江县", "县农业农村局", "平江县"]


def test_a_name_and_a_colon_without_posts_make_no_transcript() -> None:
    document = read_text(f"云溪县发展改革工作汇报\n王一凡：{SAID}\n李小二：{SAID}\n")
    assert_partition(document)
    assert [speech.official for speech in document.speeches] == [None]
