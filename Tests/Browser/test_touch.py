"""Fingers: one moves the probe or drags a handle, two pinch."""

import pytest

from conftest import vector

TELEPHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
pytestmark = pytest.mark.parametrize("lab", [TELEPHONE], indirect=True)


def touch(lab, *steps):
    """Each step is a list of fingers (x, y); the last lifts them."""
    session = lab.page.context.new_cdp_session(lab.page)
    kinds = ["touchStart"] + ["touchMove"] * (len(steps) - 1)
    for kind, fingers in zip(kinds, steps):
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(fingers)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        lab.wait(30)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    lab.wait(150)


def test_a_finger_moves_the_probe(lab):
    lab.open("v1;field;F=-y, x;show=arrows")
    touch(lab, [lab.pixel(0, 0)], [lab.pixel(0.5, 0.5)], [lab.pixel(1, 1.5)])
    assert vector(lab.reading("value")) == pytest.approx([-1.5, 1], abs=0.05)
    assert lab.page.evaluate("scrollY") == 0


def test_a_finger_drags_the_circle(lab):
    lab.open("v1;divergence;F=x, y;circle=0,0,1;show=arrows")
    touch(lab, [lab.pixel(0, 0)], [lab.pixel(0.3, 0.6)], [lab.pixel(0.5, 1)])
    x, y, r = [float(v) for v in lab.scene().split("circle=")[1].split(";")[0].split(",")]
    assert (x, y, r) == (pytest.approx(0.5, abs=0.05), pytest.approx(1, abs=0.05), 1)
    assert lab.page.evaluate("scrollY") == 0


def test_two_fingers_pinch(lab):
    lab.open("v1;field;show=arrows")
    before = lab.frame()
    (x, y), near, far = lab.pixel(0, 0), 30, 60
    touch(lab, [(x - near, y), (x + near, y)], [(x - 45, y), (x + 45, y)], [(x - far, y), (x + far, y)])
    after = lab.frame()
    factor = (before["xMax"] - before["xMin"]) / (after["xMax"] - after["xMin"])
    assert factor == pytest.approx(2, rel=0.1)


def test_a_bar_under_the_finger(lab):
    lab.open("v1;information;p=0.5,0.5;q=0.5,0.5;names=a,b")
    touch(lab, [lab.pixel(-0.2, 0.5, ".bars")], [lab.pixel(-0.2, 0.6, ".bars")], [lab.pixel(-0.2, 0.7, ".bars")])
    p = [float(v) for v in lab.scene().split("p=")[1].split(";")[0].split(",")]
    assert p == [pytest.approx(0.7, abs=0.01), pytest.approx(0.3, abs=0.01)]
    assert lab.page.evaluate("scrollY") == 0


def test_a_tap_is_a_start(lab):
    lab.open("v1;descent;f=x^2 + y^2;view=-3,3,-3,3;from=1,1;rate=0.1")
    touch(lab, [lab.pixel(-1, -2)])
    start = [float(value) for value in lab.scene().split("from=")[1].split(";")[0].split(",")]
    assert start == pytest.approx([-1, -2], abs=0.05)


def test_a_finger_drags_the_start(lab):
    lab.open("v1;descent;f=x^2 + y^2;view=-3,3,-3,3;from=1,1;rate=0.1")
    touch(lab, [lab.pixel(1, 1)], [lab.pixel(1.5, 0.5)], [lab.pixel(2, -1)])
    start = [float(value) for value in lab.scene().split("from=")[1].split(";")[0].split(",")]
    assert start == pytest.approx([2, -1], abs=0.05)
    assert lab.page.evaluate("scrollY") == 0
