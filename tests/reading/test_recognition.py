"""Pictures of pages: their numbers, what was not read of them, and what is doubtful."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import LimitExceeded, Limits, ReadingError, read
from edu_pipeline.reading.pages import Page, Piece, lay_out
from edu_pipeline.reading.readers import pdf, pdf_scan, picture
from edu_pipeline.reading.recognition import Recognised, doubts, installed, recogniser
from edu_pipeline.reading.recognition.blanks import blanks
from edu_pipeline.reading.recognition.ink import Area, left_over

FONTS = [*Path("/usr/share/fonts").rglob("NotoSerifCJK-Regular.ttc"), *Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.ttc")]  # fmt: skip
needs_ocr = pytest.mark.skipif(not installed(), reason="the extra ocr is not installed")
needs_font = pytest.mark.skipif(not FONTS, reason="no Chinese type is installed")
TYPE = 25  # pixels: 12 points at 150 dots an inch
LINES = (
    "张掖市2023年教育事业发展情况",
    "　　2023年，全市有各级各类学校586所，在校学生17.86万人，教职工1.53万",
    "人。学前三年毛入园率99.68%，比上年提高0.35个百分点；普惠性幼儿园覆盖率",
    "95.2%。小学132所，在校生7.02万人，净入学率100%；初中61所，在校生3.46万",
    "人，毛入学率112.4%。普通高中14所，在校生25318人，生师比11.3∶1。",
    "　　全市教育经费总投入32.46亿元，同比增长6.8%，其中一般公共预算教育经费",
    "27.91亿元。新建、改扩建校舍48600平方米，新增学位4350个。",
    "　　1.甘州区    2105    31240    98.7",
)


def page(lines: Sequence[str] = LINES, table: bool = True) -> Image.Image:
    picture_ = Image.new("L", (1239, 1000), 255)
    draw = ImageDraw.Draw(picture_)
    font = ImageFont.truetype(str(FONTS[0]), TYPE, index=2)
    for n, line in enumerate(lines):
        draw.text((150, 80 + 44 * n), line, font=font, fill=0)
    if table:
        for r, row in enumerate((("县区", "小学（所）", "初中（所）"), ("临泽县", "21", "6"), ("高台县", "18", "7"))):
            for c, word in enumerate(row):
                draw.rectangle((200 + 250 * c, 520 + 50 * r, 450 + 250 * c, 570 + 50 * r), outline=0, width=2)
                draw.text((240 + 250 * c, 528 + 50 * r), word, font=font, fill=0)
    return picture_


def saved(picture_: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture_.save(buffer, kind, **options)
    return buffer.getvalue()


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:\.\d+)?", text))


@pytest.mark.slow
@needs_ocr
@needs_font
def test_a_scanned_pdf_at_150_dots_an_inch() -> None:
    rows = extract_document(saved(page().convert("RGB"), "PDF", resolution=150), "a.pdf")
    document = rows["documents"][0]
    assert document["status"] == "ok" and document["reader"].endswith("+ocr"), document["error"]
    wanted = numbers("\n".join(LINES)) + numbers("21 6 18 7")
    assert (wanted & numbers(document["text"])).total() >= 0.97 * wanted.total()
    assert not document["remarks"], document["remarks"]  # nothing is doubtful or lost on a clean page
    found = {(o["indicator"], o["education_level"], o["value"], o["region_name"]) for o in rows["observations_read"]}
    assert {
        ("gross_enrolment_ratio", "pre_primary", 99.68, "张掖市"),
        ("institutions", "lower_secondary", 6, "临泽县"),
        ("institutions", "primary", 18, "高台县"),
    } <= found
    (row,) = [q for q in rows["quantities"] if q["text"] == "99.68%"]
    left, top, right, bottom = (edge * 150 / 72 for edge in row["box"])
    assert row["page"] == 1 and 300 < left < right < 660 and 150 < top < bottom < 215


@pytest.mark.slow
@needs_ocr
@needs_font
def test_a_page_on_its_head_and_a_line_that_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    all_lines = recogniser._lines
    monkeypatch.setattr(recogniser, "_lines", lambda grey: [n for n in all_lines(grey) if "新增学位" not in n.text])
    document = read(saved(page(table=False).rotate(180), "JPEG", quality=90), "a.jpg")
    assert "17.86万人" in document.text and "4350" not in document.text
    (remark,) = [r for r in document.remarks if r.code == "ocr_lost_line"]
    assert re.search(r"15\d–8\d\d from the left, 3[45]\d–3[67]\d from the top", remark.words), remark.words


@needs_ocr
@needs_font
@pytest.mark.parametrize("left_out", [0, 3, 7])
def test_ink_that_no_line_covers_is_found(left_out: int) -> None:
    import numpy

    grey = numpy.asarray(page())
    words = [Area(150, 80 + 44 * n, 1100, 116 + 44 * n) for n in range(len(LINES))]
    cells = [Area(230 + 250 * c, 528 + 50 * r, 430 + 250 * c, 562 + 50 * r) for c in range(3) for r in range(3)]
    rules, lost = left_over(grey, [*words, *cells])
    assert lost == [] and len(rules) >= 8
    _, lost = left_over(grey, [*(w for n, w in enumerate(words) if n != left_out), *cells])
    assert lost and all(80 + 44 * left_out <= area.top < area.bottom <= 120 + 44 * left_out for area in lost)
    assert sum(area.right - area.left for area in lost) > 300
    _, lost = left_over(grey, [*words, *cells[:-1]])
    assert len(lost) == 1 and lost[0].left > 730 and lost[0].top > 620


@needs_ocr
def test_a_photograph_specks_and_a_seal_are_no_lost_lines() -> None:
    import numpy

    grey = numpy.full((900, 900), 250, "uint8")
    grey[100:400, 100:600] = numpy.linspace(0, 240, 500).astype("uint8")
    grey[500:503, 500:503] = grey[700, 700] = 0
    grey[600:603, 50:850] = 0
    assert left_over(grey, [Area(100, 450, 600, 480)])[1] == []


@pytest.mark.parametrize(
    ("text", "steps", "wanted"),
    [
        ("小学在校生16510人", [10, 10, 10, 10], []),
        ("小学在校生16510人", [10, 10, 16, 10], [8]),
        ("至04-1213", [10, 10, 10, 10, 17, 10], [6]),
        ("共11人", [10], []),
        ("共有小学11人", [19], [5]),
        ("12", [19], []),
    ],
)
def test_blanks_between_digits_are_told_by_their_ink(text: str, steps: list[int], wanted: list[int]) -> None:
    import numpy

    first = re.search(r"\d", text).start()  # type: ignore[union-attr]
    lefts = [20.0 * n for n in range(first + 1)]
    for step in steps:
        lefts.append(lefts[-1] + step)
    while len(lefts) < len(text):
        lefts.append(lefts[-1] + 12)
    line = numpy.full((24, 400), 255, "uint8")
    for character, left in zip(text, lefts, strict=True):
        line[4:20, int(left) + 2 : int(left) + (8 if character.isascii() else 17)] = 0
    rights = [left + (10 if c.isascii() else 20) for c, left in zip(text, lefts, strict=True)]
    assert blanks(text, lefts, rights, line, 20) == wanted


def recognised_page(text: str, sure: Sequence[float], lost: tuple[Area, ...] = ()) -> Recognised:
    piece = Piece(text, 10, 10, 10 + 20 * len(text), 34, 20, min(sure))
    return Recognised(Page(1, 1000, 1000, [piece]), {id(piece): tuple(sure)}, lost)


def test_doubtful_digits_are_findings_where_they_stand() -> None:
    text = "全市有小学132所，在校生702人。"
    sure = [0.6 if c in "市7" else 0.99 for c in text]  # 市 is no number
    one = recognised_page(text, sure, (Area(10, 200, 400, 224),))
    laid = lay_out([one.page], Limits())
    found = {(r.code, laid.text[r.start : r.end]): r.words for r in doubts(laid, [one])}
    assert set(found) == {("ocr_doubtful", "702"), ("ocr_lost_line", text)}
    assert "60 %" in found["ocr_doubtful", "702"] and "200–224 from the top" in found["ocr_lost_line", text]
    sound = recognised_page(text, [0.99] * len(text))
    assert doubts(lay_out([sound.page], Limits()), [sound]) == []


def written_and_scanned() -> bytes:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 700, "In 2023 the county had 52 primary schools.")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (400, 500), 120)), 0, 0, 595, 842)
    canvas.drawString(72, 20, "CamScanner")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_without_the_extra_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (picture, pdf_scan):
        monkeypatch.setattr(module, "installed", lambda: False)
    blank = Image.new("L", (300, 400), 200)
    for data, name in ((saved(blank), "a.png"), (saved(blank, "PDF"), "a.pdf")):
        with pytest.raises(ReadingError, match=r"not installed.*pip install '\.\[ocr\]'"):
            read(data, name)
    document = read(written_and_scanned(), "a.pdf")
    assert [r.code for r in document.remarks] == ["part_unread"] and "Page 2 is a picture" in document.remarks[0].words
    assert document.reader == pdf.READER and "52 primary" in document.text


def frames(count: int) -> bytes:
    blank = Image.new("L", (60, 40), 255)
    return saved(blank, "TIFF", save_all=True, append_images=[blank] * (count - 1))


@pytest.mark.parametrize(
    ("data", "name", "limits", "limit"),
    [
        (saved(Image.new("1", (900, 900))), "a.png", Limits(max_pixels=500_000), "max_pixels"),
        (frames(9), "a.tif", Limits(max_pictures=8), "max_pictures"),
        (saved(Image.new("L", (90, 90), 9), "PDF", save_all=True, append_images=[Image.new("L", (90, 90), 9)] * 3), "a.pdf", Limits(max_pictures=3), "max_pictures"),
    ],
)  # fmt: skip
@needs_ocr
def test_pictures_that_are_too_much(data: bytes, name: str, limits: Limits, limit: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        read(data, name, limits)
    assert caught.value.limit == limit


@needs_ocr
def test_a_picture_without_text_fails_with_the_reason() -> None:
    row = extract_document(saved(Image.new("RGBA", (200, 200), (0, 0, 0, 0))), "a.png")["documents"][0]
    assert row["status"] == "failed" and "no text" in row["error"]


SMALL = Image.new("P", (30, 20), 3)
KINDS = {".png": "PNG", ".jpg": "JPEG", ".tif": "TIFF", ".bmp": "BMP", ".webp": "WEBP"}


@settings(max_examples=150)
@given(ending=st.sampled_from(sorted(KINDS)), at=st.floats(0, 1), what=st.binary(max_size=12), cut=st.booleans())
def test_damaged_pictures_give_a_document_or_a_reason(ending: str, at: float, what: bytes, cut: bool) -> None:
    data = saved(SMALL.convert("RGB") if ending in (".jpg", ".webp") else SMALL, KINDS[ending])
    where = int(at * len(data))
    damaged = data[:where] if cut else data[:where] + what + data[where + len(what) :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture, "installed", lambda: True)
        patch.setattr(picture, "recognised", lambda *_: recognised_page("52所", [0.9] * 3))
        try:
            read(damaged, f"a{ending}", Limits(max_pixels=1_000_000))
        except ReadingError as error:
            assert error.remedy
