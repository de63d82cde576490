"""The bench of the field: presets, layers, the probe, one's own expressions."""

import pytest

from conftest import vector


def hovered(lab, x, y):
    lab.page.mouse.move(*lab.pixel(x, y))
    lab.wait(60)
    point = vector(lab.page.text_content(".readout caption").removeprefix("At "))
    return point, vector(lab.reading("value"))


@pytest.mark.parametrize("x, y", [(1, 2), (-1.5, 0.5), (0.25, -2), (2.5, 2.5), (-2.2, -1.1)])
def test_hovering_reads_the_vector_there(lab, x, y):
    lab.open("v1;field;F=-y, x")
    point, value = hovered(lab, x, y)
    assert point == pytest.approx([x, y], abs=0.02)
    # The point is shown with all its digits, so the vector (−y, x) is the same digits again.
    assert value == pytest.approx([-point[1], point[0]], abs=1e-9)
    assert lab.number("length") == pytest.approx((point[0] ** 2 + point[1] ** 2) ** 0.5, rel=1e-5)
    assert lab.number("divergence") == 0
    assert lab.number("curl") == 2


SIGNS = {
    "descent": (-2, 0), "source": (2, 0), "vortex": (0, 2), "saddle": (0, 0), "shear": (0, -1), "uniform": (0, 0),
    "spiral": (-2, 2),
}


@pytest.mark.parametrize("preset", SIGNS)
def test_presets_and_the_meaning_of_their_signs(lab, preset):
    lab.open("v1;field;F=x*y, 1")
    lab.choose(preset)
    assert (lab.number("divergence"), lab.number("curl")) == SIGNS[preset]
    words = {-1: "Negative", 0: "Zero", 1: "Positive"}
    for name, value in zip(("divergence", "curl"), SIGNS[preset]):
        assert lab.note(name).startswith(words[(value > 0) - (value < 0)])
    turning = {-1: " clockwise", 0: "without turning", 1: "counter-clockwise"}
    curl = SIGNS[preset][1]
    assert turning[(curl > 0) - (curl < 0)] in lab.note("curl")


def test_the_streamline_switch_changes_the_picture(lab):
    lab.open("v1;field")
    before = lab.painted()
    lab.switch("streamlines")
    lab.wait(1000)
    assert lab.painted() != before
    lab.scene_has("streamlines")
    lab.switch("streamlines", False)
    lab.wait(300)
    assert lab.painted() == before


def test_particles_move_and_pause(lab):
    lab.open("v1;field;show=particles")
    surface = "document.querySelector('.surface').toDataURL()"
    lab.wait(400)
    first = lab.page.evaluate(surface)
    lab.wait(200)
    assert lab.page.evaluate(surface) != first
    lab.page.get_by_role("button", name="Pause").click()
    lab.wait(100)
    still = lab.page.evaluate(surface)
    lab.wait(200)
    assert lab.page.evaluate(surface) == still


@pytest.mark.parametrize("layer, field", [
    ("separatrices", "y, -sin x"), ("nullclines", "y, (1-x^2)*y-x"), ("cycles", "y, (1-x^2)*y-x"),
    ("texture", "y, -sin x"),
])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_layers_of_the_phase_plane(lab, layer, field, theme):
    lab.open(f"v1;field;F={field};show=none", theme=theme)
    before = lab.painted()
    lab.switch(layer)
    lab.wait(1500)
    assert lab.painted() != before
    lab.scene_has(f"show={layer}")
    lab.switch(layer, False)
    lab.wait(400)
    assert lab.painted() == before


def test_layers_are_named_in_chinese(lab):
    lab.open("v1;field", lang="zh-Hans")
    words = lab.page.text_content(".layers")
    for word in ("分界线", "零斜线", "极限环", "纹理"):
        assert word in words


def trails(lab):
    """The points of the plane where the overlay is painted strongly."""
    pixels = lab.page.evaluate("""() => {
      const surface = document.querySelector(".surface");
      const box = surface.getBoundingClientRect();
      const { width, height } = surface;
      const copy = Object.assign(document.createElement("canvas"), { width, height })
        .getContext("2d", { willReadFrequently: true });
      copy.drawImage(surface, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      const found = [];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          if (data[4 * (y * width + x) + 3] > 120) {
            found.push([box.x + (x + 0.5) * box.width / width, box.y + (y + 0.5) * box.height / height]);
          }
        }
      }
      return found;
    }""")
    f = lab.frame()
    scale = f["width"] / (f["xMax"] - f["xMin"])
    places = [(f["xMin"] + (x - f["x"]) / scale, f["yMax"] - (y - f["y"]) / scale) for x, y in pixels]
    return places, f, scale


@pytest.mark.parametrize("hand", ["pan", "zoom"])
def test_trails_survive_pan_and_zoom(lab, hand):
    lab.open("v1;field;F=-y, x;show=particles;probe=90,90")
    lab.wait(900)
    lab.page.get_by_role("button", name="Pause").click()
    lab.wait(200)
    before, old, _ = trails(lab)
    assert len(before) > 300
    if hand == "pan":
        lab.drag(lab.pixel(0, 0), lab.pixel(0.7, 0.3))
    else:
        lab.page.get_by_role("button", name="Zoom in").click()
    lab.wait(400)
    after, new, scale = trails(lab)
    assert new["xMin"] != old["xMin"]
    cells = {(round(x * scale / 3), round(y * scale / 3)) for x, y in after}
    near = {(i + a, j + b) for i, j in cells for a in (-1, 0, 1) for b in (-1, 0, 1)}
    margin = 12 / scale
    inside = [
        (x, y) for x, y in before
        if new["xMin"] + margin < x < new["xMax"] - margin and new["yMin"] + margin < y < new["yMax"] - margin
    ]
    assert len(inside) > 100
    kept = sum((round(x * scale / 3), round(y * scale / 3)) in near for x, y in inside)
    # The trails are where they were on the plane; smeared or frozen on the screen they would be elsewhere.
    assert kept > 0.97 * len(inside)


@pytest.mark.parametrize("color", ["magnitude", "divergence", "curl"])
def test_colouring_the_plane(lab, color):
    lab.open("v1;field;F=sin(y), x*x")
    before = lab.painted()
    lab.choose(color, "color")
    lab.wait(300)
    assert lab.painted() != before
    lab.scene_has(color)


@pytest.mark.parametrize("text, field, position, wrong", [
    ("x + # 2", 0, 4, "#"),
    ("2 * foo(x)", 1, 4, "foo"),
    ("sin(x", 0, 5, None),
    ("x + )", 1, 4, ")"),
])
def test_a_bad_expression_is_underlined_at_its_character(lab, text, field, position, wrong):
    lab.open("v1;field;F=-y, x")
    lab.page.fill(f"#field-{field}", text)
    assert lab.page.get_attribute(f"#field-{field}", "aria-invalid") == "true"
    assert lab.page.get_attribute(f"#field-{1 - field}", "aria-invalid") is None
    described = lab.page.get_attribute(f"#field-{field}", "aria-describedby")
    assert lab.page.text_content(f"#{described}").strip() != ""
    mirror = lab.page.locator(".expression").nth(field).locator(".mirror")
    marked = mirror.locator("mark").text_content()
    assert mirror.evaluate("node => node.firstChild.textContent.length") == position
    if wrong:
        assert marked == wrong
        assert wrong in lab.page.text_content(f"#{described}")
    lab.page.fill(f"#field-{field}", "x*y")
    assert lab.page.get_attribute(f"#field-{field}", "aria-invalid") is None
    assert lab.page.text_content("#field-error") == ""


def test_a_pole_is_said_to_be_one(lab):
    lab.open("v1;field;F=1/x, y;probe=0,1")
    assert lab.reading("value") == "undefined"
    assert "no finite value" in lab.note("divergence")
    assert "NaN" not in lab.page.text_content(".panel")


def test_own_field(lab):
    lab.open("v1;field;probe=2,3")
    lab.page.fill("#field-0", "x*y, x - y^2")
    assert lab.page.input_value("#field-0") == "x*y"
    assert lab.page.input_value("#field-1") == "x - y^2"
    assert vector(lab.reading("value")) == [6, -7]
    assert lab.number("divergence") == 3 - 6
    assert lab.number("curl") == 1 - 2
    assert lab.page.locator("input[name=preset]:checked").count() == 0


def test_dragging_pans_and_a_double_click_resets(lab):
    lab.open("v1;field")
    start = lab.frame()
    lab.drag(lab.pixel(1, 0), lab.pixel(0, 0))
    lab.wait(200)
    moved = lab.frame()
    # The scene's view moves by 1 exactly; the frame may differ by the room that wider tick labels take.
    assert moved["xMin"] == pytest.approx(start["xMin"] + 1, abs=0.1)
    assert moved["yMin"] == pytest.approx(start["yMin"], abs=0.02)
    lab.scene_has("view=-2,4,-3,3")
    lab.page.mouse.dblclick(*lab.pixel(1, 1))
    lab.wait(200)
    assert lab.frame()["xMin"] == pytest.approx(start["xMin"])


def test_the_wheel_zooms_at_the_cursor_only_when_focused(lab):
    lab.open("v1;field")
    start = lab.frame()
    lab.page.mouse.move(*lab.pixel(1, 1))
    lab.page.mouse.wheel(0, -200)
    lab.wait(200)
    assert lab.frame()["xMin"] == start["xMin"]
    lab.page.mouse.wheel(0, 200)
    lab.page.evaluate("scrollTo(0, 0)")
    lab.page.mouse.click(*lab.pixel(1, 1))
    pixel = lab.pixel(1, 1)
    lab.page.mouse.wheel(0, -200)
    lab.wait(200)
    assert lab.frame()["xMax"] - lab.frame()["xMin"] < start["xMax"] - start["xMin"]
    assert lab.pixel(1, 1) == pytest.approx(pixel, abs=8)


def test_the_table_tells_the_picture(lab):
    lab.open("v1;field;F=-y, x")
    lab.page.click(".values summary")
    lab.page.wait_for_selector(".values tbody tr")
    rows = lab.page.locator(".values tbody tr")
    assert rows.count() == 9
    for index in range(9):
        cells = rows.nth(index).locator("th, td").all_text_contents()
        x, y = vector(cells[0])
        assert vector(cells[1]) == pytest.approx([-y, x], rel=1e-4, abs=1e-4)
