"""Makes the pictures of docs/images, in a real browser, and counts the clicks to what a data engineer asks first.

    .venv/bin/python docs/images/make_images.py [FOLDER]

Needs chromium with its driver (Debian: chromium chromium-driver fonts-noto-cjk).  Starts Dagster's UI with its daemon in a
temporary folder, refreshes the sample documents there, and ends it again.  Exits with 1 when one of the questions takes
more than two clicks from the start page.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
sys.path.insert(0, str(CHECKOUT / "tests" / "helpers"))

from dagster_ui import BROWSER, DRIVER, Server, browsing, serving, wait_until  # noqa: E402
from PIL import Image  # noqa: E402
from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver import ActionChains  # noqa: E402

PATIENCE = 300
CLICKS = 2
COLOURS = 256
REPOSITORY = "https://example.org/edu_pipeline/tree/main"
MOVING = "[class*=Shimmer], [class*=shimmer], [class*=Skeleton], [class*=skeleton], [class*=Spinner], [class*=spinner]"


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
        for _ in range(20):
            if not self.browser.find_elements("css selector", MOVING) and "Loading" not in self.text():
                break
            time.sleep(1)
        time.sleep(2)  # what moves comes to rest

    def text(self) -> str:
        return str(self.browser.execute_script("return document.body.innerText"))

    def element(self, xpath: str) -> Any:
        def shown() -> Any:
            return next((one for one in self.browser.find_elements("xpath", xpath) if one.is_displayed()), None)

        return wait_until(xpath, PATIENCE, shown)

    def click(self, words: str) -> None:
        """On the element with this text, as a person does."""

        def clicked() -> bool:
            try:
                self.element(f"//*[normalize-space(text())={words!r}]").click()
            except WebDriverException:  # it was drawn anew meanwhile
                return False
            return True

        wait_until(f"{words} to click", PATIENCE, clicked)
        self.clicks += 1

    def point_at(self, xpath: str) -> None:
        ActionChains(self.browser).move_to_element(self.element(xpath)).perform()

    def keep(self, name: str, height: int = 900) -> None:
        """A picture of so many colours that it looks as it did and is small."""
        picture = Image.open(BytesIO(self.browser.get_screenshot_as_png())).convert("RGB")
        picture = picture.crop((0, 0, picture.width, min(height, picture.height)))
        small = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        path = self.folder / f"{name}.png"
        small.save(path, optimize=True)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


@contextmanager
def refreshed() -> Iterator[tuple[Server, str]]:
    """The UI after a refresh of the samples, and the run."""
    with tempfile.TemporaryDirectory(prefix="edu-pipeline-") as name:
        folder = Path(name)
        shutil.copytree(CHECKOUT / "data" / "sources", folder / "sources")
        with serving(folder, folder / "sources", EDU_PIPELINE_REPOSITORY_URL=REPOSITORY) as server:
            yield server, server.refresh(600)


def pictures(camera: Camera, server: Server, run: str) -> None:
    camera.open(f"{server.url}/assets/observations?view=lineage&lineageScope=upstream&lineageDepth=10", "fetched")
    camera.keep("lineage", 860)
    camera.open(f"{server.url}/assets/observations", "Columns", "Latest check results")
    camera.point_at(FAILING)
    camera.wait("Failed checks")
    camera.keep("asset")
    camera.open(f"{server.url}/assets/observations?view=checks&checkDetail=no_errors", "Metadata", "rows")
    camera.keep("check", 720)
    camera.click("[Show Markdown]")
    camera.wait()
    camera.keep("check-rows", 720)
    camera.open(f"{server.url}/automation", "daily", "inbox", "follow", "06:00 AM")
    camera.keep("automation", 500)
    camera.open(f"{server.url}/runs/{run}", "Success", "STEP_SUCCESS")
    camera.keep("run")
    report = (server.warehouse / "current" / "report").resolve()
    camera.open((report / "index.html").as_uri(), "Findings")
    camera.keep("report")
    page = max((report / "documents").iterdir(), key=lambda path: path.read_text("utf-8").count(MISREAD))
    camera.open(page.as_uri(), "Numbers")
    camera.browser.find_element("css selector", "mark.k-observation.s-error").click()
    camera.wait()
    camera.keep("report-document")


MISREAD = 'class="k-observation s-error"'
FAILING = "//*[text()='Latest check results']/..//*[@aria-label='warning_outline']"


def questions(camera: Camera, server: Server) -> bool:
    """Whether what feeds `observations`, when it last ran, and which checks fail are near the start page."""
    camera.open(server.url, "Catalog")
    camera.click("Catalog")
    camera.click("observations")
    camera.wait("Upstream assets", "Latest materialization", "Latest check results")
    said = camera.text()
    feeding = said.split("Upstream assets")[1].split("Downstream assets")[0].split()
    when = said.split("Latest materialization")[1].split("Latest check results")[0].strip()
    camera.point_at(FAILING)
    camera.wait("Failed checks")
    failing = camera.text().split("Failed checks")[1].split()
    failing = [word for word in failing if "_" in word]
    for question, answer in (
        ("what feeds observations", ", ".join(dict.fromkeys(feeding))),
        ("when it last ran", when),
        ("which checks fail (pointed at, not clicked)", ", ".join(failing)),
    ):
        print(f"{question}: {camera.clicks} clicks: {answer}")
    sound = {"findings", "observations_sound"} <= set(feeding) and when and "no_errors" in failing
    return bool(sound) and camera.clicks <= CLICKS


def main(folder: Path) -> int:
    if BROWSER is None or DRIVER is None:
        print("There is no chromium with its driver on this machine.", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with refreshed() as (server, run), tempfile.TemporaryDirectory() as profile, browsing(Path(profile)) as browser:
        camera = Camera(browser, folder)
        near = questions(camera, server)
        pictures(camera, server, run)
    return 0 if near else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE))
