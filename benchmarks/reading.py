"""What reading costs: a page of PDF text, and a web page beside bare trafilatura on the same pages.

    python benchmarks/reading.py [--documents 12] [--rounds 7] [--pdf FOLDER] [--html FOLDER] [--check]

What belongs here: bytes to text and blocks.  What does not: what the text says (extraction).

The documents are those of corpus.py, as web pages of a government's site and as PDF that LibreOffice makes (without it:
reportlab), or the files of the folders that are given.  Everything runs in this process, warm, one document after the other and the readers in turn;
times are of the processor.  --check ends with an error when a median is above its target.
"""

from __future__ import annotations

import argparse
import gc
import html
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
import pypdfium2
import trafilatura
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.readers.html import read_html
from edu_pipeline.reading.readers.pdf import read_pdf

PDF_MILLISECONDS = 4.0
HTML_TIMES = 1.5
FONTS = (
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
)
"""Chinese fonts that can be put into a PDF; without one the PDF names a font, and PDFium looks for it."""

_SET = (
    '<html><head><meta charset="utf-8"><style>p {{ font-size: 14pt; line-height: 150%; text-indent: 2em; margin: 0; '
    "text-align: justify }}</style></head><body>{body}</body></html>"
)
_MENU = "".join(f'<li><a href="/{n}">栏目{n}信息公开</a></li>' for n in range(24))
_LINKS = "".join(
    f'<li><a href="/{n}.html">关于做好{2000 + n}年有关工作的通知</a><span>04-{n:02}</span></li>' for n in range(1, 25)
)
_PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title><meta name="PubDate" content="2024-03-20">'
    "<style>.a{{color:red}}</style><script>var a=1;</script></head><body><div class='nav'><ul>" + _MENU + "</ul></div>"
    "<div class='main'><h1>{title}</h1><div class='info'>来源：教育局 发布时间：2024-03-20</div><div class='content'>{body}</div></div>"
    "<div class='related'><ul>" + _LINKS + "</ul></div><div class='footer'><p>主办：教育局 备案号</p></div></body></html>"
)  # fmt: skip


@dataclass
class Cost:
    """Milliseconds a unit, a document after the other."""

    name: str
    unit: str
    rounds: list[list[float]] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The median over documents of the best of each one's rounds."""
        return statistics.median(min(times) for times in zip(*self.rounds, strict=True))


def web_page(text: str) -> bytes:
    title, *lines = [line for line in text.splitlines() if line]
    return _PAGE.format(title=title, body="".join(f"<p>{html.escape(line)}</p>" for line in lines)).encode()


def as_pdf(texts: Sequence[str]) -> list[bytes]:
    """A4, 14 points, as reports are set."""
    if not shutil.which("soffice"):
        font = chinese_font()
        return [drawn(text, font) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for n, text in enumerate(texts):
            names.append(Path(folder) / f"{n:03}.html")
            body = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line)
            names[-1].write_text(_SET.format(body=body), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *map(str, names)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return [name.with_suffix(".pdf").read_bytes() for name in names]


def drawn(text: str, font: str, size: int = 14) -> bytes:
    """The same without LibreOffice: line by line, broken where the page ends."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (595, 842))
    y = 0.0
    for paragraph in text.splitlines():
        line = "　　"
        for character in f"{paragraph}\n":
            if character == "\n" or pdfmetrics.stringWidth(line + character, font, size) > 455:
                if y < 72:
                    if y:
                        canvas.showPage()
                    canvas.setFont(font, size)
                    y = 770
                canvas.drawString(70, y, line)
                y -= 22
                line = ""
            line += character
    canvas.save()
    return buffer.getvalue()


def chinese_font() -> str:
    for path in FONTS:
        if Path(path).exists():
            pdfmetrics.registerFont(TTFont("Chinese", path))
            return "Chinese"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


def measure(
    documents: Sequence[bytes], readers: Sequence[tuple[Cost, Callable[[bytes], object], Sequence[int]]], rounds: int
) -> None:
    """Each round reads every document with every reader; the first round warms up and is not counted."""
    for number in range(rounds + 1):
        times: list[list[float]] = [[] for _ in readers]
        for n, data in enumerate(documents):
            for i, (_, read, units) in enumerate(readers):
                gc.collect()
                start = time.process_time()
                read(data)
                times[i].append((time.process_time() - start) * 1000 / units[n])
        for (cost, _, _), spent in zip(readers, times, strict=True):
            if number:
                cost.rounds.append(spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pdf", type=Path, help="a folder of PDF files to read in place of our own")
    parser.add_argument("--html", type=Path, help="a folder of web pages to read in place of our own")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    texts = [corpus.document(n)[1] for n in range(args.documents)]
    pdfs = [p.read_bytes() for p in sorted(args.pdf.rglob("*.pdf"))] if args.pdf else as_pdf(texts)
    pages = [p.read_bytes() for p in sorted(args.html.rglob("*.html"))] if args.html else [web_page(t) for t in texts]

    counts = [len(pypdfium2.PdfDocument(data)) for data in pdfs]
    ours, bare = Cost("edu_pipeline, PDF text", "page"), Cost("PDFium alone, the characters", "page")
    measure(pdfs, [(ours, lambda d: read_pdf(d, Limits()), counts), (bare, characters, counts)], args.rounds)
    web, other = Cost("edu_pipeline, HTML", "document"), Cost("bare trafilatura", "document")
    ones = [1] * len(pages)
    measure(
        pages, [(web, lambda d: read_html(d, Limits()), ones), (other, trafilatura.bare_extraction, ones)], args.rounds
    )

    written = sum(len(read_pdf(data, Limits()).text) for data in pdfs) / sum(counts)
    print(f"{len(pdfs)} PDF of {sum(counts)} pages, {written:.0f} characters a page; {len(pages)} web pages")
    for cost in (ours, bare, web, other):
        print(f"{cost.name:32}{cost.middle:8.2f} ms a {cost.unit}")
    times = web.middle / other.middle
    print(f"\nPDF: {ours.middle:.2f} ms a page (target {PDF_MILLISECONDS:g})")
    print(f"HTML: {times:.2f} times bare trafilatura (target {HTML_TIMES:g})")
    if args.check and (ours.middle > PDF_MILLISECONDS or times > HTML_TIMES):
        sys.exit("above target")


def characters(data: bytes) -> int:
    """What every reader that uses PDFium has to do at least."""
    document = pypdfium2.PdfDocument(data)
    read = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return read


if __name__ == "__main__":
    main()
