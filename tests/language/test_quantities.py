"""Quantities: (text, what was read)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.language.quantities import find_chinese, find_quantities

# text, printed span, value, value_max, unit, comparator
READ = [
    ("预算数（万元）　　 2,460.00", "2,460.00", 24_600_000, None, "CNY", "eq"),
    ("执行数(元)：3515", "3515", 3515, None, "CNY", "eq"),
    ("校舍面积（平方米）　860", "860", 860, None, "m2", "eq"),
    ("培训教师（人次）　≥5,000", "5,000", 5000, None, "person-time", "ge"),
    ("以万元为单位（下同） 860", "860", 860, None, None, "eq"),
    ("金额（万元）项目12个", "12个", 12, None, "weak", "eq"),
    ("新增学位2.35万个", "2.35万个", 23500, None, "weak", "eq"),
    ("建成学校12所", "12所", 12, None, "institution", "eq"),
    ("培训教师3万余人次", "3万余人次", 30000, None, "person-time", "gt"),
    ("补充教师200多名", "200多名", 200, None, "person", "gt"),
    ("覆盖10多万人", "10多万人", 100000, None, "person", "gt"),
    ("投入资金3.665亿元", "3.665亿元", 366_500_000, None, "CNY", "eq"),
    ("总投入1.2万亿元", "1.2万亿元", 1.2e12, None, "CNY", "eq"),
    ("投资2.5亿,新建", "2.5亿", 250_000_000, None, None, "eq"),
    ("入学率达99.85%", "99.85%", 99.85, None, "%", "eq"),
    ("提高3.2个百分点", "3.2个百分点", 3.2, None, "pp", "eq"),
    ("排除危房面积55 865平方米", "55 865平方米", 55865, None, "m2", "eq"),
    ("在校生1 202 491人", "1 202 491人", 1202491, None, "person", "eq"),
    ("新建校舍47\u2009000.6平方米", "47\u2009000.6平方米", 47000.6, None, "m2", "eq"),
    ("共有12,345人", "12,345人", 12345, None, "person", "eq"),
    ("配备教师１２３名", "１２３名", 123, None, "person", "eq"),
    ("不低于60%", "60%", 60, None, "%", "ge"),
    ("达到90%以上", "90%", 90, None, "%", "ge"),
    ("每个乡镇至少办1所中心园", "1所", 1, None, "institution", "ge"),
    ("每校至少推荐2名教师", "2名", 2, None, "person", "ge"),
    ("不少于选派12人", "12人", 12, None, "person", "ge"),
    ("超过计划招收200人", "200人", 200, None, "person", "eq"),
    ("至少一周前报名,录取35人", "35人", 35, None, "person", "eq"),
    ("控制在5%以内", "5%", 5, None, "%", "le"),
    ("小于或等于0.45", "0.45", 0.45, None, None, "le"),
    ("省一类园约占幼儿园总数的50%", "50%", 50, None, "%", "approx"),
    ("寄宿生大约占在校生的三成即30%", "30%", 30, None, "%", "eq"),
    ("寄宿生接近占在校学生总数的32%", "32%", 32, None, "%", "approx"),
    ("签约园占幼儿园总数的50%", "50%", 50, None, "%", "eq"),
    ("总投资3 957.5万元", "3 957.5万元", 39_575_000, None, "CNY", "eq"),
    ("学生12\u00a0345人", "12\u00a0345人", 12345, None, "person", "eq"),
    ("校舍1 234 500平方米", "1 234 500平方米", 1234500, None, "m2", "eq"),
    ("超过800所", "800所", 800, None, "institution", "gt"),
    ("不足100名", "100名", 100, None, "person", "lt"),
    ("约30万平方米", "30万平方米", 300000, None, "m2", "approx"),
    ("已签约196名教师", "196名", 196, None, "person", "eq"),
    ("全年节约120万元", "120万元", 1200000, None, "CNY", "eq"),
    ("近20万名学生", "20万名", 200000, None, "person", "approx"),
    ("生师比为1:17.5", "1:17.5", 17.5, None, "ratio", "eq"),
    ("生师比为1∶14", "1∶14", 14, None, "ratio", "eq"),
    ("生师比达16:1", "16:1", 16, None, "ratio", "eq"),
    ("师生比1比13.5", "1比13.5", 13.5, None, "ratio", "eq"),
    ("每县3—5所", "3—5所", 3, 5, "institution", "eq"),
    ("补助4000至6000元", "4000至6000元", 4000, 6000, "CNY", "eq"),
    ("近视率每年下降2～1.5个百分点", "2～1.5个百分点", 1.5, 2, "pp", "eq"),
    ("合格率由高到低为98%—91.5%", "98%—91.5%", 91.5, 98, "%", "eq"),
    ("每班5至3万元", "5至3万元", 30000, 50000, "CNY", "eq"),
    ("新增2~3万个学位", "2~3万个", 20000, 30000, "weak", "eq"),
    ("超过9成", "9成", 90, None, "%", "gt"),
    ("近8成的教师", "8成", 80, None, "%", "approx"),
    ("占7.5成", "7.5成", 75, None, "%", "eq"),
    ("第12成立", "12", 12, None, None, "eq"),
    ("7成效", "7", 7, None, None, "eq"),
    ("覆盖9县(市、区)", "9县(市、区)", 9, None, "county", "eq"),
]


@pytest.mark.parametrize(("text", "span", "value", "value_max", "unit", "comparator"), READ)
def test_reads(text: str, span: str, value: float, value_max: float | None, unit: str | None, comparator: str) -> None:
    (found,) = find_quantities(text)
    assert (text[found.start : found.end], found.value, found.value_max, found.unit, found.comparator) == (
        span,
        value,
        value_max,
        unit,
        comparator,
    )


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("分别高出12.5个、7.4个、3.2个百分点", ["pp", "pp", "pp"]),
        ("分别上升6.4个和下降2.9个百分点", ["pp", "pp"]),
        ("分别提高1.7个,降低0.8个百分点", ["pp", "pp"]),
        ("分别提高1.2和减少3.4个百分点", ["pp", "pp"]),
        ("新增3所和提高1.5个百分点", ["institution", "pp"]),
        ("新建项目8个和撤销2个", ["weak", "weak"]),
        ("分别为59.9、95%", ["%", "%"]),
        ("分别达4.5平方米以上和5.8平方米以上", ["m2", "m2"]),
        ("小学12所、初中7所", ["institution", "institution"]),
        ("小学 52 312人", [None, "person"]),  # blanks also part cells
        ("投入52 3120万元", [None, "CNY"]),
        ("项目1 200万元", [None, "CNY"]),  # and follow numbers in order
        ("小学12 450所教学点合并", [None, "institution"]),
        ("附表1 120平方米", [None, "m2"]),
        ("附表 1 120 平方米", [None, "m2"]),
        ("小学 12 450 所", [None, "institution"]),
        ("完成3,新增5所", [None, "institution"]),  # a clause comma does not share a unit
    ],
)
def test_lists_share_their_unit(text: str, units: list[str | None]) -> None:
    assert [q.unit for q in find_quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("在校生 59 804 人，小学 99 个班，高中 5 241 人，初中 18 所", [59804, 99, 5241, 18]),
        ("小学 99 个班，初中 18 所，高中 7 所，小学1 313 个班", [99, 18, 7, 1313]),
        ("小学 9 所，初中 18 所，占地 1 810 538.85 平方米", [9, 18, 1810538.85]),
        ("小学 52 312人", [52, 312]),  # one number alone shows no habit
        ("附表 1 120 平方米，小学 9 所，初中 18 所，高中 7 所", [1, 120, 9, 18, 7]),
        ("合计 18 450，小学 9 所，初中 18 所，高中 7 所", [18, 450, 9, 18, 7]),  # without a unit: cells
    ],
)
def test_blanks_that_set_numbers_off_part_thousands_too(text: str, values: list[float]) -> None:
    assert [q.value for q in find_quantities(text)] == values


def test_a_list_shares_its_magnitude() -> None:
    assert [q.value for q in find_quantities("分别为1.2、3.4万人")] == [12000, 34000]


def test_percentage_points_are_never_percent() -> None:
    assert {q.unit for q in find_quantities("提高5个百分点,下降0.3百分点,达80%")} == {"pp", "%"}


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("近百名教师、十余个项目", [("百名", 100, "approx"), ("十余个", 10, "gt")]),
        ("达到百分之九十五点二", [("百分之九十五点二", 95.2, "eq")]),
        ("超万名群众", [("万名", 10000, "gt")]),
        ("三所学校", [("三所", 3, "eq")]),
        ("第三所学校", []),
        ("统一部署、万众一心", []),
        ("首次突破两千大关", [("两千", 2000, "gt")]),
        ("学生逾七千七百万", [("七千七百万", 77_000_000, "gt")]),
        ("惠及三千余万学生", [("三千余万", 30_000_000, "gt")]),
        ("投入二十余万元", [("二十余万元", 200_000, "gt")]),
        ("近三成由祖辈监护", [("三成", 30, "approx")]),
        ("剩下一成为外来务工子女", [("一成", 10, "eq")]),
        ("近两成效果", []),
        ("拿出七成计划分配到初中", [("七成", 70, "eq")]),
        ("唯一一名", []),
        ("报名人数一千三百人", [("一千三百人", 1300, "eq")]),
        ("有数百人", []),
    ],
)
def test_chinese_numerals(text: str, spans: list[tuple[str, float, str]]) -> None:
    found = find_chinese(text, 0, len(text))
    assert [(text[q.start : q.end], q.value, q.comparator) for q in found] == spans


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("招收十五六名", "十五六名", 15, 16),
        ("拿出一到两所", "一到两所", 1, 2),
        ("三至五所", "三至五所", 3, 5),
        ("七八十人", "七八十人", 70, 80),
    ],
)
def test_ranges_in_characters(text: str, span: str, low: float, high: float) -> None:
    (found,) = find_chinese(text, 0, len(text))
    assert (text[found.start : found.end], found.value, found.value_max) == (span, low, high)


@given(
    st.text(
        alphabet="零〇一二两三四五六七八九十百千万亿点成半分之余多到至所名人个次元倍学生大关第几数，。", max_size=40
    )
)
def test_spans_in_characters_are_ordered_and_apart(text: str) -> None:
    found = find_chinese(text, 0, len(text))
    for before, after in zip(found, found[1:], strict=False):
        assert before.end <= after.start
    for quantity in found:
        assert 0 <= quantity.start < quantity.numeral_end <= quantity.end <= len(text)
        assert 0 <= quantity.value < 1e25
        assert quantity.value_max is None or quantity.value < quantity.value_max


@given(
    st.text(alphabet="0123456789０１２.．,:：∶-—至万亿千百个所名人%％余多约近、和年月日第“”〔〕 \n学校", max_size=60)
)
def test_spans_are_ordered_and_apart(text: str) -> None:
    found = find_quantities(text)
    for before, after in zip(found, found[1:], strict=False):
        assert before.end <= after.start
    for quantity in found:
        assert 0 <= quantity.start < quantity.numeral_end <= quantity.end <= len(text)
        assert quantity.value_max is None or quantity.value <= quantity.value_max
