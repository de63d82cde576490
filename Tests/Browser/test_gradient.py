"""The bench of the gradient: the dial, the verdicts, the level line, the curve."""

import json
import math

import pytest

from conftest import vector


def test_the_readings(lab):
    lab.open("v1;gradient;f=x^2 y + y^3;probe=2,-1;direction=90")
    assert lab.number("value") == -5
    assert vector(lab.reading("gradient")) == [-4, 7]
    assert lab.number("length") == pytest.approx(math.sqrt(65), rel=1e-5)
    assert lab.number("slope") == 7
    assert lab.number("laplacian") == -8
    assert lab.reading("hessian").split("\n") == ["(−2, 4)", "(4, −6)"]


@pytest.mark.parametrize("turn, says, share", [
    ("Steepest up", "Steepest up", 1), ("Along the level line", "Along the level line", 0), ("Steepest down", "Steepest down", -1),
])
def test_the_dial_against_the_gradient(lab, turn, says, share):
    lab.open("v1;gradient;f=x y + 2 y;probe=1,0.5")
    lab.page.get_by_role("button", name=turn).click()
    assert lab.note("slope").startswith(says)
    assert lab.number("slope") == pytest.approx(share * lab.number("length"), abs=1e-12)


def test_dragging_the_knob(lab):
    lab.open("v1;gradient;f=x;probe=0,0;direction=0")
    x, y = lab.pixel(0, 0)
    lab.drag((x + 64, y), (x + 30, y - 50))
    degrees = float(lab.scene().split("direction=")[1].split(";")[0])
    assert degrees == pytest.approx(math.degrees(math.atan2(50, 30)), abs=2)
    assert lab.number("slope") == pytest.approx(math.cos(math.radians(degrees)), rel=1e-4)


def test_the_knob_falls_in_with_the_gradient(lab):
    lab.open("v1;gradient;f=x + 2y;probe=0,0;direction=0")
    x, y = lab.pixel(0, 0)
    angle = math.atan2(2, 1) + 0.04
    lab.drag((x + 64, y), (x + 64 * math.cos(angle), y - 64 * math.sin(angle)))
    assert lab.number("slope") == pytest.approx(math.sqrt(5), rel=1e-5)
    assert lab.note("slope").startswith("Steepest up")


def test_dragging_the_point(lab):
    lab.open("v1;gradient;f=x y;probe=0,0")
    lab.drag(lab.pixel(0, 0), lab.pixel(1, -1))
    assert vector(lab.page.text_content(".readout caption").removeprefix("At ")) == pytest.approx([1, -1], abs=0.03)


@pytest.mark.parametrize("formula, probe, says", [
    ("x^2 + y^2", "0,0", "bottom of a valley"), ("-(x^2 + y^2)", "0,0", "summit"), ("x y", "0,0", "pass"),
    ("x^3 - 3x y^2", "0,0", "do not decide"),
])
def test_where_the_gradient_is_zero(lab, formula, probe, says):
    lab.open(f"v1;gradient;f={formula};probe={probe}")
    assert says in lab.note("gradient")
    assert "0 in every direction" in lab.note("slope")


def test_the_level_line_follows_the_probe(lab):
    lab.open("v1;gradient;f=x^2 + y^2;probe=1,0")
    line = "(() => { const c = document.querySelector('.surface').toDataURL(); return c.length + c.slice(-200); })()"
    before = lab.page.evaluate(line)
    lab.page.focus(".surface")
    for _ in range(5):
        lab.page.keyboard.press("Shift+ArrowRight")
    lab.wait(100)
    assert lab.page.evaluate(line) != before


def test_the_curve_has_its_frame_and_its_words(lab):
    lab.open("v1;gradient;f=3x;direction=60")
    frame = json.loads(lab.page.get_attribute(".picture.curve", "data-frames"))[0]
    assert (frame["xMin"], frame["xMax"]) == (0, 360)
    assert "at most 3" in lab.page.get_attribute(".picture.curve canvas", "aria-label")


@pytest.mark.parametrize("preset", ["hill", "saddle", "monkey", "himmelblau", "ravine", "wave"])
def test_presets(lab, preset):
    lab.open("v1;gradient;f=x + 1")
    lab.choose(preset)
    lab.wait(150)
    assert lab.page.is_checked(f"input[value={preset}]")
    assert math.isfinite(lab.number("value"))


def test_a_pole_is_said_to_be_one(lab):
    lab.open("v1;gradient;f=1/x;probe=0,1")
    assert lab.reading("value") == "undefined"
    assert "no gradient" in lab.note("slope")
    assert "NaN" not in lab.page.text_content(".panel")


def test_own_hill(lab):
    lab.open("v1;gradient;probe=1,2")
    lab.page.fill("#field-0", "x y")
    assert lab.number("value") == 2
    lab.page.fill("#field-0", "x, y")
    assert lab.page.get_attribute("#field-0", "aria-invalid") == "true"
    assert "One expression" in lab.page.text_content("#field-error")
