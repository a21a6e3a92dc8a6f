"""The arithmetic audit on sentences of our own: what must be found, with which verdict, and what must be left alone."""

import importlib.util
import re
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edu_pipeline.quality import audit_trial, audits, contract_rules
from edu_pipeline.tables import TABLES

_UNITS = {
    "所": "institution", "个百分点": "pp", "%": "%", "人次": "person-time", "人": "person", "名": "person", "元": "CNY", "个": "item", "项": "item", "枚": "item",
    "平方米": "m2", "期": "item", "年": "year", "个班": "class", "亩": "other",
}  # fmt: skip
_NUMBER = re.compile(
    r"(?:(\d+(?:\.\d+)?)[:∶])?(\d+(?:\.\d+)?)([余多])?([万亿]{0,2})([余多])?(个百分点|人次|平方米|个班|[所%人名元个项枚期年亩])?"
)
_OF_POINTS = re.compile(r"(?:[、和][\d.]+个?)+个百分点")  # 14.7个、17.4个百分点: the unit stands behind the list
_BOUNDS = (("超过?$", "gt"), ("(?:近|约)$", "approx"), ("不低于$", "ge"))


def make_tables(
    text: str, dated_on: date | None = date(2024, 6, 30), copy: bool = False
) -> tuple[pa.Table, pa.Table, pa.Table, pa.Table]:
    """quantities, observations_sound, articles, documents of one text; with `copy` the text stands twice."""
    whole = text + "\n" + text if copy else text
    articles = [
        {
            "article_id": "a0",
            "document_id": "d",
            "ordinal": 0,
            "start": 0,
            "end": len(text),
            "complete": True,
            "dated_on": dated_on,
        }
    ]
    if copy:
        articles.append(
            {
                **articles[0],
                "article_id": "a1",
                "ordinal": 1,
                "start": len(text) + 1,
                "end": len(whole),
                "duplicate_of": "a0",
            }
        )
    document = {
        "source": "s.txt",
        "document_id": "d",
        "sha256": "0",
        "media_type": "text/plain",
        "reader": "t",
        "byte_size": 1,
        "text": whole,
        "status": "ok",
    }
    rows = [_quantity(whole, match, len(text)) for match in _NUMBER.finditer(whole)]
    named: tuple[tuple[str, list[dict[str, Any]]], ...] = (
        ("quantities", rows),
        ("observations_sound", []),
        ("articles", articles),
        ("documents", [document]),
    )
    quantities, observations, article_table, documents = (TABLES[name].from_rows(listed) for name, listed in named)
    return quantities, observations, article_table, documents


def _quantity(text: str, match: re.Match[str], length: int) -> dict[str, Any]:
    first, numeral, more, magnitude, later, unit = match.groups()
    value = float(numeral) if first in (None, "1") else float(first)
    value = round(value * {"": 1, "万": 1e4, "亿": 1e8}.get(magnitude, 1e12), 6)
    before = text[max(0, match.start() - 3) : match.start()]
    comparator = "gt" if more or later else next((c for p, c in _BOUNDS if re.search(p, before)), "eq")
    kind = (
        "period"
        if unit == "年" or (unit is None and text[match.end() : match.end() + 1] in ("年", "-", "—"))
        else "observation"
    )
    return {
        "quantity_id": f"q{match.start()}", "document_id": "d", "source": "s.txt", "article_id": "a0" if match.start() < length else "a1",
        "start": match.start(), "end": match.end(), "text": match[0], "kind": kind, "value": value,
        "unit": "student/teacher" if first else "pp" if unit in (None, "个") and _OF_POINTS.match(text, match.end()) else _UNITS.get(unit or ""),
        "unit_text": unit, "comparator": comparator, "reason": "test",
    }  # fmt: skip


def told(text: str, **options: Any) -> list[tuple[str, str, str | None, list[str], float]]:
    """Kind, verdict, claim and operands as printed, and the recomputed value of every audit of a text."""
    tables = make_tables(text, **options)
    printed = {row["quantity_id"]: row["text"] for row in tables[0].to_pylist()}
    return [
        (
            r["kind"],
            r["verdict"],
            printed.get(r["claim_quantity_id"]),
            [printed[i] for i in r["operand_quantity_ids"]],
            r["computed"],
        )
        for r in audits.audit(*tables).to_pylist()
    ]


SUMS = [
    ("全县共有学校213所,其中幼儿园98所,小学76所,初中28所,高中11所。", "213所", 213, "consistent"),
    ("全县共有学校213所,其中幼儿园98所,小学67所,初中28所,高中11所。", "213所", 204, "inconsistent"),
    ("全区共有学校120所(小学70所、初中38所、高中12所),在校生8.6万人。", "120所", 120, "consistent"),
    ("全区共有学校120所(小学70所、初中38所、高中13所),在校生8.6万人。", "120所", 121, "inconsistent"),
    ("创建示范园31所(东湖6所、西山9所、南桥16所)。", "31所", 31, "consistent"),
    ("新建校舍3.2万平方米、改扩建校舍1.8万平方米,共计5万平方米。", "5万平方米", 50000, "consistent"),
    ("中央资金1200万元,省级资金800万元,县级资金500万元,合计2600万元。", "2600万元", 25e6, "inconsistent"),
    ("实施工程共40个,35个已完工,剩余5个年底前完工。", "40个", 40, "consistent"),
    ("实施工程共40个,35个已完工,剩余6个年底前完工。", "40个", 41, "inconsistent"),
    ("全市有教师8200人。其中:小学教师4100人,初中教师2600人,高中教师1500人。", "8200人", 8200, "consistent"),
    ("各校幼儿、小学、初中学生分别为1200人、3600人、2400人,共计7200人。", "7200人", 7200, "consistent"),
    ("获得金牌12枚、银牌8枚、铜牌15枚,奖牌总数36枚。", "36枚", 35, "inconsistent"),
    ("全县幼儿园120所,其中公办48所,民办71所。", "120所", 119, "inconsistent"),
    ("全区有学校140所。分学段看,幼儿园80所,小学40所,初中15所,高中5所。", "140所", 140, "consistent"),
    ("全区有学校140所。按类别分:幼儿园80所,小学40所,初中16所,高中5所。", "140所", 141, "inconsistent"),
    ("全市符合条件的160所中小学中,设党委的50所,党员较多;设支部的110所,人数较少。", "160所", 160, "consistent"),
    ("实施改造项目88项。目前,校舍新建类60项,已开工55项;设备采购类28项,已到货20项。", "88项", 88, "consistent"),
]


@pytest.mark.parametrize(("text", "claim", "computed", "verdict"), SUMS)
def test_totals_and_their_parts(text: str, claim: str, computed: float, verdict: str) -> None:
    found = [(c, v) for kind, v, c, _, value in told(text) if kind == "sum" and value == pytest.approx(computed)]
    assert (claim, verdict) in found


OPEN = [
    "新建幼儿园12所,改扩建小学8所,撤并教学点20所。",  # 12 + 8 = 20 by chance
    "公开招聘教师300名,引进人才20名,交流教师320名。",
    "全市有专任教师8642人,其中硕士610人,本科5420人。",  # an open list
    "全市有专任教师8600人,其中女教师5100人,党员3600人。",  # parts that overlap
    "全市有学校86所,其中示范校12所。",
    "课程覆盖小学20所、学生3000人,占计划的50%。",
    "小学入学率99.9%,初中入学率99.5%,高中入学率92.1%。",
    "全县有幼儿园12所,小学20所,毛入园率60%。",  # 12 of 20 by chance
    "教师平均年龄42岁,本科以上学历占85%,高级职称占32%。",
    "投资2亿元,新建小学3所,惠及学生4500人。",
    "完成培训120人,投入30万元,建成基地4个。",  # 120 = 30 × 4 by chance
    "安排资金1.2亿元,支持学校60所,新增学位2万个。",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_coincidence_is_not_a_relation(text: str) -> None:
    assert [row for row in told(text) if row[1] != "implied"] == []


SHARES = [
    ("全市总班数7650个,现有大班额数163个,大班额比例2.13%。", "2.13%", 100 * 163 / 7650, "consistent"),
    ("全市总班数7650个,现有大班额数163个,大班额比例2.31%。", "2.31%", 100 * 163 / 7650, "inconsistent"),
    ("全县共有小学86所,已建成标准化学校80所,占93.02%。", "93.02%", 100 * 80 / 86, "consistent"),
    (
        "2023年共有幼儿园27.44万所。其中,普惠性幼儿园23.64万所,占全国幼儿园的比例86.16%。",
        "86.16%",
        100 * 23.64 / 27.44,
        "consistent",
    ),
    ("教育支出12.5亿元,占财政支出60.2亿元的20.76%。", "20.76%", 100 * 12.5 / 60.2, "consistent"),
    ("教育支出12.5亿元,占财政支出60.2亿元的27.06%。", "27.06%", 100 * 12.5 / 60.2, "inconsistent"),
    ("校舍类项目60项,已完工51项(完工率85%)。", "85%", 85, "consistent"),
    ("全系统排查隐患97项,整改率100%。", "100%", 100, "consistent"),
    ("公办幼儿园56所、民办幼儿园84所,公办园占比45%。", "45%", 40, "inconsistent"),
    ("全县小学在校生30250人,专任教师1890人,生师比16∶1。", "16∶1", 30250 / 1890, "consistent"),
    ("初中毕业生15230人,升入普高9138人,占60%,升入中职5620人,占39.6%。", "39.6%", 100 * 5620 / 15230, "inconsistent"),
]


@pytest.mark.parametrize(("text", "claim", "computed", "verdict"), SHARES)
def test_shares(text: str, claim: str, computed: float, verdict: str) -> None:
    assert (claim, verdict) in [
        (c, v) for kind, v, c, _, value in told(text) if kind == "ratio" and value == pytest.approx(computed)
    ]


MOVES = [
    ("在校生5210人,比上年增加124人,增长2.44%。", "change", "2.44%", 100 * 124 / 5086, "consistent"),
    ("在校生5210人,比上年增加124人,增长4.24%。", "change", "4.24%", 100 * 124 / 5086, "inconsistent"),
    ("毛入学率由2020年的90.1%提高到2023年的94.6%,提高4.5个百分点。", "change", "4.5个百分点", 4.5, "consistent"),
    ("毛入学率由2020年的90.1%提高到2023年的94.6%,提高5.4个百分点。", "change", "5.4个百分点", 4.5, "inconsistent"),
    ("学生由2019年的5.62万人减少到2023年的5.11万人,下降9.07%。", "change", "9.07%", 100 * 0.51 / 5.62, "consistent"),
    ("支出22576.01亿元,比上年的21405.67亿元增长5.47%。", "change", "5.47%", 5.46742, "consistent"),
    ("工作室45个,比2020年的30个增加15个。", "change", "15个", 15, "consistent"),
    ("覆盖率89.3%,高于全省平均水平(86.2%)1.3个百分点。", "gap", "1.3个百分点", 3.1, "inconsistent"),
    ("近三年累计投入36.6亿元,年均12.2亿元。", "average", "12.2亿元", 12.2e8, "consistent"),
    ("近三年累计投入36.6亿元,年均9.15亿元。", "average", "9.15亿元", 12.2e8, "inconsistent"),
    ("2021年以来累计投入36.6亿元,年均12.2亿元。", "average", "12.2亿元", 12.2e8, "consistent"),
    ("培训校长4期共320人次,平均每期80人次。", "average", "80人次", 80, "consistent"),
    ("每名学生补助1250元,惠及学生3200名,共发放40万元。", "product", "40万元", 4e6, "inconsistent"),
    ("每名学生补助1250元,惠及学生3200名,共发放400万元。", "product", "400万元", 4e6, "consistent"),
]


@pytest.mark.parametrize(("text", "kind", "claim", "computed", "verdict"), MOVES)
def test_changes_gaps_and_means(text: str, kind: str, claim: str, computed: float, verdict: str) -> None:
    assert (kind, claim, verdict) in [
        (k, c, v) for k, v, c, _, value in told(text) if value == pytest.approx(computed, rel=1e-4)
    ]


IMPLIED = [
    ("公办园占比61.4%,高于国家标准11.4个百分点。", "gap", ["61.4%", "11.4个百分点"], 50),
    ("大班额比例2.1%,比全省平均水平低0.9个百分点。", "gap", ["2.1%", "0.9个百分点"], 3.0),
    ("毛入园率达95.2%、覆盖率达91.3%,分别高于国家指标10.2个、11.3个百分点。", "gap", ["91.3%", "11.3个百分点"], 80),
    ("小学、初中巩固率分别达99.5%、98.1%,分别比上年提高0.2、0.4个百分点。", "change", ["99.5%", "0.2"], 99.3),
    ("高考上线4820人,同比增加310人。", "change", ["4820人", "310人"], 4510),
    ("大班额从120个减少到45个。", "change", ["120个", "45个"], -75),
    ("引进教师150人,其中硕士占30%。", "product", ["150人", "30%"], 45),
    ("本科上线2600人;本科上线率52%。", "ratio", ["2600人", "52%"], 5000),
    ("教师年平均工资81000元,比当地公务员高3000元。", "gap", ["81000元", "3000元"], 78000),
    ("在省级补助6万元的基础上,再奖励每校2万元。", "sum", ["6万元", "2万元"], 80000),
    (
        "学生总计**人,教师900人。其中:幼儿园学生200人;小学学生500人;初中学生300人。",
        "sum",
        ["200人", "500人", "300人"],
        1000,
    ),
]


@pytest.mark.parametrize(("text", "kind", "operands", "computed"), IMPLIED)
def test_what_is_implied(text: str, kind: str, operands: list[str], computed: float) -> None:
    assert (kind, operands) in [
        (k, o) for k, v, _, o, value in told(text) if v == "implied" and value == pytest.approx(computed)
    ]


NOT_JOINED = [
    ("毛入园率95%,教师比上年增加20人。", "a change with a subject of its own"),
    ("在校生5000人,学校30所,比上年增加200人。", "the nearest number is of another unit"),
    ("毛入园率不低于95%,超过90%。", "bounds are no gaps"),
    ("教育经费年均增长7%,投入3亿元。", "a mean growth"),
]


@pytest.mark.parametrize(("text", "why"), NOT_JOINED)
def test_levels_that_are_not_the_change_s_own(text: str, why: str) -> None:
    assert told(text) == [], why


def test_shares_of_a_whole() -> None:
    assert ("share_sum", "consistent", None, ["25%", "45%", "30%"], 100) in told("按照25%、45%、30%的比例安排。")
    over = told("博士占2.1%,硕士占30.4%,本科占62.2%,专科占7.3%。")
    assert ("share_sum", "inconsistent") in [row[:2] for row in over]
    assert told("毛入园率95%、巩固率99%。") == []


def test_a_standard_and_the_value_held_against_it() -> None:
    assert [(k, v) for k, v, *_ in told("大班额比例为4.2%,低于国家5%的标准。")] == [("gap", "consistent")]
    assert [(k, v) for k, v, *_ in told("大班额比例为6.2%,低于国家5%的标准。")] == [("gap", "inconsistent")]


def test_two_breakdowns_of_one_whole() -> None:
    text = "其中2021年新建18所,改扩建12所,目前21所已完工,7所在建,2所尚未开工。"
    assert ("sum", "consistent", None, ["21所", "7所", "2所", "18所", "12所"], 30) in told(text)


def test_the_same_slip_explains_two_totals() -> None:
    text = "全市共有学校300所,教职工9000人。其中:幼儿园180所,教职工2500人;小学80所,教职工4000人;初中40所,教职工2500人;开放大学1所,教职工31人。"
    rows = audits.audit(*make_tables(text)).to_pylist()
    assert sorted(r["computed"] for r in rows if r["verdict"] == "inconsistent") == [301, 9031]
    assert all("without 开放大学" in r["explanation"] for r in rows if r["verdict"] == "inconsistent")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("共有学校213所,其中幼儿园98所,小学67所,初中28所,高中11所。", "小学67所 as 76所 (two digits changed round)"),
        ("每人补助1250元,惠及学生3200名,共发放40万元。", "a factor of 10"),
        (
            "在校生5210人,比上年增加124人,增长4.24%。",
            "printed 4.24%, recomputed 2.43806%: 1.80194 percentage points too high",
        ),
    ],
)
def test_an_inconsistency_says_what_would_make_it_fit(text: str, words: str) -> None:
    assert any(
        words in (r["explanation"] or "")
        for r in audits.audit(*make_tables(text)).to_pylist()
        if r["verdict"] == "inconsistent"
    )


def test_the_same_fact_told_twice() -> None:
    text = "建成思政课实践教学基地46个。\n全年新建小学4所。\n遴选思政课实践教学基地46个,打造品牌9个。"
    assert ("repeat", "consistent", "46个", ["46个"], 46) in told(text)
    assert told("建成实践基地46个。\n聘请法律顾问46个。") == []
    parts = "城区新改扩建小学9所,新增学位8460个。\n全年新建小学4所,改扩建小学5所,新增学位8460个。"
    assert ("sum", "consistent", "9所", ["4所", "5所"], 9) in told(parts)


def test_a_line_that_breaks_inside_a_sentence_goes_on() -> None:
    text = (
        "全市深入推进控辍保学工作,各县区建立了台账,目前全市义务教育学校班级\n总数7650个,大班额163个,大班额比例2.13%。"
    )
    assert ("ratio", "consistent") in [row[:2] for row in told(text)]


def test_copies_and_documents_without_text_are_passed_over() -> None:
    text = SUMS[0][0]
    once, twice = make_tables(text), make_tables(text, copy=True)
    assert audits.audit(*twice).num_rows == audits.audit(*once).num_rows == 1
    assert audits.coverage(*twice)["copies"] == 1
    documents = once[3].set_column(once[3].schema.get_field_index("text"), "text", pa.nulls(1, pa.large_string()))
    assert audits.audit(*once[:3], documents).num_rows == 0


def test_coverage_counts_what_was_tried_and_what_was_not() -> None:
    counts = audits.coverage(*make_tables(SUMS[1][0] + OPEN[2]))
    assert counts["looked_for"] == counts["tried"] + counts["untried"]
    assert counts["verdicts"] == {"inconsistent": 1}
    assert counts["by_kind"]["sum"]["reasons"]
    assert audits.coverage(*make_tables("没有数字。"))["looked_for"] == 0


def test_rows_fit_the_table_and_do_not_depend_on_order() -> None:
    text = "".join(str(row[0]) for row in (*SUMS, *SHARES, *MOVES))
    tables = make_tables(text)
    rows = audits.audit(*tables)
    assert rows.schema.equals(TABLES["audits"].arrow)
    assert len(set(rows["audit_id"].to_pylist())) == rows.num_rows
    shuffled = tables[0].take(list(reversed(range(tables[0].num_rows))))
    assert audits.audit(shuffled, *tables[1:]).equals(rows)
    for row in rows.to_pylist():
        assert row["sentence"] and row["tolerance"] >= 0
        if row["verdict"] == "consistent" and row["claimed"] is not None:
            assert abs(row["claimed"] - row["computed"]) <= row["tolerance"] + 1e-6 * max(1, abs(row["claimed"]))


_PIECES = """其中 共 占 比上年 增加 增长 提高 到 由 高于 标准 分别 ( ) 、 , ; : 。 12所 30% 4.5个百分点 8人 2万元 100% 0人 0% 年均 每人 小学
公办 剩余 余 *人 中, 超过 近 不低于 完成率"""


@settings(max_examples=150)
@given(st.lists(st.sampled_from([*_PIECES.split(), "\n"]), max_size=40))
@example(["新建幼儿园80所(其中公办不低于30所),完成率78.94%。"])
@example(["小学在校生超过300人,专任教师20人,生师比90:1。"])
@example(["小学在校生超过300人,专任教师20人,生师比15.5:1。"])
def test_any_text_gives_rows_that_a_release_can_hold(parts: list[str]) -> None:
    tables = make_tables("".join(parts))
    rows = audits.audit(*tables)
    for rule in contract_rules.rules("audits"):
        assert pc.all(pc.fill_null(rule.kept(lambda column: rows[column]), True)).as_py() is not False, rule.name
    assert not [
        why for kind in audits.coverage(*tables)["by_kind"].values() for why in kind["reasons"] if "report it" in why
    ]


def test_a_verdict_that_does_not_hold_is_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = str(SHARES[0][0])
    assert told(text)
    monkeypatch.setattr(audit_trial, "allowed_distance", lambda *_: -1.0)
    assert not told(text)
    reasons = audits.coverage(*make_tables(text))["by_kind"]["ratio"]["reasons"]
    assert any("report it" in why for why in reasons)


OPEN_OPERANDS = [
    ("新建幼儿园80所,其中公办不低于30所,占38%。", ["consistent"]),  # 37.5 % or more, and near it
    ("招聘教师超过500人,其中女教师300人,占59.5%。", ["consistent"]),
    ("新建幼儿园80所(其中公办不低于30所),完成率78.94%。", []),  # 37.5 % or more says nothing of 78.94
    ("招聘教师超过500人,其中女教师300人,占12.5%。", []),
]


@pytest.mark.parametrize(("text", "verdicts"), OPEN_OPERANDS)
def test_what_is_recomputed_from_an_open_bound(text: str, verdicts: list[str]) -> None:
    assert [verdict for _, verdict, *_ in told(text) if verdict != "implied"] == verdicts


def test_the_seeds() -> None:
    shared = Path(__file__).parents[2].parent / "shared"
    if not shared.is_dir() or importlib.util.find_spec("edu_pipeline.extract") is None:
        pytest.skip("needs the shared folder beside the checkout")
    from edu_pipeline.extract import extract_document

    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("quantities", "observations_read", "articles", "documents")
    }
    for path in sorted((shared / "seeds").glob("004*.txt")):
        for name, listed in extract_document(path.read_bytes(), path.name).items():
            rows[name] += listed
    found = audits.audit(*(TABLES[name].from_rows(listed) for name, listed in rows.items())).to_pylist()
    wrong = {(r["claimed"], r["computed"]): r["explanation"] for r in found if r["verdict"] == "inconsistent"}
    assert set(wrong) == {(500, 501), (16510, 16536)}
    assert all("开放大学" in text for text in wrong.values())
    assert 189126 in [r["computed"] for r in found if r["verdict"] == "implied"]
