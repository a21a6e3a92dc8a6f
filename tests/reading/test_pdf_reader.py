"""PDF: the same statistics as the same words in plain text, however the page is set; broken files say why."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import docx.shared
import pytest
from reportlab.pdfgen.canvas import Canvas

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import LimitExceeded, Limits, ReadingError, read
from edu_pipeline.reading.readers.pdf_page import _PLAIN

FONT = "STSong-Light"
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
SAMPLES = sorted((ROOT / "data" / "sources").glob("*.txt"))
SETTINGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "columns": {"columns": 2, "size": 10, "left": 50, "width": 495},
    "heads": {"head": "教育事业统计资料汇编 2024", "numbered": "- {} -", "words": True},
    "numbers": {"numbered": "{}", "leading": 1.3},
    "spaced": {"spacing": 4},
    "narrow": {"width": 190, "size": 11},
    "no indents": {"indent": 0, "gap": 9, "words": True},
}
PROSE = (
    "2023年，全县共有各级各类学校312所，在校学生85420人，教职工6213人，其中专任教师5480人，学历合格率99.68%，生师比为15.6:1。",
    "学前三年毛入园率达92.4%，比上年提高1.25个百分点；公办园在园幼儿占比56.3%，普惠性幼儿园覆盖率88.75%，新增公办学位1.26万个。",
    "全年投入资金2,137.5万元，新建改扩建中小学17所，其中城区9所、乡镇8所，招聘教师233名，义务教育巩固率保持在98.1%以上。",
)
BULLETIN = tuple(
    f"{name}{line[5:] if line[:4] == '2023' else line}"
    for name, line in zip(
        ("全市", "城区", "东岭县", "西川县", "南河县", "北山县", "开发区", "新区", "镇区"), PROSE * 3, strict=True
    )
)
Statistics = Counter[tuple[Any, ...]]


def statistics(rows: dict[str, list[dict[str, Any]]]) -> Statistics:
    assert rows["documents"][0]["status"] == "ok", rows["documents"][0]["error"]
    names = ("indicator", "education_level", "measure", "value", "unit", "region_name", "period_start", "period_end")
    return Counter(tuple(o[name] for name in names) for o in rows["observations_read"])


def with_units(rows: dict[str, list[dict[str, Any]]]) -> Statistics:
    return Counter(
        (q["value"], q["value_max"], q["unit"], "".join(q["text"].split()))
        for q in rows["quantities"]
        if q["unit"] and q["kind"] != "noise"
    )


def alike(one: Statistics, other: Statistics) -> float:
    return (one & other).total() / max(one.total(), other.total())


def paragraphs(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_text_however_it_is_set(setting: str, pdf_of: Callable[..., bytes]) -> None:
    pages = [PROSE[n % len(PROSE)].replace("2023", str(2001 + n)) for n in range(24)]
    rows = extract_document(pdf_of(pages, **SETTINGS[setting]), "a.pdf")
    wanted = extract_document("\n".join(pages).encode(), "a.txt")
    assert statistics(rows) == statistics(wanted)
    assert with_units(rows) == with_units(wanted)
    body = [b for b in read(pdf_of(pages, **SETTINGS[setting]), "a.pdf").blocks if b.role == "body"]
    assert len(body) == len(pages)


@pytest.mark.parametrize("n", range(len(SAMPLES)))
def test_a_pdf_states_what_its_text_states(n: int, pdf_of: Callable[..., bytes]) -> None:
    path, setting = SAMPLES[n], [*SETTINGS][n % len(SETTINGS)]
    rows = extract_document(pdf_of(paragraphs(path), **SETTINGS[setting]), "a.pdf")
    wanted = extract_document(path.read_bytes(), path.name)
    assert alike(with_units(wanted), with_units(rows)) >= 0.99
    assert alike(statistics(wanted), statistics(rows)) >= 0.98
    assert all(q["page"] and q["box"][0] < q["box"][2] and q["box"][1] < q["box"][3] for q in rows["quantities"])


@pytest.mark.slow
@pytest.mark.parametrize("setting", ["plain", "columns", "heads"])
def test_the_seeds_score_as_their_texts_do(setting: str, pdf_of: Callable[..., bytes]) -> None:
    if not (SEEDS and SCORER.exists()):
        pytest.skip("needs the documents beside the checkout")
    exact, numbers = _scored(None, pdf_of)
    in_pdf, numbers_in_pdf = _scored(setting, pdf_of)
    assert abs(exact - in_pdf) <= 1, (exact, in_pdf)
    assert (numbers & numbers_in_pdf).total() >= 0.99 * numbers.total()


@cache
def _scored(setting: str | None, pdf_of: Callable[..., bytes]) -> tuple[float, Statistics]:
    """The seeds as they lie, or set as a PDF: how many statistics are exact, in per cent, and the numbers with a unit."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = score.load_gold([SHARED / "gold" / "seeds.jsonl"])
    keys = sorted(gold, key=len, reverse=True)
    quantities: list[dict[str, Any]] = []
    observations: list[dict[str, Any]] = []
    for path in SEEDS:
        data = pdf_of(paragraphs(path), **SETTINGS[setting]) if setting else path.read_bytes()
        rows = extract_document(data, path.with_suffix(".pdf" if setting else ".txt").name)
        if setting:
            at = offsets(data, path.read_text(encoding="utf-8"))
            for row in (*rows["quantities"], *rows["observations_read"]):
                row["start"], row["end"] = at[row["start"]], at[row["end"] - 1] + 1
        quantities += rows["quantities"]
        observations += rows["observations_read"]
    result, _ = score.score(
        gold, quantities, observations, lambda row: next(k for k in keys if row["source"].startswith(k))
    )
    return result["exact"]["f1"], Counter((q["source"][:8], q["value"], q["unit"]) for q in quantities if q["unit"])


def offsets(data: bytes, text: str) -> list[int]:
    """For each character that is read its place in the text that was written, blanks not counted."""
    document = read(data, "a.pdf")
    around = {i for b in document.blocks if b.role in ("header", "footer") for i in range(b.start, b.end)}
    places, at = [], 0
    for i, character in enumerate(document.text):
        if not character.isspace() and i not in around:
            while at < len(text) and text[at].isspace():
                at += 1
            assert text[at] == character, (text[at - 9 : at + 9], document.text[i - 9 : i + 9])
            at += 1
        places.append(max(at - 1, 0))
    return places


HTML = """<html><head><meta charset="utf-8"><style>body {{ font-family: "Noto Serif CJK SC"; {style} }}</style></head>
<body>{body}</body></html>"""


@pytest.mark.slow
@pytest.mark.parametrize("style", ["", "letter-spacing: 5px", "text-align: justify; width: 260px"])
def test_pages_that_a_browser_prints(style: str, tmp_path: Path) -> None:
    if not shutil.which("chromium"):
        pytest.skip("chromium is not installed")
    body = "".join(f"<p>{line}</p>" for line in BULLETIN)
    (tmp_path / "a.html").write_text(HTML.format(style=style, body=body), encoding="utf-8")
    out = f"--print-to-pdf={tmp_path / 'a.pdf'}"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", out, str(tmp_path / "a.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    says_what_is_written((tmp_path / "a.pdf").read_bytes())


@pytest.mark.slow
def test_pages_that_a_word_processor_makes(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "东岭县教育局工作简报"
    for line in BULLETIN:
        document.add_paragraph(line).paragraph_format.first_line_indent = docx.shared.Pt(24)
    document.save(str(tmp_path / "a.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180)
    says_what_is_written((tmp_path / "a.pdf").read_bytes())


def says_what_is_written(data: bytes) -> None:
    rows = extract_document(data, "a.pdf")
    wanted = extract_document("\n".join(BULLETIN).encode(), "a.txt")
    assert with_units(rows) == with_units(wanted)
    assert statistics(rows) == statistics(wanted)


# ------------------------------------------------------------------------------------------------ tables
HEADER = [["学段", "学校数（所）", "在校生（人）", "专任教师（人）"]]
ROWS = [["小学", "96", "41230", "2,451"], ["初中", "31", "19650", "1,602"], ["高中", "4", "9876", "812"]]


@pytest.mark.parametrize("lined", [True, False])
def test_a_table_is_read_by_its_cells(lined: bool, pdf_with_table: Callable[..., bytes]) -> None:
    data = pdf_with_table(["东岭县2023年教育事业基本情况", "表1 各学段情况"], HEADER + ROWS, lined=lined)
    document = read(data, "a.pdf")
    cells = [[document.text[a:b] for a, b in block.cells] for block in document.blocks if block.cells]
    assert cells == HEADER + ROWS
    assert document.text.rstrip().endswith("全县教育事业健康发展，群众满意。")
    rows = extract_document(data, "a.pdf")["observations_read"]
    assert {(o["education_level"], o["value"]) for o in rows if o["unit"] == "institution"} == {
        ("primary", 96.0), ("lower_secondary", 31.0), ("general_upper_secondary", 4.0),
    } or {o["value"] for o in rows if o["unit"] == "institution"} == {96.0, 31.0, 4.0}  # fmt: skip


def test_merged_cells_stand_once_and_count_for_each(pdf_with_table: Callable[..., bytes]) -> None:
    header = [
        ["学段", "2022年", "", "2023年", ""],
        ["", "学校数（所）", "在校生（人）", "学校数（所）", "在校生（人）"],
    ]
    rows = [["小学", "98", "42100", "96", "41230"], ["初中", "32", "19870", "31", "19650"]]
    style = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]
    document = read(pdf_with_table(["东岭县教育情况"], header + rows, style), "a.pdf")
    first, second = [block.cells for block in document.blocks if block.cells][:2]
    assert first[1] == first[2] and first[3] == first[4] and first[0] == second[0]
    assert document.text.count("2022年") == 1 and "merged_cells" in {r.code for r in document.remarks}


def test_lines_in_a_cell_are_one_text(pdf_with_table: Callable[..., bytes]) -> None:
    rows = [["学校", "说明"], ["实验小学", "占地面积12\n345平方米，\n在校生1203人"], ["二中", "在校生980人"]]
    document = read(pdf_with_table(["学校一览"], rows), "a.pdf")
    assert "占地面积12345平方米，在校生1203人" in document.text


def test_the_box_of_a_number_is_where_it_stands(pdf_of: Callable[..., bytes]) -> None:
    rows = extract_document(pdf_of(["全县有小学52所，教师1203人。"], indent=0), "a.pdf")["quantities"]
    left, top, right, bottom = next(q["box"] for q in rows if q["text"] == "52所")
    assert left == pytest.approx(72 + 5 * 12, abs=3) and right == pytest.approx(72 + 5 * 12 + 24, abs=5)
    assert top < 84 < bottom + 4 and bottom - top < 20


# ------------------------------------------------------------------------------------------------ odd pages
LINES = ("2023年，全县共有学校312所，在校学生85420人，教职工6213人，其中专任教师54", "80人，学历合格率99.68%。")


def straight(canvas: Canvas) -> None:
    for n, line in enumerate(LINES):
        canvas.drawString(72, 500 - 20 * n, line)


def turned(canvas: Canvas) -> None:
    canvas.translate(595, 0)
    canvas.rotate(90)
    straight(canvas)


def turned_page(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    turned(canvas)


def out_of_order(canvas: Canvas) -> None:
    for n, line in reversed(list(enumerate(LINES))):
        placed = [(72 + canvas.stringWidth(line[:i], FONT, 12), character) for i, character in enumerate(line)]
        for x, character in reversed(placed):
            canvas.drawString(x, 500 - 20 * n, character)


def twice(canvas: Canvas) -> None:
    straight(canvas)
    canvas.translate(0.3, 0)
    straight(canvas)


def watermarked(canvas: Canvas) -> None:
    straight(canvas)
    canvas.translate(200, 460)
    canvas.rotate(45)
    canvas.setFont(FONT, 40)
    canvas.drawString(0, 0, "内部资料")


@pytest.mark.parametrize("draw", [straight, turned, turned_page, out_of_order, twice, watermarked])
def test_however_the_characters_are_drawn(draw: Callable[[Canvas], None], drawn: Callable[..., bytes]) -> None:
    document = read(drawn(draw), "a.pdf")
    body = [document.text[b.start : b.end] for b in document.blocks if b.role == "body"]
    assert body == ["".join(LINES)]
    furniture = [document.text[b.start : b.end] for b in document.blocks if b.role == "furniture"]
    assert furniture == (["内部资料"] if draw is watermarked else [])


def test_a_raised_digit_is_the_mark_of_a_footnote(drawn: Callable[..., bytes]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 500, "全县有小学96所")
        canvas.setFont(FONT, 7)
        canvas.drawString(72 + canvas.stringWidth("全县有小学96所", FONT, 12), 506, "1")
        canvas.setFont(FONT, 12)
        canvas.drawString(78 + canvas.stringWidth("全县有小学96所", FONT, 12), 500, "，教师12人。")

    assert "全县有小学96所¹，教师12人。" in read(drawn(draw), "a.pdf").text


def test_radicals_that_stand_for_characters_are_read_as_those() -> None:
    assert "\u2f29\u5b66\u2ed3\u2f9c\uf9b4".translate(_PLAIN) == "小学长足領"


# ------------------------------------------------------------------------------------------------ what is wrong
def test_an_empty_pdf_says_so(pdf_of: Callable[..., bytes]) -> None:
    with pytest.raises(ReadingError, match="no text"):
        read(pdf_of([""]), "a.pdf")


@pytest.mark.parametrize("cut", [60, 300, 700])
def test_a_cut_pdf_is_read_or_says_that_it_is_damaged(cut: int, pdf_of: Callable[..., bytes]) -> None:
    row = extract_document(pdf_of(PROSE)[:cut], "a.pdf")["documents"][0]
    assert row["status"] == "failed" and row["error"]


def test_a_locked_pdf_says_so() -> None:
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", ownerPassword="other"))
    canvas.drawString(72, 700, "2024: 52 schools")
    canvas.save()
    with pytest.raises(ReadingError, match="password"):
        read(buffer.getvalue(), "a.pdf")


def test_more_pages_than_the_limit(pdf_of: Callable[..., bytes]) -> None:
    data = pdf_of([*PROSE * 12])
    with pytest.raises(LimitExceeded, match="max_pages"):
        read(data, "a.pdf", Limits(max_pages=1))


def test_a_damaged_page_is_said_and_the_others_are_read(pdf_of: Callable[..., bytes]) -> None:
    data = pdf_of(PROSE * 12)
    broken = re.sub(rb"(/Kids \[ \d+ 0 R )\d( 0 R)", rb"\g<1>0\2", data)
    assert broken != data and len(broken) == len(data)
    document = read(broken, "a.pdf")
    assert "312所" in document.text and "part_unread" in {remark.code for remark in document.remarks}
