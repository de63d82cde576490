"""The wheel in space: fastest along the curl, not at all across it."""

import pytest

from conftest import vector


def settled(lab, seconds=2.0):
    lab.wait(int(seconds * 1000))
    return lab.number("omega")


@pytest.mark.parametrize("axis, speed, says", [
    ("0,90", 1, "agrees with the curl"), ("0,-90", -1, "against the curl"), ("30,0", 0, "across the curl"),
    ("10,30", 0.5, "60° from the curl"),
])
def test_the_wheel_turns_as_its_axis_lies(lab, axis, speed, says):
    lab.open(f"v1;rotor;axis={axis}")
    assert lab.number("limit") == pytest.approx(speed)
    assert says in lab.note("limit")
    assert settled(lab) == pytest.approx(speed, abs=0.01)
    turning = {1: "forward", -1: "backward", 0: "does not turn"}[(speed > 0) - (speed < 0)]
    assert turning in lab.note("omega")


def test_the_buttons(lab):
    lab.open("v1;rotor;F=sin z + cos y, sin x + cos z, sin y + cos x;probe=0.4,-0.9,0.7;axis=0,0")
    fastest = lab.number("fastest")
    for name, share in (("Along the curl", 1), ("Against it", -1), ("Across it", 0)):
        lab.page.get_by_role("button", name=name).click()
        assert lab.number("limit") == pytest.approx(share * fastest, rel=1e-5, abs=1e-12)


def test_dragging_the_tip(lab):
    lab.open("v1;rotor;axis=20,30")
    tip = lab.page.evaluate("""async () => {
      const { compiledModule, startCore } = await import('./core.js');
      const core = await startCore(await compiledModule());
      core.setScene('v1;rotor;axis=20,30');
      const from = core.reading().tip;
      core.setScene('v1;rotor;axis=0,90');
      return [from, core.reading().tip];
    }""")
    lab.drag(lab.pixel(*tip[0]), lab.pixel(*tip[1]))
    # Near the curl the axis falls in with it.
    assert lab.reading("axis") == "(0.000, 0.000, 1.000)"
    assert "agrees with the curl" in lab.note("limit")


def test_dragging_elsewhere_turns_the_view_or_the_axis(lab):
    lab.open("v1;rotor")
    box = lab.frame()
    corner = (box["x"] + 30, box["y"] + 30)
    before = lab.painted()
    lab.drag(corner, (corner[0] + 60, corner[1] + 20))
    lab.wait(100)
    assert lab.painted() != before
    assert "camera=-90,35" in lab.scene() and "axis" not in lab.scene()
    lab.choose("thing", "turns")
    lab.drag(corner, (corner[0] + 60, corner[1]))
    assert "axis=50,30" in lab.scene() and "camera=-90,35" in lab.scene()
    lab.page.mouse.dblclick(*corner)
    assert "camera" not in lab.scene()


def test_zooming(lab):
    lab.open("v1;rotor")
    lab.page.get_by_role("button", name="Zoom in").click()
    lab.scene_has("size=1.6")
    lab.page.get_by_role("button", name="Zoom out").click()
    assert "size" not in lab.scene()


def test_the_place_by_sliders(lab):
    lab.open("v1;rotor;F=y^2, 0, 0")
    lab.slide("y", 1)
    assert vector(lab.reading("curl")) == [0, 0, -2]
    lab.scene_has("probe=0,1,0")


def test_a_gradient_turns_nothing(lab):
    lab.open("v1;rotor")
    lab.choose("gradient")
    assert "no curl" in lab.note("limit")
    assert settled(lab, 0.5) == pytest.approx(0, abs=0.2)
    assert vector(lab.reading("curl")) == [0, 0, 0]


@pytest.mark.parametrize("preset", ["rotation", "shear", "abc", "gradient"])
def test_presets(lab, preset):
    lab.open("v1;rotor;F=x, y, z")
    lab.choose(preset)
    assert lab.page.is_checked(f"input[value={preset}]")


def test_own_field_of_three(lab):
    lab.open("v1;rotor")
    lab.page.fill("#field-2", "x y")
    assert vector(lab.reading("curl")) == [0, 0, 2]
    lab.slide("x", 1)
    assert vector(lab.reading("curl")) == [1, 0, 2]
    lab.page.fill("#field-2", "")
    assert "needs 3 expressions" in lab.page.text_content("#field-error")


def test_a_pole_is_said_to_be_one(lab):
    lab.open("v1;rotor;F=1/x, y, z")
    assert lab.reading("curl") == "undefined"
    assert "NaN" not in lab.page.text_content(".panel")


@pytest.mark.parametrize("lab", [{"reduced_motion": "reduce"}], indirect=True)
def test_reduced_motion_starts_paused(lab):
    lab.open("v1;rotor;axis=0,90")
    lab.wait(400)
    assert lab.number("omega") == 0
    lab.page.get_by_role("button", name="Play").click()
    lab.wait(600)
    assert lab.number("omega") > 0.1
