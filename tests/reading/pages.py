"""Made-up speeches, and the layouts in which newspapers and web pages print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

NOTICE = (
    "11月6日，市委召开县域经济高质量发展推进会。鄞州区、慈溪市、象山县、市经信局、宁波前湾新区负责人作交流"
    "发言。现将发言摘登如下。"
)
TITLE = "奋战四季度 冲刺全年红"
SUBTITLE = "——宁波市县域经济高质量发展推进会发言摘登"


@dataclass(frozen=True)
class Given:
    """A speech as it is printed, and what must be read from it."""

    unit: str
    name: str
    posts: tuple[tuple[str, str], ...]
    byline: str
    headline: tuple[str, ...]
    body: tuple[str, ...]

    @property
    def read_headline(self) -> str:
        return " ".join(self.headline)


SPEECHES = (
    Given(
        "鄞州区",
        "沈维岳",
        (("鄞州区委书记", "鄞州区"),),
        "鄞州区委书记 沈维岳",
        ("聚焦先进制造 做强总部经济", "奋力打造现代化滨海大都市首善之区"),
        (
            "鄞州区坚持把制造业当家产业抓紧抓牢，前三季度全区规上工业增加值增长8.3%，高于全市平均水平1.2个百分点，"
            "实现地区生产总值2130.6亿元、同比增长6.1%。",
            "一、抓项目扩投资。开展“百日攻坚”行动，新开工亿元以上项目38个，总投资412.5亿元，完成工业投资同比增长"
            "14.7%。推动智能电机产业园等12个项目竣工投产，带动就业1.6万人。",
            "二、抓创新强动能。新增国家级专精特新“小巨人”企业21家，全社会研发投入强度达到4.12%，"
            "LED Light技术入选省级重点研发计划，“揭榜挂帅”机制在全市推广。",
        ),
    ),
    Given(
        "慈溪市",
        "欧阳立群",
        (("慈溪市委副书记", "慈溪市"), ("慈溪市市长", "慈溪市")),
        "慈溪市委副书记、市长 欧阳立群",
        ("厚植民营沃土 激发县域活力",),
        (
            "慈溪市紧扣民营经济这一最大优势，今年以来新设经营主体2.4万户、增长9.8%，民间投资占固定资产投资的比重达"
            "71%，民营企业出口额突破860亿元。",
            "一是优服务。上线“企呼我应”平台，受理诉求1835件，办结率99.2%，为企业减负23.6亿元，兑现惠企资金"
            "7.9亿元。",
            "二是强集群。智能家电产业集群产值达1120亿元、增长7.5%，入选国家级中小企业特色产业集群名单，培育链主"
            "企业15家。",
        ),
    ),
    Given(
        "象山县",
        "包静波",
        (("象山县委书记", "象山县"),),
        "象山县委书记 包静波",
        ("向海图强 逐绿而行", "加快建设现代化海洋强县"),
        (
            "象山县立足海洋资源禀赋，前三季度海洋经济增加值同比增长9.4%，渔业总产值达到186.3亿元，接待游客2480万"
            "人次、增长18.2%。",
            "一、壮大蓝色产业。建成深远海养殖平台6座，海上风电并网容量突破120万千瓦，临港装备产值增长22.5%。",
            "二、擦亮滨海品牌。举办开渔节等节庆活动45场，民宿床位增至3.1万张，带动村级集体经济增收1.8亿元，入选"
            "全国县域旅游综合实力百强县第9位。",
        ),
    ),
    Given(
        "市经信局",
        "邬国平",
        (("市经信局党组书记", "市经信局"), ("市经信局局长", "市经信局")),
        "市经信局党组书记、局长 邬国平",
        ("数实融合提质效 链群协同促跃升",),
        (
            "市经信局锚定打造全球智造创新之都目标，推动全市规上工业增加值增长7.1%，数字经济核心产业增加值增长"
            "12.6%，技改投资增长16.9%。",
            "一、推进智改数转。实施技改项目1560个，新增未来工厂8家、智能工厂46家，重点企业数字化改造覆盖率达到85%。",
            "二、培育新兴赛道。组建人形机器人创新联合体，设立50亿元产业基金，人工智能企业营收增长31.4%。",
        ),
    ),
    Given(
        "宁波前湾新区",
        "鲁 明",
        (("市委常委", "市委"), ("宁波前湾新区党工委书记", "宁波前湾新区")),
        "市委常委，宁波前湾新区党工委书记（兼） 鲁 明",
        ("开放引领 产城融合", "全力打造世界级汽车产业基地"),
        (
            "宁波前湾新区坚持以产兴城、以城促产，前三季度实现规上工业总产值1986.4亿元、增长11.3%，固定资产投资"
            "增长13.8%，实际利用外资4.2亿美元。",
            "一、做强汽车产业。整车产量达68.9万辆、增长26.4%，新能源汽车占比提高到57%，引进零部件项目33个。",
            "二、深化产城融合。新建学校5所、医院2家，城市书房实现街道全覆盖，新增人才3.7万人。",
        ),
    ),
)


def wrap(text: str, width: float, indent: str = "") -> str:
    """`text` cut into lines `width` columns wide, inside words and numbers, as PDF text is."""
    lines, line, room = [], indent, width - len(indent)
    for character in text:
        cost = 0.5 if character.isascii() else 1.0
        if cost > room and character not in "，。、；：”）":
            lines.append(line)
            line, room = "", width
        line += character
        room -= cost
    return "\n".join([*lines, line])


def break_columns(text: str, every: int) -> str:
    """`text` with a blank line after each `every` lines, as at the feet of columns."""
    lines = text.split("\n")
    return "\n".join(
        line + ("\n" if number % every == 0 and number < len(lines) else "")
        for number, line in enumerate(lines, start=1)
    )


def newspaper_body_first(speeches: Sequence[Given] = SPEECHES) -> str:
    """Column text: body, headline, byline; notice and title in the middle of the page."""
    parts = []
    for number, given in enumerate(speeches):
        body = "\n\n".join(break_columns(wrap(paragraph, 18), 5) for paragraph in given.body)
        parts += [body, "\n".join(given.headline), given.byline]
        if number == 1:
            parts += [wrap(NOTICE, 50), "核心\n提示【 】", f"{TITLE}\n{SUBTITLE}"]
    return " " + "\n\n".join(parts) + "\n"


def newspaper_headline_first(speeches: Sequence[Given] = SPEECHES) -> str:
    """Column text without blank lines in the bodies: headline, byline, body; title on top."""
    parts = [f"2024年11月8日 星期五\n第3版 专版\n\n{TITLE}\n{SUBTITLE}\n\n{wrap(NOTICE, 40)}"]
    for given in speeches:
        body = "\n".join(wrap(paragraph, 20, "　　") for paragraph in given.body)
        parts += ["\n".join(given.headline), given.byline, body]
    return "\n\n".join(parts)


def newspaper_tight(speeches: Sequence[Given] = SPEECHES) -> str:
    """Column text without any blank line: body, headline, byline."""
    parts = []
    for given in speeches:
        parts += [*(wrap(paragraph, 19) for paragraph in given.body), *given.headline, given.byline]
    return "\n".join([*parts, TITLE, SUBTITLE, wrap(NOTICE, 38)])


def web_headline_first(speeches: Sequence[Given] = SPEECHES) -> str:
    """A web copy, a paragraph a line: navigation, headline, byline, body."""
    parts = [
        "首页 > 新闻中心 > 要闻",
        TITLE,
        SUBTITLE,
        "来源：宁波日报  时间：2024-11-08 07:12  浏览次数：356",
        "字号：[ 大 中 小 ]",
        "　　" + NOTICE,
    ]
    for given in speeches:
        parts += [" ".join(given.headline), given.byline]
        parts += ["　　" + paragraph for paragraph in given.body]
    return "\r\n".join([*parts, "责任编辑：王小明", "相关报道：", "全市推进会召开", "一图读懂"])


def web_byline_first(speeches: Sequence[Given] = SPEECHES) -> str:
    """A web copy with blank lines: byline in brackets, headline, body."""
    parts = [TITLE, SUBTITLE, "2024-11-08 07:12", NOTICE]
    for given in speeches:
        parts += [f"【{given.byline}】", *given.headline, *given.body]
    return "\n\n".join([*parts, "（宁波日报记者 张晓 整理）", "上一篇", "下一篇", "打印 关闭"])


def web_colon(speeches: Sequence[Given] = SPEECHES) -> str:
    """A web copy where the byline stands before a colon on the line of the first paragraph."""
    parts = [TITLE, SUBTITLE, "（2024年11月8日）", NOTICE]
    for given in speeches:
        first, *rest = given.body
        parts += [*given.headline, f"{given.byline}：{first}", *rest]
    return "\n".join(parts)


def web_body_first(speeches: Sequence[Given] = SPEECHES) -> str:
    """A web copy in the newspaper's order: body, then headline and byline; brackets, colons."""
    parts = []
    for given in speeches:
        parts += [*given.body, *given.headline, f"（{given.byline}）"]
    return "\n\n".join([*parts, NOTICE])


def byline_at_the_end(speeches: Sequence[Given] = SPEECHES) -> str:
    """A web copy: headline, body, and the byline in brackets on the last paragraph's line."""
    parts = [TITLE, SUBTITLE, NOTICE]
    for given in speeches:
        *rest, last = given.body
        parts += [*given.headline, *rest, f"{last}（{given.byline.replace('（兼）', '')}）"]
    return "\n".join(parts)


def labelled(speeches: Sequence[Given] = SPEECHES) -> str:
    """Labels before name and post on two lines, headline above."""
    parts = [TITLE, SUBTITLE, "时间：2024年11月8日", NOTICE]
    for given in speeches:
        posts, _, name = given.byline.partition(" ")
        parts += ["\n".join(given.headline), f"发言人：{posts}\n{name}", "\n".join(given.body)]
    return "\n\n".join(parts)


def name_first(speeches: Sequence[Given] = SPEECHES) -> str:
    """The name before the post: 沈维岳（鄞州区委书记）."""
    turned = []
    for given in speeches:
        posts, _, name = given.byline.replace("（兼）", "").partition(" ")
        turned.append(replace(given, byline=f"{name}（{posts}）"))
    return web_headline_first(turned)


def byline_between(speeches: Sequence[Given] = SPEECHES) -> str:
    """Column text: body, byline, and the headline below the byline."""
    parts = []
    for given in speeches:
        body = "\n".join(wrap(paragraph, 18) for paragraph in given.body)
        parts += [body, given.byline, "\n".join(given.headline)]
    return "\n\n".join([*parts, wrap(NOTICE, 40), f"{TITLE}\n{SUBTITLE}"])


def letter_spaced(speeches: Sequence[Given] = SPEECHES) -> str:
    """Bylines with spaces between all letters, as display type is often extracted."""
    spaced = []
    for given in speeches:
        bare = given.byline.replace(" ", "").replace("（兼）", "")
        spaced.append(replace(given, byline=" ".join(bare)))
    return newspaper_headline_first(spaced)


def unspaced(speeches: Sequence[Given] = SPEECHES) -> str:
    """No space between post and name."""
    bare = [replace(given, byline=given.byline.replace(" ", "")) for given in speeches]
    return newspaper_body_first(bare)


LAYOUTS: tuple[Callable[[], str], ...] = (
    newspaper_body_first,
    newspaper_headline_first,
    newspaper_tight,
    web_headline_first,
    web_byline_first,
    web_colon,
    web_body_first,
    byline_at_the_end,
    labelled,
    name_first,
    byline_between,
    letter_spaced,
    unspaced,
)
