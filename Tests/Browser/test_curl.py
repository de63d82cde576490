"""The bench of the curl: which way the wheel turns, how fast, and Stokes's theorem."""

import math

import pytest


def settled(lab, seconds=2.0):
    lab.wait(int(seconds * 1000))
    return lab.number("omega")


def test_counter_clockwise_in_the_vortex(lab):
    lab.open("v1;curl;F=-y, x;wheel=1,0.5,0.4")
    omega = settled(lab)
    assert omega > 0.9
    assert omega == pytest.approx(1, abs=0.05)
    assert lab.number("limit") == 1
    assert "counter-clockwise" in lab.note("omega")


def test_clockwise_in_the_shear(lab):
    lab.open("v1;curl")
    lab.choose("shear")
    omega = settled(lab)
    assert omega == pytest.approx(-0.5, abs=0.03)
    assert lab.number("limit") == -0.5
    assert lab.note("omega") == "The wheel turns clockwise."


def test_still_in_the_uniform_flow(lab):
    lab.open("v1;curl;F=1, 0")
    assert settled(lab, 0.6) == 0
    assert "does not turn" in lab.note("omega")


@pytest.mark.parametrize("r", [0.3, 1, 1.7])
def test_circulation_beside_the_curl_inside(lab, r):
    lab.open(f"v1;curl;F=-y, x;wheel=0.4,-0.3,{r}")
    for name in ("circulation", "integral"):
        assert lab.number(name) == pytest.approx(2 * math.pi * r * r, rel=1e-5)


def test_the_irrotational_vortex(lab):
    lab.open("v1;curl;F=-y/(x^2 + y^2), x/(x^2 + y^2);wheel=1.5,0,0.5")
    assert abs(lab.number("circulation")) < 1e-6
    lab.open("v1;curl;F=-y/(x^2 + y^2), x/(x^2 + y^2);wheel=0.1,0,0.8")
    assert lab.number("circulation") == pytest.approx(2 * math.pi, rel=1e-5)


def test_dragging_the_wheel(lab):
    lab.open("v1;curl;F=-y, x;wheel=1,0,0.5")
    lab.drag(lab.pixel(1, 0), lab.pixel(-1, 1))
    lab.scene_has("wheel=")
    x, y, r = [float(v) for v in lab.scene().split("wheel=")[1].split(";")[0].split(",")]
    assert (x, y, r) == (pytest.approx(-1, abs=0.02), pytest.approx(1, abs=0.02), 0.5)


def test_carried_it_drifts(lab):
    lab.open("v1;curl;F=1, 0;wheel=-2,0,0.3")
    lab.switch("carried")
    lab.scene_has("carried")
    lab.wait(600)
    lab.switch("carried", False)
    x = float(lab.scene().split("wheel=")[1].split(",")[0])
    assert -1.7 < x < 2
    assert lab.number("omega") == 0
