"""Word files, spreadsheets and separated values: the same statistics as the same words in plain text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import LimitExceeded, Limits, ReadingError, read
from edu_pipeline.reading.readers.spreadsheet import shown

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*(ROOT.parent / "shared" / "seeds").glob("*.txt"), *(ROOT / "data" / "sources").glob("*.txt")])
Grid = list[list[str]]
CAPTION = "表1 甘州区教育基本情况"
BY_YEAR = [
    ["指标", "单位", "2019年", "2020年"],
    ["小学在校生", "万人", "8.92", "8.85"],
    ["初中毛入学率", "%", "105.2", "105.8"],
]
BY_PLACE = [
    ["县区", "幼儿园数（所）", "在园幼儿（人）", "小学数（所）"],
    ["甘州区", "86", "13210", "52"],
    ["临泽县", "21", "3120", "12"],
]
OF_WHICH = [
    ["项目", "学校数（所）", "在校生（人）"],
    ["普通高中", "9", "22516"],
    ["其中:民办", "2", "1800"],
    ["合计", "9", "22516"],
]


def statistics(rows: dict[str, list[dict[str, Any]]]) -> Counter[tuple[Any, ...]]:
    assert rows["documents"][0]["status"] == "ok", rows["documents"][0]["error"]
    names = ("indicator", "education_level", "measure", "value", "unit", "region_name", "period_start", "period_end")
    return Counter(tuple(o[name] for name in names) for o in rows["observations_read"])


def saved(book: Any) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    return saved(document)


def table_docx(caption: str, grid: Grid) -> bytes:
    document = docx.Document()
    document.add_paragraph(caption)
    table = document.add_table(len(grid), len(grid[0]))
    for r, row in enumerate(grid):
        for c, word in enumerate(row):
            table.cell(r, c).text = word
    return saved(document)


def table_xlsx(caption: str, grid: Grid) -> bytes:
    book = openpyxl.Workbook()
    book.active.append([caption])
    for row in grid:
        book.active.append([float(w) if w.replace(".", "").isdigit() else w for w in row])
    book.active.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(grid[0]))
    return saved(book)


def table_csv(caption: str, grid: Grid) -> bytes:
    return "\r\n".join([caption, *(",".join(row) for row in grid)]).encode("gb18030")


def table_md(caption: str, grid: Grid) -> bytes:
    head, *body = [f"| {' | '.join(row)} |" for row in grid]
    return "\n".join([caption, "", head, "|" + "---|" * len(grid[0]), *body, ""]).encode()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem[:12])
def test_a_word_file_states_what_its_text_states(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain, word = extract_document(text.encode(), "a.txt"), extract_document(as_docx(text), "a.docx")
    assert statistics(word) == statistics(plain)


@pytest.mark.parametrize("grid", [BY_YEAR, BY_PLACE, OF_WHICH], ids=["years", "places", "of which"])
@pytest.mark.parametrize(
    ("make", "name"),
    [(table_docx, "a.docx"), (table_xlsx, "a.xlsx"), (table_csv, "a.csv"), (table_md, "a.md")],
    ids=["docx", "xlsx", "csv", "md"],
)
def test_a_table_says_the_same_in_every_format(make: Callable[[str, Grid], bytes], name: str, grid: Grid) -> None:
    pipes = "\n".join([CAPTION, *(f"| {' | '.join(row)} |" for row in grid)])
    wanted = statistics(extract_document(pipes.encode(), "a.txt"))
    assert len(wanted) >= 4
    assert statistics(extract_document(make(CAPTION, grid), name)) == wanted


def merged_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in (
        ["学段", "2019年", None, "2020年"],
        [None, "学校数(所)", "在校生(人)", "学校数(所)"],
        ["小学", 52, 31240, 50],
    ):
        book.active.append(row)
    for area in ("A1:A2", "B1:C1"):
        book.active.merge_cells(area)
    return saved(book)


def merged_docx() -> bytes:
    document = docx.Document()
    table = document.add_table(3, 4)
    for r, row in enumerate(
        (
            ["学段", "2019年", "", "2020年"],
            ["", "学校数(所)", "在校生(人)", "学校数(所)"],
            ["小学", "52", "31240", "50"],
        )
    ):
        for c, word in enumerate(row):
            table.cell(r, c).text = word
    for a, b in (((0, 0), (1, 0)), ((0, 1), (0, 2))):
        table.cell(*b).text = ""
        table.cell(*a).merge(table.cell(*b)).text = "学段" if a == (0, 0) else "2019年"
    return saved(document)


@pytest.mark.parametrize(("data", "name"), [(merged_xlsx(), "a.xlsx"), (merged_docx(), "a.docx")])
def test_a_merged_header_is_over_each_of_its_columns_and_once_in_the_text(data: bytes, name: str) -> None:
    rows = extract_document(data, name)
    assert rows["documents"][0]["text"].count("2019年") == 1
    found = {(o["indicator"], o["value"], o["period_start"].year) for o in rows["observations_read"]}
    assert found == {("institutions", 52, 2019), ("students", 31240, 2019), ("institutions", 50, 2020)}
    assert any("merged_cells" in remark for remark in rows["documents"][0]["remarks"])


def with_total(sheet: str, total: str) -> bytes:
    """A sheet with a total by formula, whose cell is written as `total`."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in [["县区", "小学数（所）"], ["甘州区", 52], ["临泽县", 12], ["合计", 777]]:
        book.active.append(row)
    data = saved(book)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    part, times = re.subn(rb'<c r="B4".*?</c>', total.encode(), part)
    assert times == 1
    return with_part(data, "xl/worksheets/sheet1.xml", part)


@pytest.mark.parametrize(
    ("total", "lost"),
    [
        ('<c r="B4"><f>SUM(B2:B3)</f></c>', True),
        ('<c r="B4"><f>SUM(B2:B3)</f><v></v></c>', True),
        ('<c r="B4" s="0"><f t="shared" si="0"/><v/></c>', True),
        ('<c r="B4"> <f ca="1">SUM(B2:B3)</f> </c>', True),
        ('<c r="B4"><f>SUM(B2:B3)</f><v>64</v></c>', False),
        ('<c r="B4" t="str"><f>IF(B2,"","")</f><v></v></c>', False),  # its result is an empty text
        ('<c r="B4" t="str"><f>IF(B2,"","")</f><v/></c>', False),
        ('<c r="B4"><v>64</v></c>', False),
        ('<c r="B4"/>', False),
    ],
)
def test_a_formula_without_a_stored_result_is_told(total: str, lost: bool) -> None:
    remarks = [r.words for r in read(with_total("小学", total), "a.xlsx").remarks if r.code == "formula_unread"]
    assert len(remarks) == lost
    assert all("1 cell holds a formula" in said and "小学!B4." in said for said in remarks)


def test_many_formulas_without_results_are_one_remark() -> None:
    book = openpyxl.Workbook()
    for name in ("小学", "初中"):
        sheet = book.create_sheet(name)
        for row in range(1, 11):
            sheet.append([row, f"=A{row}*2"])
    (said,) = [r.words for r in read(saved(book), "a.xlsx").remarks if r.code == "formula_unread"]
    assert "20 cells hold formulas" in said and "小学!B1," in said and "初中!B2, …" in said and "B3, …" not in said


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [((), (), None), ((2,), (), "hidden rows;"), ((), ("B",), "hidden columns;"), ((2, 3), ("B",), "hidden rows and columns;")],
)  # fmt: skip
def test_hidden_rows_and_columns_are_read_and_told(
    rows: tuple[int, ...], columns: tuple[str, ...], said: str | None
) -> None:
    book = openpyxl.Workbook()
    for row in [["县区", "小学数（所）"], ["甘州区", 52], ["临泽县", 12]]:
        book.active.append(row)
    for row in rows:
        book.active.row_dimensions[row].hidden = True
    for column in columns:
        book.active.column_dimensions[column].hidden = True
    document = read(saved(book), "a.xlsx")
    assert "52" in document.text and "12" in document.text
    remarks = [r.words for r in document.remarks if r.code == "sheet_hidden"]
    assert (said in remarks[0] and len(remarks) == 1) if said else not remarks


@pytest.mark.parametrize(
    ("value", "number_format", "meaning"),
    [
        (0.9968, "0.00%", "99.68%"),
        (0.95, "0%", "95%"),
        (12.5, "0.00", "12.50"),
        (1234567, "#,##0", "1234567"),
        (98.7, "General", "98.7"),
        (2023, "General", "2023"),
        (0.1 + 0.2, "General", "0.3"),
        (0.004, "0", "0.004"),
        (True, "General", "True"),
        ("#DIV/0!", "General", ""),
        (None, "General", ""),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: Any, number_format: str, meaning: str) -> None:
    assert shown(value, number_format) == meaning


def test_heads_feet_notes_changes_and_raised_digits_of_a_word_file() -> None:
    document = docx.Document()
    document.add_heading("甘州区教育概况", 1)
    paragraph = document.add_paragraph("2023年全区有小学52所，校舍9800m")
    paragraph.add_run("2").font.superscript = True
    document.sections[0].header.paragraphs[0].text = "内部资料 第3期"
    document.sections[0].footer.paragraphs[0].text = "第 7 页"
    deleted = docx.oxml.parse_xml(
        '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1" w:author="a">'
        "<w:r><w:delText>99所</w:delText></w:r></w:del>"
    )
    paragraph._p.append(deleted)
    read_ = read(saved(document), "a.docx")
    assert [(read_.text[b.start : b.end], b.role) for b in read_.blocks] == [
        ("内部资料 第3期", "header"),
        ("甘州区教育概况", "heading"),
        ("2023年全区有小学52所，校舍9800m²", "body"),
        ("第 7 页", "footer"),
    ]
    kinds = {q["text"]: q["kind"] for q in extract_document(saved(document), "a.docx")["quantities"]}
    assert kinds["52所"] == "observation" and "noise" in (kinds.get("3"), kinds.get("第3期"), kinds.get("3期"))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An Office file with one more part, or another in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    b'Target="http://198.51.100.7/t.dotm" TargetMode="External"/></Relationships>'
)


def test_what_a_file_would_run_or_fetch_is_remarked_and_left_alone() -> None:
    data = with_part(as_docx("全区有小学52所。"), "word/vbaProject.bin", b"x")
    data = with_part(data, "word/_rels/settings.xml.rels", RELATION)
    assert {r.code for r in read(data, "a.docx").remarks} == {"macros_ignored", "remote_reference"}


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;'
    b"</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (with_part(as_docx("全区有小学52所。"), "word/document.xml", ENTITIES), "a.docx", "entities"),
        (with_part(as_docx("全区有小学52所。"), "word/document.xml", b"<w:document"), "a.docx", "broken"),
        (with_part(table_xlsx(CAPTION, BY_YEAR), "xl/sharedStrings.xml", ENTITIES), "a.xlsx", "entities"),
        (as_docx("全区有小学52所。")[:-900], "a.docx", "damaged"),
        (as_docx(""), "a.docx", "no text"),
        (saved(openpyxl.Workbook()), "a.xlsx", "nothing"),
    ],
)
def test_broken_files_say_what_is_wrong(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        read(data, name)


@pytest.mark.parametrize(
    ("data", "name", "limits", "limit"),
    [
        (with_part(as_docx("一"), "word/media/x.bin", b"\0" * (4 << 20)), "a.docx", Limits(), "max_expansion"),
        (with_part(as_docx("一"), "word/x.xml", b"<a/>" * 999), "a.docx", Limits(max_expanded_bytes=999), "max_expanded_bytes"),
        (table_xlsx(CAPTION, BY_PLACE * 9), "a.xlsx", Limits(max_cells=40), "max_cells"),
        (table_csv(CAPTION, BY_PLACE * 9), "a.csv", Limits(max_cells=40), "max_cells"),
    ],
)  # fmt: skip
def test_files_that_are_too_much(data: bytes, name: str, limits: Limits, limit: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        read(data, name, limits)
    assert caught.value.limit == limit


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_word_file_through_libreoffice(tmp_path: Path) -> None:
    text = "甘州区教育概况\n\n2023年，全区有小学52所，在校生31240人，学前三年毛入园率达99.5%。\n"
    (tmp_path / "a.docx").write_bytes(as_docx(text))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True)
    rows = extract_document((tmp_path / "a.doc").read_bytes(), "a.doc")
    assert statistics(rows) == statistics(extract_document(text.encode(), "a.txt"))
    assert rows["documents"][0]["reader"].endswith("+libreoffice")


def test_an_old_word_file_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 9
    with pytest.raises(ReadingError, match="Install LibreOffice"):
        read(data, "a.doc")


SOUND = {
    "a.docx": as_docx("2023年全区有小学52所。"),
    "b.docx": table_docx(CAPTION, BY_YEAR),
    "a.xlsx": table_xlsx(CAPTION, BY_PLACE),
    "b.xlsx": merged_xlsx(),
    "a.csv": table_csv(CAPTION, BY_PLACE),
}


@settings(max_examples=60)
@given(name=st.sampled_from(sorted(SOUND)), at=st.floats(0, 1), what=st.binary(max_size=12), cut=st.booleans())
def test_damaged_files_give_a_document_or_a_reason(name: str, at: float, what: bytes, cut: bool) -> None:
    data = SOUND[name]
    where = int(at * len(data))
    damaged = data[:where] if cut else data[:where] + what + data[where + len(what) :]
    try:
        read(damaged, name, Limits(max_cells=10_000))
    except ReadingError as error:
        assert error.remedy


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUNS = (
    "<w:r><w:t>2023年，全区有小学</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>5</w:t></w:r><w:proofErr w:type='gramStart'/>"
    "<w:r><w:t>2</w:t></w:r><w:r><w:t xml:space='preserve'>所，在校生</w:t></w:r><w:bookmarkStart w:id='0' w:name='a'/>"
    "<w:del w:id='1'><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id='2'><w:r><w:t>4</w:t></w:r></w:ins>"
    "<w:r><w:t>1</w:t></w:r><w:hyperlink><w:r><w:t>24</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>0人</w:t></w:r>"
    "</w:sdtContent></w:sdt><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1,2</w:t></w:r><w:r><w:t>。</w:t></w:r>"
    "<w:moveFrom w:id='3'><w:r><w:t>初中99所。</w:t></w:r></w:moveFrom>"
)
BOXED = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">'
    "<w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
).format("<w:p><w:r><w:t>2023年，全区有幼儿园86所。</w:t></w:r></w:p>")


def test_runs_that_cut_up_numbers_tracked_changes_and_text_boxes() -> None:
    document = docx.Document()
    body = document.element.body
    for inner in (RUNS, BOXED):
        body.insert(len(body) - 1, docx.oxml.parse_xml(f"<w:p {_W}>{inner}</w:p>"))
    rows = extract_document(saved(document), "a.docx")
    assert {(o["indicator"], o["education_level"], o["value"]) for o in rows["observations_read"]} == {
        ("institutions", "primary", 52),
        ("students", "primary", 41240),
        ("institutions", "pre_primary", 86),
    }
    assert rows["documents"][0]["text"].count("86所") == 1 and "99" not in rows["documents"][0]["text"]
