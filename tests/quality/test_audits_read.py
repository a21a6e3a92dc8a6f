"""The arithmetic audit behind the real reading: sentences of our own as a whole document, right and wrong."""

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import audits, contracts
from edu_pipeline.tables import TABLES

Told = list[tuple[str, str, str | None, str]]


def told(text: str) -> Told:
    """Kind, verdict, claim as printed and explanation of every audit of a document that holds the text."""
    document = f"临泽县2023年教育事业发展统计公报\n2024年3月5日\n\n{text}\n"
    read = {name: TABLES[name].from_rows(rows) for name, rows in extract_document(document.encode(), "a.txt").items()}
    sound, _ = contracts.split(read["observations_read"])
    printed = {row["quantity_id"]: row["text"] for row in read["quantities"].to_pylist()}
    rows = audits.audit(read["quantities"], sound, read["articles"], read["documents"]).to_pylist()
    return [(r["kind"], r["verdict"], printed.get(r["claim_quantity_id"]), r["explanation"] or "") for r in rows]


# (sentence with {} for the number in doubt, kind, the number that fits, one that does not, words of the explanation)
SENTENCES = [
    ("全市在校学生154321人。其中,幼儿园32110人,小学66541人,初中{}人,普通高中16800人,中职4000人。", "sum", "34870", "34780", "34870人 for 34780人|two neighbouring digits"),
    ("全县有小学43所、初中12所、高中3所、幼儿园61所,合计{}所。", "sum", "119", "129", "119所 for 129所"),
    ("全县各级各类学校119所(幼儿园61所、小学43所、初中{}所、普通高中2所、中职1所)。", "sum", "12", "21", "初中21所 as 12所"),
    ("全县共有公办幼儿园42所,民办幼儿园19所,共计{}所。", "sum", "61", "63", "2所 less than 63所"),
    ("资助学生1.52万人次,其中学前3200人次,义务教育8600人次,高中{}人次。", "sum", "3400", "4300", "高中4300人次 as 3400人次"),
    ("学校占地面积82.6万平方米,其中小学40.1万平方米、初中22.5万平方米、高中{}万平方米。", "sum", "20.0", "21.0", "1万平方米 more"),
    ("2021年、2022年、2023年分别招聘教师120名、150名、180名,共招聘{}名。", "sum", "450", "540", "in 540名 two neighbouring digits"),
    ("36个项目中,已完工20个、在建12个、尚未开工{}个。", "sum", "4", "6", "2个 more than 36个"),
    ("全县义务教育阶段班级1206个,56人以上大班额38个,占比{}%。", "ratio", "3.15", "3.51", "two neighbouring digits"),
    ("全县小学专任教师2105人,其中高级职称312人,占比{}%。", "ratio", "14.8", "18.4", "3.57815 percentage points too high"),
    ("应完成整改问题48个,已完成45个,整改完成率{}%。", "ratio", "93.75", "95.75", "2 percentage points too high"),
    ("全县教职工5126人,其中专任教师4216人,占82.25%;专任教师中本科及以上学历3588人,占{}%。", "ratio", "85.1", "81.5", "recomputed 85.1044%"),
    ("全县高考实考3180人,一本上线612人,一本上线率19.25%;二本上线1530人,二本上线率{}%。", "ratio", "48.11", "41.18", "recomputed 48.1132%"),
    ("全县高考实考3180人,一本上线612人,二本上线1530人,上线率分别为19.25%、{}%。", "ratio", "48.11", "41.18", "recomputed 48.1132%"),
    ("初中毕业生15230人,升入普高9138人、中职5620人,分别占60%、{}%。", "ratio", "36.9", "39.6", "two neighbouring digits"),
    ("毕业生7904人,就业率98.2%;升学3411人,其中本科187人,升学率{}%。", "ratio", "43.2", None, ""),
    ("全市原有的1486家学科类培训机构压减到61家,压减率{}%。", "change", "95.9", "59.9", "recomputed 95.895%"),
    ("2025年计划新增学位15000个,实际完成17430个,完成率{}%。", "ratio", "116.2", "112.6", "recomputed 116.2%"),
    ("全县现有学校196所,其中高中4所、初中19所、小学158所、职教中心1所,另有幼儿园{}所。", "sum", "14", None, ""),
    ("完成培训12期、1860人次,其中骨干教师培训4期、520人次,新教师培训3期、340人次,班主任培训{}期、1000人次。", "sum", "5", "6", "1期 more than 12期"),
    ("2020年至2022年三年共投入8.4亿元,其中2020年2.6亿元,2021年2.8亿元,2022年{}亿元。", "sum", "3.0", "3.3", "0.3亿元 more"),
    ("初中毕业生9860人,升入高中阶段学校9672人,升学率{}%。", "ratio", "98.09", "89.09", "recomputed 98.0933%"),
    ("幼儿园由2015年的120所发展到2020年的186所,五年净增{}所。", "change", "66", "56", "10所 too low"),
    ("新校区拟建45班(小学27、初中{}),可提供学位2115座。", "sum", "18", "81", "初中81 as 18"),
    ("计划招生1200人,实际招生1260人,完成计划的{}%。", "ratio", "105", "150", "recomputed 105%"),
    ("公办幼儿园在园幼儿6820人,占在园幼儿总数12180人的{}%。", "ratio", "56", "65", "two neighbouring digits"),
    ("全县有在校学生3.2万人、专任教师2100人,师生比1:{}。", "ratio", "15.2", "12.5", "recomputed 1:15.2381"),
    ("普通高中专任教师1280人,在校生16800人,生师比为{}:1。", "ratio", "13.1", "11.3", "recomputed 13.125:1"),
    ("幼儿园在园幼儿12180人,教职工1620人,师幼比1:{}。", "ratio", "7.5", "5.7", "recomputed 1:7.51852"),
    ("在园幼儿中公办园占56.3%,民办园占{}%。", "share_sum", "43.7", "45.7", "2 over 100"),
    ("经费来源中,财政拨款占82%,事业收入占12%,其他收入占{}%。", "share_sum", "6", "9", "3 over 100"),
    ("学生体质健康优秀率12.3%、良好率38.5%、及格率44.1%、不及格率{}%。", "share_sum", "5.1", "8.1", "3 over 100"),
    ("幼儿园由45所增加到61所,增加了{}所。", "change", "16", "6", "10所 too low"),
    ("在校生由23450人增加到24100人,净增{}人。", "change", "650", "750", "100人 too high"),
    ("2023年教育经费总投入12.6亿元,比2022年的11.9亿元增加0.7亿元,增长{}%。", "change", "5.88", "8.88", "recomputed 5.88235%"),
    ("义务教育巩固率达到97.2%,比2020年(95.6%)提高{}个百分点。", "change", "1.6", "2.6", "1个百分点 too high"),
    ("2022年高考本科上线1206人,2023年上线1342人,增加{}人。", "change", "136", "163", "two neighbouring digits"),
    ("生均公用经费标准由650元提高到720元,增幅{}%。", "change", "10.8", "18.8", "recomputed 10.7692%"),
    ("教育支出由2018年的8亿元增加到2023年的12亿元,年均增长{}%。", "change", "8.4", "18.4", "recomputed 8.44718%"),
    ("公办园在园幼儿占比56.2%,高于50%的国家标准{}个百分点。", "gap", "6.2", "2.6", "recomputed 6.2个百分点"),
    ("全市教师年平均工资收入108700元,当地公务员年平均工资收入106200元,高出{}元。", "gap", "2500", "5200", "two neighbouring digits"),
    ("教师平均工资收入9.2万元,公务员平均工资收入9.0万元,教师高出公务员{}万元。", "gap", "0.2", "0.38", "0.18万元 too high"),
    ("全省平均水平为93.1%,我县高中阶段毛入学率94.8%,高出{}个百分点。", "gap", "1.7", "1.2", "0.5个百分点 too low"),
    ("全县小学43所,在校生23100人,校均{}人。", "average", "537", "573", "recomputed 537.209人"),
    ("小学班级660个,在校生23100人,平均班额{}人。", "average", "35", "53", "recomputed 35人"),
    ("计算机4680台,在校生31200人,每百名学生拥有计算机{}台。", "average", "15", "18", "3台 too high"),
    ("全县中小学图书62.4万册,在校生3.12万人,生均图书{}册。", "average", "20", "25", "5册 too high"),
    ("2021至2023年累计招聘教师690名,年均招聘{}名。", "average", "230", "320", "over 3 years the mean is 230名"),
    ("小学、初中在校生分别为23100人、26130人,专任教师分别为1386人、1900人,生师比分别为16.67:1、{}:1。", "ratio", "13.75", "15.73", "recomputed 13.7526:1"),
    ("2020年,全省普通高等学校85所,其中本科院校34所、高职(专科)院校{}所;另有成人高校8所。", "sum", "51", "53", "2所 more than 85所"),
    ("为500名学生每人发放助学金1000元,共{}万元。", "product", "50", "60", "10万元 too high"),
    # the parts end with their clause or segment, whatever the sentence counts next
    ("全县有普通中小学{}所,其中高中1所、初中9所、小学35所;幼儿园16所。", "sum", "45", "44", "1所 more than 44所"),
    ("在校生29608人:小学18231人、初中11252人、特教学校{}人,随迁子女512人。", "sum", "125", None, ""),
    ("化解债务1.485亿元,其中省级奖补8420万元、县级配套4130万元、资产置换{}万元,剩余债务3217万元明年还清。", "sum", "2300", None, ""),
    ("中小学42所,监测点48个,其中小学30所,初中{}所。", "sum", "18", None, ""),
    ("适龄残疾儿童少年2150人,入学率98.7%,其中随班就读731人、送教上门1188人、特校就读{}人。", "ratio", "203", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "right", "wrong", "words"), SENTENCES)
def test_right_and_wrong(sentence: str, kind: str, right: str, wrong: str | None, words: str) -> None:
    fits = [row for row in told(sentence.format(right)) if row[1] != "implied"]
    assert kind in [row[0] for row in fits] and {row[1] for row in fits} == {"consistent"}
    if wrong is None:  # where only a fit tells
        return
    off = [row for row in told(sentence.format(wrong)) if row[1] == "inconsistent"]
    assert [row[0] for row in off] == [kind]
    assert any(word in off[0][3] for word in words.split("|")), off


TABLES_READ = [
    ("| 类别 | 学校数(所) | 在校生(人) |\n|---|---|---|\n| 幼儿园 | 61 | 12180 |\n| 小学 | 43 | 23100 |\n| 初中 | 12 | 26130 |\n| 合计 | 116 | {} |", "sum", "61410", "61140", "two neighbouring digits"),
    ("县区\t幼儿园\t小学\t合计\n甘州区\t120\t45\t165\n临泽县\t30\t18\t48\n高台县\t25\t14\t{}\n合计\t175\t77\t252", "sum", "39", "49", "one digit"),
    ("类别 学校数(所) 在校生(人) 教职工(人)\n幼儿园 61 12180 1620\n小学 43 23100 1600\n初中 12 26130 1106\n高中 3 16800 {}\n合计 119 78210 5126", "sum", "800", "860", "5186 for 5126"),
    ("| 指标 | 2022年 | 2023年 | 增减 |\n|---|---|---|---|\n| 小学(所) | 45 | 43 | -2 |\n| 初中(所) | 12 | 12 | 0 |\n| 在校生(人) | 23450 | 23100 | {} |\n| 教职工(人) | 1580 | 1600 | 20 |", "change", "-350", "-530", "it moves by -350, not by -530"),
    ("| 类别 | 学校数 |\n|---|---|\n| 幼儿园 | 61 |\n| 其中:民办 | 19 |\n| 小学 | 43 |\n| 初中 | 12 |\n| 合计 | {} |", "sum", "116", "161", "two neighbouring digits"),
    ("学校类别\t学校数\t班数\n总计\t205\t{}\n一、普通中学\t34\t613\n 其中:高中\t5\t171\n       初中\t29\t442\n二、小学\t66\t1011\n三、幼儿园\t105\t415", "sum", "2039", "2093", "two neighbouring digits"),
    ("指标\t园数\t在园幼儿\n全县合计\t158\t{}\n按城乡分\n  城区\t107\t24240\n  镇区\t39\t7404\n  乡村\t12\t3093\n按部门分\n  教育部门办\t39\t11661\n  其他部门办\t14\t3493", "sum", "34737", "34773", "two neighbouring digits"),
    # a row that the rows below it make up is counted once, set in or not
    ("类别\t学校数\t班数\n总计\t205\t{}\n普通中学\t34\t613\n高中\t5\t171\n初中\t29\t442\n小学\t66\t1011\n幼儿园\t105\t415", "sum", "2039", "2093", "two neighbouring digits"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "right", "wrong", "words"), TABLES_READ)
def test_tables(sentence: str, kind: str, right: str, wrong: str, words: str) -> None:
    fits = [row for row in told(sentence.format(right)) if row[1] != "implied"]
    assert kind in [row[0] for row in fits] and {row[1] for row in fits} == {"consistent"}
    off = [row for row in told(sentence.format(wrong)) if row[1] == "inconsistent"]
    assert off and {row[0] for row in off} == {kind}
    assert any(words in row[3] for row in off), off


def test_what_rises_and_what_falls_is_added_with_its_sign() -> None:
    table = "单位:万元\n项目\t2018年预算数\t2019年预算数\t增减\n教师培训\t840\t852\t12\n校舍维修\t520\t490\t-30\n学生资助\t300\t350\t50\n合计\t1660\t1692\t{}"
    assert ("sum", "consistent", "32") in [row[:3] for row in told(table.format(32))]
    assert "sum" not in {row[0] for row in told(table.format(92)) if row[1] == "inconsistent"}  # no slip tells why


@pytest.mark.parametrize(
    "sentence", ["现有幼儿园66所,其中公办41所、普惠性民办23所。", "全县幼儿园180所,其中公办92所、民办普惠84所。"]
)
def test_inclusive_private_kindergartens_are_not_all_private_ones(sentence: str) -> None:
    assert "inconsistent" not in [row[1] for row in told(sentence)]
    assert "inconsistent" in [row[1] for row in told(sentence.replace("普惠性", "").replace("普惠", ""))]


def test_the_base_that_the_next_sentence_tells() -> None:
    text = "为40所学校配备专职、60所学校配备兼职卫生人员,校医配备比为{}%。为25所学校配备专职、100所学校配备兼职心理教师,配备比达100%。"
    assert ("ratio", "consistent", "80%") in [row[:3] for row in told(text.format(80))]
    assert "70%" not in [row[2] for row in told(text.format(70))]


def test_a_total_of_money_leaves_out_the_pupils_beside_it() -> None:
    rows = "县区\t学生数(人)\t小学经费(万元)\t初中经费(万元)\t合计(万元)\n甘州区\t70642\t5298\t5651\t10949\n临泽县\t51903\t3893\t4152\t8045"
    assert {row[:3] for row in told(rows)} == {("sum", "consistent", "10949"), ("sum", "consistent", "8045")}


def test_a_table_whose_rows_overlap_is_left_alone() -> None:
    rows = "| 类别 | 教师(人) |\n|---|---|\n| 党员 | 1210 |\n| 女教师 | 2714 |\n| 本科及以上 | 3588 |\n| 合计 | 4216 |"
    assert told(rows) == []


APART = [
    "五年累计投入8.73亿多元。2015年教育经费支出5.96亿元,较2010年的2.87亿元翻了一番。",  # 5.96 + 2.87 by chance
    "小学由61所调整为43所,增加10所寄宿制学校。",  # what was added is not the move
    "大班额由318个减少到19个,超大班额消除比例为100%。",
    "教育经费由2018年的8亿元增加到2023年的12亿元,在校生年均增长2%。",
    "公办园占51%,民办园在园幼儿占48%。",
    "全市初中在校生15230人,其中寄宿生占42%,农村初中生3120人。",
    "2008:2017,在园幼儿0.71万:2.24万;职高在校生从4311人掉到2096人。",  # a colon between two numbers announces nothing
    "全年扫除青壮年文盲586人,文盲率下降到1.68%。",
    "在校学生2.31万人,专任教师2068人,小学、初中、高中师生比分别为1∶11.6、1∶9.8、1∶12.4。",
    "小学、初中生均体育运动场馆面积14.7平方米、17.9平方米(标准为小学7.5平方米、初中10.2平方米)。",
    "自治区下达资金3200万元,截至10月底支出2800万元。",  # 自 and 至 are parts of words
    "投入资金由县财政统筹800万元,修缮校舍至明年完成12所。",
    "全县初中专任教师1311人。56人及以上大班额占总班数的31.7%。",  # a threshold is no amount
    "全县划分为12个学区,其中示范学区4个、农村9个。",
    "全县有学校213所,其中省级示范校12所,市级示范校25所。",
    "小学、初中、高中专任教师本科率分别为78.2%、92.3%、99.1%。",
    "全县55所义务教育学校全部达标,学生综合素质优良率83.7%。",
    "全市有专任教师8600人,其中女教师5100人,党员3600人。",
    "在校生总数44817人:高中4120人,初中14006人,小学22305人,职教1287人,其余为幼儿。",  # more is said to be left
    "在校学生8.06万人,其中小学6.21万人、初中1.38万人、高中0.34万人。",  # the other levels go unnamed
    # the share has a subject of its own
    "小学、初中专任教师分别为1183人、816人,学历合格率分别达99.7%、98.2%,小学教师大专以上学历占68.3%。",
    "公开招聘教师612人,其中博士7人、硕士386人,“双一流”高校毕业生占53.6%。",
    "小学教职工4.41万人,其中专任教师3.77万人,具有大专及以上学历的占71.9%。",
    "规划内683所学校有611所完成建设任务,校舍类项目开工率98.6%、竣工率87.3%。",
    "幼儿园专任教师688人,高中604人,中职112人(双师型教师占21.4%)。",
    "营养餐受益学生2713名;寄宿生1985名,占学生总数的51.4%。",  # those whom something reaches are no total
    # a mean of something else, or of what stands further off
    "全年免除学杂费1530万元,免费提供教科书7.6万人份,补助寄宿生6124人,人均250元。",
    "“十三五”期间落实“三包”经费9.87亿元,年均标准从3000元提高到4200元。",
    # the change is of the level beside it
    "毛入园率由2015年的58.7%提高到2022年的91.2%,普通话达标率99.03%,较行动前提高近40个百分点。",
    "中职招生33560人,在校生67917人,比“十五”末的2004年分别多24015人和45108人。",
]


@pytest.mark.parametrize("text", APART)
def test_what_is_not_joined(text: str) -> None:
    assert [row for row in told(text) if row[1] != "implied"] == []
