"""A Chromium for the tests that look at the page as a reader does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parents[2]
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def _chromium() -> str | None:
    named = os.environ.get("COOPGRAPH_CHROMIUM")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Run a Chromium for the whole session; without one the tests are skipped, in CI they fail."""
    path = _chromium()
    if path is None:
        message = "no Chromium found: install one or name it in COOPGRAPH_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield chromium
        chromium.close()


class Visit:
    """A page opened from a file, and what happened on it: requests, dialogs, errors, messages on the console."""

    def __init__(self, context: Any, path: Path, fragment: str = "", day: str | None = None) -> None:
        self.requests: list[str] = []
        self.noise: list[str] = []
        self.page = context.new_page()
        if day is not None:
            self.page.clock.set_fixed_time(day)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.noise.append(f"error: {error}"))
        self.page.on("console", lambda message: self.noise.append(f"console: {message.text}"))
        self.page.goto(path.as_uri() + fragment)

    def _dialog(self, dialog: Any) -> None:
        self.noise.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def search(self, text: str) -> None:
        """Type into the search field and take the first suggestion."""
        self.page.fill("#search", text)
        self.page.press("#search", "Enter")


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Return a function that writes HTML to a file and opens it, on a day where one is given, at a part of the address.

    Other keyword arguments go to the browser's context.
    """
    contexts = []

    def opened(html: str, fragment: str = "", day: str | None = None, **settings: Any) -> Visit:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | settings)))
        return Visit(contexts[-1], path, fragment, day)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def seeds_dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the dataset of the example articles, as a user does."""
    dataset = tmp_path_factory.mktemp("seeds") / "seeds.trig"
    _coopgraph("build", "seeds", "-o", str(dataset))
    return dataset


@pytest.fixture(scope="session")
def seeds(seeds_dataset: Path) -> str:
    """Return the page of the example articles."""
    return _view(seeds_dataset)


@pytest.fixture(scope="session")
def timeline_of_seeds(seeds_dataset: Path) -> str:
    """Return the timeline of the example articles."""
    return _view(seeds_dataset, "--as", "timeline")


@pytest.fixture(scope="session")
def ego_of_seeds(seeds_dataset: Path) -> str:
    """Return the page of one university of the example articles, named as people name it."""
    return _view(seeds_dataset, "--as", "ego", "--focus", "HA LONG university")


def _view(dataset: Path, *arguments: str) -> str:
    html = dataset.with_suffix(".html")
    _coopgraph("view", "-g", str(dataset), "-o", str(html), *arguments)
    return html.read_text(encoding="utf-8")


def _coopgraph(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "coopgraph", *arguments], cwd=_ROOT, check=True, capture_output=True)
