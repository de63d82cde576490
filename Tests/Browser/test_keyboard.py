"""Keyboard alone does every bench's main job, with few stops on the way."""

import math

import pytest
from playwright.sync_api import expect

from conftest import BENCHES, vector


def tab_to(lab, selector, most=25):
    for _ in range(most):
        if lab.page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        lab.page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def test_the_tabs_by_arrow_keys(lab):
    lab.open("v1;field")
    tab_to(lab, "#tab-field")
    lab.page.keyboard.press("ArrowRight")
    assert lab.page.get_attribute("#tab-gradient", "aria-selected") == "true"
    lab.page.keyboard.press("ArrowRight")
    assert lab.page.get_attribute("#tab-descent", "aria-selected") == "true"
    assert lab.page.evaluate("document.activeElement.id") == "tab-descent"


def test_the_probe(lab):
    lab.open("v1;field;F=-y, x;probe=1,1")
    tab_to(lab, ".surface")
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        lab.page.keyboard.press(key)
    u, v = vector(lab.reading("value"))
    step = v - 1
    assert step > 0 and u == pytest.approx(-1 - step / 2)
    lab.page.keyboard.press("Shift+ArrowUp")
    assert -vector(lab.reading("value"))[0] - 1 == pytest.approx(step / 2 * 6, abs=step / 2 * 2.5)
    before = vector(lab.reading("value"))[1]
    lab.page.keyboard.press("Alt+ArrowLeft")
    assert before - vector(lab.reading("value"))[1] == pytest.approx(step / 20)
    lab.wait(900)
    assert lab.page.text_content("[aria-live=polite]").startswith("At (")


def test_zoom_and_reset(lab):
    lab.open("v1;field")
    start = lab.frame()
    tab_to(lab, ".surface")
    lab.page.keyboard.press("+")
    lab.wait(150)
    assert lab.frame()["xMax"] < start["xMax"]
    lab.page.keyboard.press("-")
    lab.wait(150)
    assert lab.frame()["xMax"] == pytest.approx(start["xMax"], rel=1e-3)


def test_space_pauses_and_letters_are_for_typing(lab):
    lab.open("v1;curl")
    tab_to(lab, ".surface")
    lab.page.keyboard.press("Space")
    assert lab.page.get_by_role("button", name="Play").count() == 1
    lab.page.keyboard.press("Space")
    assert lab.page.get_by_role("button", name="Pause").count() == 1
    lab.page.focus("#field-0")
    lab.page.keyboard.type(" ?r0")
    assert lab.page.locator("dialog").count() == 0
    assert lab.page.input_value("#field-0").endswith(" ?r0")
    assert lab.page.get_by_role("button", name="Pause").count() == 1


def test_help_opens_and_gives_the_focus_back(lab):
    lab.open("v1;field")
    tab_to(lab, ".surface")
    lab.page.keyboard.press("?")
    assert lab.page.locator("dialog[open]").count() == 1
    lab.page.keyboard.press("Escape")
    # A dialog says that it has closed a moment after it has.
    expect(lab.page.locator("dialog")).to_have_count(0)
    assert lab.page.evaluate("document.activeElement.className") == "surface"
    lab.page.keyboard.press("Escape")
    assert lab.page.evaluate("document.activeElement === document.body")


def test_the_dial(lab):
    lab.open("v1;gradient;f=3x;direction=60")
    assert lab.number("slope") == pytest.approx(1.5)
    tab_to(lab, ".surface")
    for _ in range(6):
        lab.page.keyboard.press("Control+ArrowLeft")
    assert lab.number("slope") == 0
    assert lab.note("slope").startswith("Along the level line")
    for _ in range(6):
        lab.page.keyboard.press("Shift+Control+ArrowRight")
    assert lab.number("slope") == 3
    assert lab.note("slope").startswith("Steepest up")
    lab.page.keyboard.press("]")
    assert lab.number("slope") == pytest.approx(3 * math.cos(math.radians(5)), rel=1e-5)


def test_the_axis_and_the_view(lab):
    lab.open("v1;rotor;axis=0,0")
    tab_to(lab, ".surface")
    lab.page.keyboard.press("ArrowLeft")
    assert "camera=-65,25" in lab.scene()
    lab.choose("thing", "turns")
    tab_to(lab, ".surface", 60)
    for _ in range(6):
        lab.page.keyboard.press("ArrowUp")
    assert "axis=0,30" in lab.scene()
    assert lab.number("limit") == pytest.approx(0.5)
    for _ in range(3):
        lab.page.keyboard.press("Shift+ArrowUp")
    assert lab.note("limit").startswith("The axis agrees with the curl")


def test_the_sphere(lab):
    lab.open("v1;charge;F=x/3, y/3, z/3;sphere=0,0,0,1")
    lab.choose("thing", "turns")
    lab.page.focus(".surface")
    for key in ("ArrowRight", "ArrowUp", "ArrowUp", "PageUp", "]"):
        lab.page.keyboard.press(key)
    assert "sphere=0.1,0.1,0.2,1.1" in lab.scene()
    assert lab.number("flux") == pytest.approx(4 * math.pi / 3 * 1.1 ** 3, rel=1e-5)


def test_the_circle(lab):
    lab.open("v1;divergence;F=x, y;circle=0,0,1")
    tab_to(lab, ".surface")
    for _ in range(3):
        lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("]")
    scene = lab.scene()
    x, y, r = [float(v) for v in scene.split("circle=")[1].split(";")[0].split(",")]
    assert x > 0 and y == 0 and r == pytest.approx(1.1)
    assert lab.number("flux") == pytest.approx(2 * math.pi * 1.21, rel=1e-5)


def test_the_bars(lab):
    lab.open("v1;information;p=0.5,0.5;q=0.5,0.5;names=a,b")
    tab_to(lab, ".surface")
    lab.page.keyboard.press("ArrowRight")
    for _ in range(10):
        lab.page.keyboard.press("ArrowUp")
    exact = 0.5 * math.log(0.5 / 0.6) + 0.5 * math.log(0.5 / 0.4)
    assert lab.number("klPQ") == pytest.approx(exact, rel=1e-4)


@pytest.mark.parametrize("bench", BENCHES)
def test_few_stops(lab, bench):
    """A value that is typed or slid needs a stop of its own; all else comes in groups of one stop."""
    lab.open(f"v1;{bench}")
    lab.page.focus("#tab-" + bench)
    lab.page.evaluate("globalThis.visited = new Set([document.body, document.activeElement])")
    values = groups = 0
    for _ in range(40):
        lab.page.keyboard.press("Tab")
        # The way ends at the body or, where the browser has no controls of its own, where it began.
        if lab.page.evaluate("visited.has(document.activeElement) || !visited.add(document.activeElement)"):
            break
        if lab.page.evaluate("document.activeElement.matches('input[type=text], input[type=range]')"):
            values += 1
        else:
            groups += 1
    assert groups <= 11 and values <= 10
