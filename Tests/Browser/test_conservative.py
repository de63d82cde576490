"""The bench of conservative fields, and the critical points of a view."""

import math

import pytest

VORTEX = "-y/(x^2+y^2), x/(x^2+y^2)"


def test_the_work_depends_on_the_path(lab):
    lab.open("v1;conservative")
    # ∫ x y dy along each straight piece, by hand.
    assert lab.number("work") == pytest.approx(-7 / 3, abs=1e-5)
    assert lab.number("otherWork") == pytest.approx(-37 / 12, abs=1e-5)
    assert lab.number("difference") == pytest.approx(0.75)
    assert lab.reading("verdict") == "not conservative"
    assert "dotted circle" in lab.note("verdict")


def test_one_loop_proves_nothing(lab):
    lab.open("v1;conservative;from=-1,0;to=1,0;path=-1,1,1,1;detour=-1,-1,1,-1")
    assert lab.reading("work") == lab.reading("otherWork") == "−1"
    assert lab.note("difference").startswith("Equal")
    assert lab.reading("verdict") == "not conservative"


def test_a_potential(lab):
    lab.open("v1;conservative;F=2x y, x^2 + 2y")
    assert lab.reading("verdict") == "conservative"
    assert lab.number("work") == lab.number("otherWork") == lab.number("potential") == 6.25
    assert lab.page.locator(".formulas math").nth(2).text_content().startswith("φ=")
    lab.choose("turning")
    assert lab.page.locator(".formulas math").count() == 2
    assert lab.reading("potential") == "–"


def test_the_vortex_has_a_hole(lab):
    lab.open(f"v1;conservative;F={VORTEX}")
    assert lab.reading("curl") == "0"
    assert lab.reading("verdict") == "not conservative"
    assert "hole at (0, 0)" in lab.note("verdict") and "6.28319" in lab.note("verdict")
    assert abs(lab.number("difference")) == pytest.approx(2 * math.pi, abs=1e-5)
    # Out of sight the hole forbids nothing.
    lab.open(f"v1;conservative;F={VORTEX};view=1,3,-1,1;from=1.5,0;to=2.5,0;path=2,0.5;detour=none")
    assert lab.reading("verdict") == "conservative"
    assert lab.reading("difference") == "0"


def test_a_source_has_a_hole_without_a_period(lab):
    lab.open("v1;conservative;F=x/(x^2 + y^2), y/(x^2 + y^2)")
    assert lab.reading("verdict") == "conservative"
    assert "round the hole" in lab.note("verdict")


def test_a_tiny_curl_is_proven(lab):
    lab.open("v1;conservative;F=0, 1e-9 x")
    assert lab.reading("verdict") == "not conservative"


def test_dragging_a_corner_and_an_end(lab):
    lab.open("v1;conservative;path=0,2;detour=none")
    lab.drag(lab.pixel(0, 2), lab.pixel(1, 2))
    assert "path=1,2" in lab.scene()
    lab.drag(lab.pixel(2, 1), lab.pixel(2, -1))
    assert "to=2,-1" in lab.scene()


def test_drawing_a_path(lab):
    lab.open("v1;conservative;F=2x y, x^2 + 2y")
    lab.choose("detour", name="hand")
    mouse = lab.page.mouse
    mouse.move(*lab.pixel(-1, -1))
    mouse.down()
    for step in range(200):
        angle = step / 200 * 6 * math.pi
        mouse.move(*lab.pixel(math.cos(angle) * (1 + step / 200), math.sin(angle) * (1 + step / 200)))
    mouse.up()
    corners = lab.scene().split("detour=")[1].split(";")[0].split(",")
    assert 40 <= len(corners) <= 120 and len(corners) % 2 == 0
    assert lab.number("otherWork") == 6.25


def test_points_by_keyboard(lab):
    lab.open("v1;conservative;path=none;detour=none")
    lab.page.focus(".surface")
    lab.page.keyboard.press("ArrowRight")
    assert "from=-1.4,-1" in lab.scene()
    lab.page.keyboard.press("]")
    lab.wait(800)
    assert lab.page.text_content("[aria-live=polite]") == "The arrow keys move B."
    lab.page.keyboard.press("ArrowUp")
    assert "to=2,1.1" in lab.scene()


def test_a_path_through_a_hole_has_no_work(lab):
    lab.open("v1;conservative;F=x/(x^2 + y^2), y/(x^2 + y^2);from=-1,0;to=1,0;path=none;detour=0,1")
    assert lab.reading("work") == "undefined"
    assert lab.number("otherWork") == 0


def test_critical_points_of_a_field(lab):
    lab.open("v1;field;F=y, -sin x - 0.2y;view=-7,7,-4,4;show=arrows")
    assert lab.page.is_hidden(".critical-points")
    lab.switch("critical")
    rows = lab.page.locator(".points tbody tr")
    assert rows.count() == 5
    assert rows.nth(2).text_content() == "(0, 0)spiral inwards+1"
    assert "no others" in lab.note("critical") and "+1 times" in lab.note("critical")


def test_critical_points_of_a_hill(lab):
    lab.open("v1;gradient;f=(x^2 + y - 11)^2 + (x + y^2 - 7)^2;view=-5,5,-5,5;show=height,critical")
    texts = lab.page.locator(".points tbody tr td:nth-child(2)").all_text_contents()
    assert sorted(texts) == ["maximum"] + ["minimum"] * 4 + ["saddle"] * 4
    lab.open("v1;gradient;f=x^3 - 3x y^2;view=-2,2,-2,2;show=height,critical")
    assert lab.page.locator(".points tbody tr").text_content() == "(0, 0)degenerate−2"
    lab.open("v1;gradient;f=x + y;show=height,critical")
    assert "No critical point" in lab.note("critical")
