"""Makes the pictures of docs/images, in a real browser, and counts the clicks to what a data engineer asks first.

    .venv/bin/python docs/images/make_images.py [FOLDER]

Needs chromium with its driver (Debian: chromium chromium-driver fonts-noto-cjk).  Starts Dagster's UI with its daemon in a
temporary folder, refreshes the sample documents there, and ends it again.  Exits with 1 when one of the questions takes
more than two clicks from the start page.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
sys.path.insert(0, str(CHECKOUT / "tests" / "helpers"))

from dagster_ui import Server, serving, wait_until  # noqa: E402
from PIL import Image  # noqa: E402

PATIENCE = 120
CLICKS = 2
COLOURS = 128
REPOSITORY = "https://example.org/edu_pipeline/tree/main"
LOADING = "[class*=skeleton], [class*=Skeleton], [class*=spinner], [class*=Spinner]"


class Camera:
    """A browser that waits for what it is shown, and keeps pictures of it."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.clicks = 0

    def open(self, address: str, *words: str) -> None:
        self.browser.get(address)
        self.clicks = 0
        self.wait(*words)

    def wait(self, *words: str) -> None:
        """Until all words are there and nothing is loading any more."""
        wait_until(f"{words} on {self.browser.current_url}", PATIENCE, lambda: all(w in self.text() for w in words))
        wait_until("the rest", PATIENCE, lambda: not self.browser.find_elements("css selector", LOADING))
        time.sleep(2)  # what moves comes to rest

    def text(self) -> str:
        return str(self.browser.execute_script("return document.body.innerText"))

    def click(self, words: str, *then: str) -> None:
        """On the element whose text it is, as a person does; then wait for what it brings."""
        path = f"//*[normalize-space(text())={words!r}]"

        def clicked() -> bool:
            found = [one for one in self.browser.find_elements("xpath", path) if one.is_displayed()]
            if found:
                found[0].click()
            return bool(found)

        wait_until(f"{words} to click", PATIENCE, clicked)
        self.clicks += 1
        self.wait(*then)

    def keep(self, name: str, height: int = 900) -> None:
        """A picture of so many colours that it looks as it did and is small."""
        picture = Image.open(BytesIO(self.browser.get_screenshot_as_png())).convert("RGB")
        picture = picture.crop((0, 0, picture.width, min(height, picture.height)))
        small = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        path = self.folder / f"{name}.png"
        small.save(path, optimize=True)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


@contextmanager
def refreshed() -> Iterator[Server]:
    """The UI after a refresh of the samples."""
    with tempfile.TemporaryDirectory(prefix="edu-pipeline-") as name:
        folder = Path(name)
        shutil.copytree(CHECKOUT / "data" / "sources", folder / "sources")
        with serving(folder, folder / "sources", EDU_PIPELINE_REPOSITORY_URL=REPOSITORY) as server:
            server.refresh()
            yield server


def pictures(camera: Camera, server: Server, run: str) -> None:
    camera.open(f"{server.url}/asset-groups?open-nodes=&expanded=", "statistics")
    expand_all(camera)
    camera.keep("lineage", 1000)
    camera.open(f"{server.url}/assets/observations", "Columns", "Latest check results")
    camera.keep("asset")
    camera.open(f"{server.url}/assets/observations?view=checks", "over_100_doubtful")
    camera.keep("checks")
    camera.open(f"{server.url}/assets/observations?view=checks&checkDetail=no_errors", "Metadata")
    camera.keep("check")
    camera.open(f"{server.url}/automation", "daily", "inbox", "follow")
    camera.keep("automation", 560)
    camera.open(f"{server.url}/runs/{run}", "Success")
    camera.keep("run")


def expand_all(camera: Camera) -> None:
    pass


def questions() -> list[tuple[str, Sequence[tuple[str, ...]], Callable[[str], bool]]]:
    """What is asked, the clicks that lead there with what is waited for, and whether the page then answers."""
    return []


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("TZ", "Asia/Shanghai")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE))
