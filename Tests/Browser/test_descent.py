"""The bench of the descent: who arrives, what the rate does, the start, the clock, the relief."""

import json
import math

import pytest

from conftest import vector

ALL = "flow,gd,momentum,nesterov,rmsprop,adam,adamw,newton,lbfgs"
STILL = [{"reduced_motion": "reduce"}]


def status(lab, name):
    return lab.page.text_content(f"[data-status={name}]")


def loss(lab, name):
    text = lab.page.text_content(f"[data-loss={name}]")
    return float(text.replace("\u2212", "-").replace("\u00d7", "e").replace("\u221e", "inf"))


def iteration(lab):
    return int(lab.slider("Iteration").input_value())


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_who_arrives(lab):
    lab.open("v1;descent")
    assert status(lab, "newton") == "minimum, 1 step"
    assert status(lab, "gd").startswith("minimum, ")
    assert status(lab, "lbfgs") == ""
    assert lab.number("limit") == 0.04
    assert lab.number("curvature") == 50
    assert "minimum" in lab.note("flow")


@pytest.mark.parametrize("lab", STILL, indirect=True)
@pytest.mark.parametrize("rate, word, ends", [("0.0355", "stable", "minimum"), ("0.05", "unstable", "diverges")])
def test_the_limit_of_the_rate(lab, rate, word, ends):
    lab.open(f"v1;descent;race=flow,gd;rate={rate}")
    assert lab.page.text_content(".rate strong") == word
    assert status(lab, "gd").startswith(ends)
    # 0.04 on the slider from 0.0001 to 10.
    part = lab.page.eval_on_selector(".rate-mark[data-mark=gd]", "node => Number(node.style.getPropertyValue('--part'))")
    assert part == pytest.approx((math.log10(0.04) + 4) / 5)


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_a_flat_surface_sets_no_limit(lab):
    lab.open("v1;descent;f=floor(x);from=0.5,0.5;race=gd")
    assert "no limit" in lab.page.text_content("[data-note=limit]")


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_the_slider_of_the_rate_has_round_numbers(lab):
    lab.open("v1;descent")
    slider = lab.slider("Learning rate η")
    slider.focus()
    lab.page.keyboard.press("ArrowRight")
    lab.scene_has("rate=0.035")
    assert slider.get_attribute("aria-valuetext") == "η = 0.035"
    lab.slide("Learning rate η", 100)
    lab.scene_has("rate=10")
    lab.slide("Learning rate η", 0)
    lab.scene_has("rate=0.0001")


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_a_click_is_a_start(lab):
    lab.open("v1;descent;f=x^2 + y^2;view=-3,3,-3,3;from=1,1;rate=0.1")
    lab.page.mouse.click(*lab.pixel(-2, 1.5))
    start = vector(lab.scene().split("from=")[1].split(";")[0])
    assert start == pytest.approx([-2, 1.5], abs=0.03)
    assert lab.page.url.count("from=") == 1
    # A drag on nothing pans, and is no start.
    lab.drag(lab.pixel(1, 1), lab.pixel(1.5, 1))
    assert vector(lab.scene().split("from=")[1].split(";")[0]) == start
    assert "view=" in lab.scene()


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_dragging_the_start(lab):
    lab.open("v1;descent;f=x^2 + y^2;view=-3,3,-3,3;from=1,1;rate=0.1")
    lab.drag(lab.pixel(1, 1), lab.pixel(-1, 2))
    assert vector(lab.scene().split("from=")[1].split(";")[0]) == pytest.approx([-1, 2], abs=0.03)


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_a_start_on_the_relief(lab):
    lab.open("v1;descent;f=x^2 - y^2;view=-2,2,-2,2;from=1.5,0.5;rate=0.05")
    lab.choose("relief", "seen")
    lab.scene_has("relief")
    lab.wait(200)
    box = lab.page.locator(".picture.plane").bounding_box()
    middle = (box["x"] + box["width"] * 0.45, box["y"] + box["height"] * 0.5)
    lab.page.mouse.click(*middle)
    start = vector(lab.scene().split("from=")[1].split(";")[0])
    assert start != [1.5, 0.5] and all(abs(value) <= 2 for value in start)
    # A drag turns it.
    lab.drag((box["x"] + 60, box["y"] + 60), (box["x"] + 120, box["y"] + 60))
    lab.scene_has("camera=")
    lab.choose("map", "seen")
    assert "relief" not in lab.scene()


def test_the_race_runs(lab):
    lab.open("v1;descent;f=x^2 + y^2;view=-3,3,-3,3;from=2,1;rate=0.01;race=flow,gd")
    first = iteration(lab)
    lab.wait(700)
    assert first < iteration(lab) < int(lab.slider("Iteration").get_attribute("max"))
    lab.page.get_by_role("button", name="Pause (Space)").click()
    lab.wait(150)
    stopped = iteration(lab)
    lab.wait(300)
    assert iteration(lab) == stopped
    # What stands there is what the recurrence says, 5·0.98²ᵏ, to three digits.
    assert loss(lab, "gd") == pytest.approx(5 * 0.98 ** (2 * stopped), rel=5e-3)
    assert status(lab, "gd") == "under way"
    lab.page.check("input[name=pace][value='100']", force=True)
    lab.page.get_by_role("button", name="Play (Space)").click()
    lab.page.locator("[data-status=gd]").filter(has_text="minimum").wait_for(timeout=15000)
    # At the end the button plays again from the start.
    lab.page.get_by_role("button", name="Play (Space)").click()
    lab.wait(250)
    assert status(lab, "gd") == "under way"


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_nothing_moves_by_itself_for_who_does_not_want_it(lab):
    lab.open("v1;descent")
    assert iteration(lab) == int(lab.slider("Iteration").get_attribute("max"))
    lab.choose("saddle")
    lab.wait(300)
    assert iteration(lab) == int(lab.slider("Iteration").get_attribute("max"))
    lab.page.get_by_role("button", name="Play (Space)").click()
    lab.wait(400)
    assert 0 < iteration(lab) < int(lab.slider("Iteration").get_attribute("max"))


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_keys(lab):
    lab.open("v1;descent;f=x^2 + y^2;view=-3,3,-3,3;from=2,1;rate=0.1;race=gd")
    lab.page.focus(".surface")
    last = iteration(lab)
    lab.page.keyboard.press(",")
    assert iteration(lab) == last - 1
    lab.page.keyboard.press(".")
    assert iteration(lab) == last
    lab.page.keyboard.press("ArrowLeft")
    start = vector(lab.scene().split("from=")[1].split(";")[0])
    assert start[0] < 2 and start[1] == 1
    lab.choose("relief", "seen")
    lab.page.focus(".surface")
    lab.page.keyboard.press("]")
    lab.scene_has("camera=-20,45")
    lab.page.keyboard.press("PageUp")
    lab.scene_has("camera=-20,50")


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_a_saddle_holds_them(lab):
    lab.open("v1;descent;f=x^2 - y^2;view=-2,2,-2,2;from=1.5,0.001;rate=0.05;race=flow,gd,adam")
    note = lab.note("lingering")
    assert "gradient descent for" in note
    assert int(note.split("gradient descent for ")[1].split(" ")[0]) == pytest.approx(31, abs=1)
    assert status(lab, "gd").startswith("falls without end")
    lab.open("v1;descent;f=x^2 - y^2;view=-2,2,-2,2;from=1.5,0;rate=0.05;race=gd")
    assert status(lab, "gd").startswith("saddle")
    assert "for good" in lab.note("lingering")


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_curvatures_of_the_critical_points(lab):
    lab.open("v1;descent;f=(x^2 + y - 11)^2 + (x + y^2 - 7)^2;view=-5,5,-5,5;rate=0.005;from=0,0")
    points = lab.page.locator(".points tbody tr:not(.remark)")
    assert points.count() == 9
    assert points.first.locator("td").first.text_content() == "minimum"
    lines = lab.page.locator(".points .remark").all_text_contents()
    # The Hessian at (3, 2) is [[74, 20], [20, 34]].
    assert any("25.72, 82.28" in line and "3.2" in line and "0.0243" in line for line in lines), lines


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_who_runs(lab):
    lab.open("v1;descent;race=flow,gd")
    lab.switch("lbfgs")
    lab.scene_has("race=flow,gd,lbfgs")
    assert status(lab, "lbfgs").startswith("minimum")
    lab.switch("flow", False)
    lab.switch("gd", False)
    lab.switch("lbfgs", False)
    lab.scene_has("race=none")
    assert "NaN" not in lab.page.text_content("#bench")


@pytest.mark.parametrize("lab", STILL, indirect=True)
@pytest.mark.parametrize("preset", [
    "ravine", "rosenbrock", "himmelblau", "beale", "saddle", "monkey", "pass", "rastrigin", "ackley"])
def test_presets(lab, preset):
    lab.open(f"v1;descent;f=x + 1;race={ALL}")
    lab.choose(preset)
    lab.wait(400)
    assert lab.page.is_checked(f"input[value={preset}]")
    frames = json.loads(lab.page.get_attribute(".picture.curve", "data-frames"))
    assert frames[0]["xMax"] >= 1
    assert "NaN" not in lab.page.text_content("#bench") and "undefined" not in lab.page.text_content("#bench")


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_where_there_is_no_loss(lab):
    lab.open("v1;descent;f=log(x);from=-1,0;view=-2,2,-2,2")
    assert "no finite loss" in lab.note("curvature")
    assert "NaN" not in lab.page.text_content("#bench")
    lab.page.fill("#field-0", "x^2 + y^2")
    assert lab.number("curvature") == 2


@pytest.mark.parametrize("lab", STILL, indirect=True)
def test_in_chinese(lab):
    lab.open("v1;descent;rate=0.05;race=flow,gd,newton", lang="zh-Hans")
    assert lab.page.text_content("h1") == "下降"
    assert lab.page.text_content(".rate strong") == "不稳定"
    assert status(lab, "gd").startswith("发散")
    assert status(lab, "newton") == "极小值点，1 步"
