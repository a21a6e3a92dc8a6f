"""How much of pictures of pages is recognised: numbers right, wrong ones that are remarked on, lines lost and reported.

    python benchmarks/recognition.py --folder ../shared/seeds --pages 2 --dots 150

Each document is set in Noto Serif CJK, 12 points on A4, and drawn as clean pages; `--worse` blurs them, adds noise and
packs them as JPEG.
"""

from __future__ import annotations

import argparse
import difflib
import io
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from edu_pipeline.reading import ReadDocument, read

TYPES = Path("/usr/share/fonts")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNIT = re.compile(r"[0-9０-９.,%A-Za-z:：/\-]+|.")
CLOSERS = "，。、；：！？）》”%％"


def pages(text: str, dots: int) -> Iterator[tuple[Image.Image, list[str]]]:
    """Pictures of pages with the lines that they show; no number is broken at the end of a line."""
    type_file = next(TYPES.rglob("NotoSerifCJK-Regular.ttc"))
    size = round(12 * dots / 72)
    font = ImageFont.truetype(str(type_file), size, index=2)
    wide, high, edge, step = round(8.27 * dots), round(11.69 * dots), dots, round(1.7 * size)
    lines: list[str] = []
    for paragraph in filter(None, map(str.strip, text.splitlines())):
        line = "　　"
        for word in UNIT.findall(paragraph):
            if font.getlength(line + word) > wide - 2 * edge and word not in CLOSERS:
                lines.append(line)
                line = word
            else:
                line += word
        lines.append(line)
    each = (high - 2 * edge) // step
    for at in range(0, len(lines), each):
        page = Image.new("L", (wide, high), 255)
        draw = ImageDraw.Draw(page)
        for n, line in enumerate(lines[at : at + each]):
            draw.text((edge, edge + n * step), line, font=font, fill=0)
        yield page, lines[at : at + each]


def worse(page: Image.Image) -> Image.Image:
    noise = Image.effect_noise(page.size, 40)
    buffer = io.BytesIO()
    Image.blend(page.filter(ImageFilter.GaussianBlur(1.2)), noise, 0.25).save(buffer, "JPEG", quality=30)
    return Image.open(io.BytesIO(buffer.getvalue()))


def compared(lines: Sequence[str], document: ReadDocument) -> tuple[int, int, int, int, int]:
    """Numbers shown, right, wrong or invented, of those remarked on, and of the right ones remarked on."""
    shown = NUMBER.findall("\n".join(lines))
    found = list(NUMBER.finditer(document.text))
    doubtful = [r for r in document.remarks if r.code == "ocr_doubtful"]
    marked = [any(r.start < m.end() and m.start() < r.end for r in doubtful) for m in found]
    right: set[int] = set()
    for same in difflib.SequenceMatcher(None, shown, [m[0] for m in found], autojunk=False).get_matching_blocks():
        right.update(range(same.b, same.b + same.size))
    wrong = [n for n in range(len(found)) if n not in right]
    return len(shown), len(right), len(wrong), sum(marked[n] for n in wrong), sum(marked[n] for n in right)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path(__file__).parents[1] / "data" / "sources")
    parser.add_argument("--pages", type=int, default=2, help="of each document")
    parser.add_argument("--dots", type=int, default=150, help="an inch")
    parser.add_argument("--worse", action="store_true")
    given = parser.parse_args()
    totals, seconds, count = [0] * 5, 0.0, 0
    for path in sorted(given.folder.glob("*.txt")):
        drawn = list(pages(path.read_text(encoding="utf-8"), given.dots))
        for number in range(0, len(drawn), max(1, len(drawn) // given.pages))[: given.pages]:
            page, lines = drawn[number]
            buffer = io.BytesIO()
            (worse(page) if given.worse else page).save(buffer, "PNG")
            began = time.process_time()
            document = read(buffer.getvalue(), "page.png")
            seconds, count = seconds + time.process_time() - began, count + 1
            found = compared(lines, document)
            totals = [a + b for a, b in zip(totals, found, strict=True)]
            lost = [r.words for r in document.remarks if r.code == "ocr_lost_line"]
            print(f"{path.stem[:24]:24} page {number + 1:3}: {found[1]} of {found[0]} right, {found[2]} wrong", *lost, flush=True)  # fmt: skip
    shown, right, wrong, told, needless = totals
    print(
        f"{count} pages, {seconds / max(1, count):.1f} s of processor each: {right} of {shown} numbers right "
        f"({100 * right / max(1, shown):.1f} %), {wrong} wrong or invented of which {told} are remarked on, "
        f"{needless} right ones are remarked on"
    )


if __name__ == "__main__":
    main()
