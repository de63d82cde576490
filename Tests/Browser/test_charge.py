"""The point charge: 4π inside, 0 outside, honest on the border."""

import math

import pytest


@pytest.mark.parametrize("sphere", ["0,0,0,1", "0.5,0,0,1.5", "1,1,1,2", "0,0,0.5,0.7"])
def test_with_the_charge_inside(lab, sphere):
    lab.open(f"v1;charge;sphere={sphere}")
    assert lab.number("flux") == pytest.approx(4 * math.pi, rel=1e-5)
    assert lab.number("enclosed") == pytest.approx(1, rel=1e-5)
    assert lab.number("integral") == 0
    assert "not smooth" in lab.note("flux")


@pytest.mark.parametrize("sphere", ["2,0,0,1", "1,1,1,1.2", "0,-1.5,0,1"])
def test_with_the_charge_outside(lab, sphere):
    lab.open(f"v1;charge;sphere={sphere}")
    assert lab.number("flux") == 0
    assert lab.note("flux").startswith("Gauss")


def test_with_the_charge_on_it(lab):
    lab.open("v1;charge;sphere=1,0,0,1")
    value, error = lab.reading("flux").split(" ± ")
    assert abs(float(value) - 2 * math.pi) < 2 * float(error)
    assert "on the sphere" in lab.note("flux")


def test_the_charge_has_a_slider(lab):
    lab.open("v1;charge")
    lab.slide("q", -2)
    assert lab.number("enclosed") == pytest.approx(-2)


def test_a_smooth_field(lab):
    lab.open("v1;charge")
    lab.choose("expansion")
    assert lab.number("flux") == pytest.approx(lab.number("integral"), rel=1e-5)
    assert lab.number("flux") == pytest.approx(4 * math.pi / 3 * 1.5 ** 3, rel=1e-5)
    assert lab.note("flux").startswith("Gauss")


def test_dragging_the_sphere(lab):
    lab.open("v1;charge;sphere=0,0,0,1;camera=-90,0")
    lab.drag(lab.pixel(0, 0), lab.pixel(1, 0.5))
    x, y, z, r = [float(v) for v in lab.scene().split("sphere=")[1].split(";")[0].split(",")]
    assert (x, y, z, r) == (pytest.approx(1, abs=0.03), 0, pytest.approx(0.5, abs=0.03), 1)


def test_the_sphere_by_sliders(lab):
    lab.open("v1;charge;sphere=0,0,0,1")
    before = lab.painted()
    lab.slide("x", 2)
    lab.slide("Radius", 0.5)
    lab.wait(100)
    assert "sphere=2,0,0,0.5" in lab.scene()
    assert lab.painted() != before


def test_two_charges(lab):
    lab.open("v1;charge;size=3")
    lab.choose("pair")
    for x, charge in ((1, 1), (-1, -1)):
        lab.slide("x", x)
        lab.slide("Radius", 1)
        assert lab.number("enclosed") == pytest.approx(charge, rel=1e-5)
