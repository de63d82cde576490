"""The bench of the divergence: Gauss's theorem on a circle, and the drop of dye."""

import math

import pytest


def shown_equal(shown, exact):
    """Whether a text shows `exact` right to all but half a unit of its last digit."""
    digits = shown.split(".")[1] if "." in shown else ""
    return abs(float(shown.replace("\u2212", "-")) - exact) <= 0.5000001 * 10 ** -len(digits)


@pytest.mark.parametrize("x, y, r", [(0, 0, 1), (1, 0.5, 0.75), (-1.2, 0.8, 1.5), (0, 0, 0.05)])
def test_the_flux_of_the_source_is_two_pi_r_squared(lab, x, y, r):
    lab.open(f"v1;divergence;F=x, y;circle={x},{y},{r}")
    assert shown_equal(lab.reading("flux"), 2 * math.pi * r * r)
    assert shown_equal(lab.reading("integral"), 2 * math.pi * r * r)
    assert lab.number("centre") == 2


def test_dragging_the_circle_and_its_knob(lab):
    lab.open("v1;divergence;F=x, y;circle=0,0,1;show=arrows")
    lab.drag(lab.pixel(0, 0), lab.pixel(1, 0.5))
    lab.wait(350)
    x, y, r = circle(lab)
    assert (x, y, r) == (pytest.approx(1, abs=0.02), pytest.approx(0.5, abs=0.02), 1)
    knob = (x + r * math.sqrt(0.5), y + r * math.sqrt(0.5))
    far = (x + 1.5 * math.sqrt(0.5), y + 1.5 * math.sqrt(0.5))
    lab.drag(lab.pixel(*knob), lab.pixel(*far))
    x, y, r = circle(lab)
    assert r == pytest.approx(1.5, abs=0.02)
    assert shown_equal(lab.reading("flux"), 2 * math.pi * r * r)


def circle(lab):
    scene = dict(part.split("=") for part in lab.scene().split(";") if "=" in part)
    return [float(value) for value in scene["circle"].split(",")]


@pytest.mark.parametrize("preset, sign", [("source", 1), ("sink", -1), ("incompressible", 0)])
def test_presets(lab, preset, sign):
    lab.open("v1;divergence;F=x*x, y")
    lab.choose(preset)
    assert lab.note("flux").startswith({1: "Positive", -1: "Negative", 0: "Zero"}[sign])
    # At time t the drop's area is e^(div t) times the first.
    lab.wait(700)
    ratio = lab.number("dye")
    if sign == 0:
        assert ratio == pytest.approx(1, abs=1e-3)
    else:
        assert (ratio - 1) * sign > 0.05


def test_the_point_source_beside_the_origin(lab):
    lab.open("v1;divergence;F=x/(x^2 + y^2), y/(x^2 + y^2);circle=1.5,0,0.5")
    assert abs(lab.number("flux")) < 1e-6
    lab.open("v1;divergence;F=x/(x^2 + y^2), y/(x^2 + y^2);circle=0.2,0,1")
    assert shown_equal(lab.reading("flux"), 2 * math.pi)
