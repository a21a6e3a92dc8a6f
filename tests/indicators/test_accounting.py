"""Stock or flow: sentences for rules of indicators.accounting, and near misses.

A stock without a day of its own is of the document's date D, a flow of the span, or of all that happened up to D.

What belongs here: what the words around a count without a code say of that.  What does not: which time a sentence is
of (test_timing); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

NEWS = {"title": "张掖市教育情况", "dated": "2025-09-10"}

RULES = {
    "indicators.accounting._ONCE": Rule(
        "visits, sums of money and lessons happen",
        by=[
            "全市视力筛查35.1万人次。 | 35.1万人次 = other _ 351000 person-time ..D",
            "爱心人士捐款38.4万元。 | 38.4万元 = other _ 384000 CNY ..D",
            "全市科学家讲座120余场。 | 120余场 = other _ 120 item gt ..D",
        ],
        alone=[
            "图书馆藏书35万册。 | 35万册 = other _ 350000 item D",
            "全市家长学校86个。 | 86个 = other _ 86 _ D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._NOT_YET": Rule(
        "what was not done stands as it is",
        by=[
            "全市校舍安全工程还有14个项目未开工。 | 14个 = _ _ 14 project D",
            "公办园尚有10个项目没有竣工。 | 10个 = _ _ 10 project D",
            "改扩建学校项目中，3个还未动工。 | 3个 = _ _ 3 _ D",
        ],
        alone=[
            "全市校舍安全工程已有14个项目开工。 | 14个 = _ _ 14 project ..D",
            "新建学校9所，未来学位充足。 | 9所 = _ _ 9 institution ..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._AREA": Rule(
        "what was done in a segment before makes no area a flow",
        by=[
            "招生2220人；园舍15.8万平方米。 | 15.8万平方米 = other _ 158000 m2 D",
            "2021年以来，培训教师900人；园舍3.2万平方米。 | 3.2万平方米 = other _ 32000 m2 D",
            "发放补贴20万元；校园12亩。 | 12亩 = other _ _ _ D",
        ],
        alone=[
            "招生2220人；粉刷墙面15.8万平方米。 | 15.8万平方米 = other _ 158000 m2 D",
            "2021年以来，绿化校园15.8万平方米。 | 15.8万平方米 = other _ 158000 m2 D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._SMALL_SUM": Rule(
        "a sum of less than ten thousand yuan is what is paid each time",
        by=[
            "2021年以来，校服按成本收取，小学、初中分别为180元和210元。 | 180元 = other _ 180 CNY D",
            "2021年以来，实行包干，山区、川区分别为800元、600元。 | 600元 = other _ 600 CNY D",
            "2021年以来，逐年提标，城区、乡镇分别为460元和1,430元。 | 1,430元 = other _ 1430 CNY D",
        ],
        alone=[
            "2021年以来，爱心人士捐款800万元。 | 800万元 = other _ 8000000 CNY 2021-01-01..D",
            "2021年以来，爱心人士捐款125000元。 | 125000元 = other _ 125000 CNY 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._SCHOOLS": Rule(
        "schools that do something are counted as they stand",
        by=[
            "2021年以来，86所义务教育学校开展课后托管。 | 86所 = _ _ 86 institution D",
            "2021年以来，86所乡村小学参加联考。 | 86所 = _ _ 86 institution D",
            "2021年以来，86所民办幼儿园改造到位。 | 86所 = _ _ 86 institution D",
        ],
        alone=[
            "2021年以来，新建学校86所。 | 86所 = _ _ 86 institution 2021-01-01..D",
            "2021年以来，860名学生参加大赛。 | 860名 = other _ 860 person 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._SERVICE": Rule(
        "who takes part in what goes on stands",
        by=[
            "2021年以来，课后服务全覆盖，参与学生8.6万人。 | 8.6万人 = other _ 86000 person D",
            "2021年以来，推行课后服务，参加教师860人。 | 860人 = other _ 860 person D",
            "2021年以来，暑期托管服务开班，参加学生860人。 | 860人 = other _ 860 person D",
        ],
        alone=[
            "2021年以来，参加大赛学生860人。 | 860人 = other _ 860 person 2021-01-01..D",
            "2021年以来，服务群众860人次。 | 860人次 = other _ 860 person-time 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._ENTERS": Rule(
        "who enters for an examination is no stock, though one has them",
        by=[
            "2021年以来，共有7.62万名社会考生报名。 | 7.62万名 = _ _ 76200 person 2021-01-01..D",
            "今年以来，共有620名社会考生报考。 | 620名 = _ _ 620 person 2025-01-01..D",
            "2021年以来，已有620名考生参加高考。 | 620名 = _ _ 620 person 2021-01-01..D",
        ],
        alone=[
            "2021年以来，已有620名教师持证。 | 620名 = _ _ 620 person D",
            "2021年以来，共有620名教师在岗。 | 620名 = _ _ 620 person D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._PRICE": Rule(
        "what is paid each time is a rule that stands",
        by=[
            "2023年秋季学期起，民办园保教费为每学年26000元。 | 26000元 = other pre_primary 26000 CNY D",
            "2021年以来，高层次人才津贴每年36000元。 | 36000元 = other _ 36000 CNY/year D",
            "2021年以来，食堂补助标准定为每校50000元。 | 50000元 = other _ 50000 CNY D",
        ],
        alone=[
            "2021年以来，建成标准化操场120个。 | 120个 = other _ 120 _ 2021-01-01..D",
            "2021年以来，发放奖金400万元。 | 400万元 = other _ 4000000 CNY 2021-01-01..D",
            "2021年以来，建成乡镇学校标准化厕所86座。 | 86座 = other _ 86 _ 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._RISEN_TO": Rule(
        "what something has risen to stands, even money and visits",
        by=[
            "2021年以来，奖教基金由600万元提高到720万元。 | 720万元 = other _ 7200000 CNY D",
            "2021年以来，慈善基金规模扩大到3000万元。 | 3000万元 = other _ 30000000 CNY D",
            "2021年以来，年借阅量增至32万人次。 | 32万人次 = other _ 320000 person-time D",
        ],
        alone=[
            "2021年以来，慈善基金捐赠3000万元。 | 3000万元 = other _ 30000000 CNY 2021-01-01..D",
            "2021年以来，借阅32万人次。 | 32万人次 = other _ 320000 person-time 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._BUILDING": Rule(
        "a building after its verb and number was put up then",
        by=[
            "2021年以来，建成3栋教师周转房。 | 3栋 = other _ 3 item 2021-01-01..D",
            "2021年以来，建成12幢学生宿舍。 | 12幢 = other _ 12 item 2021-01-01..D",
            "2021年以来，建成5个标准化食堂。 | 5个 = other _ 5 item 2021-01-01..D",
        ],
        alone=[
            "2021年以来，建成12个实训基地。 | 12个 = other _ 12 base D",
            "全市有3栋教师周转房。 | 3栋 = other _ 3 item D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._ERECTED": Rule(
        "a building before its number was put up then",
        by=[
            "2021年以来，建成教师周转房120套。 | 120套 = other _ 120 item 2021-01-01..D",
            "2021年以来，建成学生食堂12个。 | 12个 = other _ 12 item 2021-01-01..D",
            "2021年以来，建成乡镇学校标准化厕所86座。 | 86座 = other _ 86 _ 2021-01-01..D",
        ],
        alone=[
            "2021年以来，建成实训基地12个。 | 12个 = other _ 12 base D",
            "2021年以来，教师周转房达到120套。 | 120套 = other _ 120 item D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._PER_HEAD": Rule(
        "每人 before a large sum: what each is paid is a rule that stands",
        by=[
            "2021年以来，人才每人给予20万元安家补贴。 | 20万元 = _ _ 200000 _ D",
            "2021年以来，工作经费按每校每学年2万元落实。 | 2万元 = _ _ 20000 _ D",
            "2021年以来，骨干教师标准为每人3万元。 | 3万元 = _ _ 30000 _ D",
        ],
        alone=[
            "2021年以来，兑现乡村教师津贴3210万元。 | 3210万元 = other _ 32100000 CNY 2021-01-01..D",
            "2021年以来，乡村教师津贴每月400元。 | 400元 = other _ 400 CNY D",
        ],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
