"""The lab in a real headless Chromium: the folder on a local server, the one file from disk.

The page is built from Web/ and .build/wasm/LabCore.wasm; NABLA_WEB, NABLA_WASM and CHROMIUM name others.
"""

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
WEB = Path(os.environ.get("NABLA_WEB", ROOT / "Web"))
WASM = Path(os.environ.get("NABLA_WASM", ROOT / ".build/wasm/LabCore.wasm"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
BENCHES = ["field", "gradient", "descent", "divergence", "curl", "conservative", "rotor", "charge", "information"]


VIEWPORT = {"width": 1280, "height": 800}


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm", ".js": "text/javascript",
    }

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, str(ROOT / "Scripts/site.py"), str(WEB), str(WASM), str(folder)]
    built = subprocess.run(command, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="session")
def address(site):
    """The address of the served page."""
    handler = functools.partial(Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield browser
        browser.close()


class Lab:
    """One page of the lab and what a person does with it."""

    def __init__(self, page, address):
        self.page = page
        self.address = address
        self.complaints = []
        self.requests = []
        self.listeners = {
            "console": lambda m: m.type in ("error", "warning") and self.complaints.append(m.text),
            "pageerror": lambda e: self.complaints.append(str(e)),
            "request": lambda r: self.requests.append(r.url),
        }
        for event, listener in self.listeners.items():
            page.on(event, listener)

    def leave(self):
        """Leaves the window as it was found."""
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)
        self.page.unroute_all()
        self.page.mouse.up()
        self.page.mouse.move(0, 0)
        self.page.set_viewport_size(VIEWPORT)
        self.page.emulate_media(color_scheme="null", reduced_motion="null", forced_colors="null", media="null")
        if self.page.url.startswith("http"):
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.page.goto("about:blank")

    def open(self, scene="", lang="en", theme="light"):
        fragment = "#" + quote(scene, safe=";=,()*+/'!~") if scene else ""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}?lang={lang}&theme={theme}{fragment}")
        self.page.wait_for_selector("h1")
        self.page.wait_for_selector(".picture[data-frames]")
        self.drawn()
        return self

    def drawn(self):
        """Waits until every picture that has a size is drawn."""
        self.page.wait_for_function(
            """() => [...document.querySelectorAll(".picture")].every(
              picture => picture.clientWidth === 0 || picture.dataset.frames)""")

    def reading(self, name):
        return self.page.text_content(f"[data-reading={name}]")

    def number(self, name):
        return number(self.reading(name))

    def note(self, name):
        return self.page.text_content(f"[data-note={name}]")

    def choose(self, value, name="preset"):
        self.page.check(f"input[name={name}][value={value}]", force=True)

    def switch(self, value, on=True):
        self.page.set_checked(f"input[role=switch][value={value}]", on, force=True)

    def frame(self, picture=".picture"):
        """The first panel of a picture, its corner in pixels of the page."""
        self.drawn()
        box = self.page.locator(picture).first.bounding_box()
        frame = json.loads(self.page.get_attribute(picture, "data-frames"))[0]
        return {**frame, "x": frame["x"] + box["x"], "y": frame["y"] + box["y"]}

    def pixel(self, x, y, picture=".picture"):
        """The pixel of the page at which the point (x, y) of the picture lies."""
        f = self.frame(picture)
        return (
            f["x"] + (x - f["xMin"]) / (f["xMax"] - f["xMin"]) * f["width"],
            f["y"] + (f["yMax"] - y) / (f["yMax"] - f["yMin"]) * f["height"],
        )

    def slider(self, name):
        return self.page.get_by_role("slider", name=name, exact=True)

    def slide(self, name, value):
        """Sets a slider by its label, as a hand would."""
        self.slider(name).evaluate(
            "(node, value) => { node.value = value; node.dispatchEvent(new Event('input', { bubbles: true })); }",
            str(value))

    def drag(self, start, end):
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        mouse.move(*end)
        mouse.up()

    def wait(self, milliseconds):
        """Lets time pass in the page itself: what it has begun is drawn before and after, however busy the machine is."""
        self.page.evaluate(
            """milliseconds => new Promise(done => {
              const drawn = next => requestAnimationFrame(() => requestAnimationFrame(next));
              drawn(() => setTimeout(() => drawn(done), milliseconds));
            })""", milliseconds)

    def scene(self):
        """The scene in the address, once it has settled there: a page keeps its timers in order, however slow it is."""
        self.wait(300)
        return self.page.evaluate("decodeURIComponent(location.hash.slice(1))")

    def scene_has(self, part):
        scene = self.scene()
        assert part in scene, scene

    def painted(self, picture=".picture"):
        """The pixels of a picture's base, as a number that changes when they do."""
        return self.page.evaluate(
            """name => {
              const data = document.querySelector(name + ' canvas').toDataURL();
              let hash = 0;
              for (let i = 0; i < data.length; i += 1) hash = (hash * 31 + data.charCodeAt(i)) | 0;
              return hash;
            }""", picture)


def number(text):
    """A number as the page writes it."""
    return float(text.replace("\u2212", "-").replace("\u221e", "inf"))


def vector(text):
    return [number(part) for part in text.strip("()").split(",")]


@pytest.fixture(scope="session")
def page(browser):
    """One window for all tests: opening one takes the browser longer than the lab in it."""
    return browser.new_context(viewport=VIEWPORT).new_page()


@pytest.fixture
def lab(browser, page, address, request):
    options = getattr(request, "param", None)
    if options:
        context = browser.new_context(**{"viewport": VIEWPORT, **options})
        lab = Lab(context.new_page(), address)
        yield lab
        context.close()
    else:
        lab = Lab(page, address)
        yield lab
        lab.leave()
    assert lab.complaints == []


@pytest.fixture
def lab_from_disk(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    lab = Lab(context.new_page(), (site / "nabla-lab.html").as_uri())
    yield lab
    context.close()
    assert lab.complaints == []
