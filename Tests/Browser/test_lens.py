"""The lens on the field: the linear part taken apart, the type of the flow."""

import json
import math

import pytest


@pytest.mark.parametrize("field, kind, eigenvalues", [
    ("x, -y", "saddle", "−1, 1"), ("-y, x", "centre", "±i"), ("y, 0", "shear", "0, 0"), ("x, y", "source (star)", "1, 1"),
    ("-x - y, x - y", "spiral inwards", "−1 ± i"), ("-2x, -y", "sink (node)", "−2, −1"),
])
def test_types(lab, field, kind, eigenvalues):
    lab.open(f"v1;field;F={field};show=arrows,lens")
    assert lab.reading("type") == kind
    assert lab.reading("eigenvalues") == eigenvalues
    assert lab.note("type") != ""


def test_the_switch(lab):
    lab.open("v1;field;show=arrows")
    assert not lab.page.locator(".lens-parts").is_visible()
    lab.switch("lens")
    assert lab.page.locator(".lens-parts").is_visible()
    lab.scene_has("lens")
    lab.page.wait_for_selector(".picture.lens[data-frames]")
    lab.switch("lens", False)
    assert not lab.page.locator(".lens-parts").is_visible()


def test_the_lens_is_dragged_and_not_chased(lab):
    lab.open("v1;field;F=y, -sin x;show=arrows,lens;probe=0,0;lens=0.6")
    lab.page.mouse.move(*lab.pixel(2, 2))
    lab.wait(80)
    assert "probe=0,0" in lab.scene()
    assert lab.reading("type") == "centre"
    lab.drag(lab.pixel(0, 0), lab.pixel(3.1416, 0))
    assert lab.reading("type") == "saddle"


def test_the_rim_and_the_keys_resize_it(lab):
    lab.open("v1;field;show=arrows,lens;probe=0,0;lens=1")
    part = math.sqrt(0.5)
    lab.drag(lab.pixel(part, part), lab.pixel(1.5 * part, 1.5 * part))
    radius = float(lab.scene().split("lens=")[1].split(";")[0])
    assert radius == pytest.approx(1.5, abs=0.03)
    lab.page.keyboard.press("[")
    assert float(lab.scene().split("lens=")[1].split(";")[0]) == pytest.approx(radius - 0.1)


def test_the_parts_are_said(lab):
    lab.open("v1;field;F=y, 0;show=arrows,lens;probe=0,0")
    lab.page.wait_for_selector(".picture.lens[data-frames]")
    label = lab.page.get_attribute(".picture.lens canvas", "aria-label")
    assert "expansion 0, rotation −0.5, shear 0.5" in label
    assert json.loads(lab.page.get_attribute(".picture.lens", "data-frames"))


def test_a_pole_has_no_type(lab):
    lab.open("v1;field;F=1/x, y;probe=0,1;show=arrows,lens")
    assert lab.reading("type") == "undecided"
    assert "NaN" not in lab.page.text_content(".panel")
