"""Each number unfolds: the definition, the derivatives, the point put in, the result; and can be copied as LaTeX."""

import pytest

CASES = [
    ("v1;field;F=x^2 y, y^3;probe=1,2", "divergence", "16"),
    ("v1;field;F=x^2 y, y^3;probe=1,2", "curl", "−1"),
    ("v1;divergence;F=x^2 y, y^3;circle=1,2,1", "divergence", "16"),
    ("v1;curl;F=x^2 y, y^3;wheel=1,2,1", "curl", "−1"),
    ("v1;gradient;f=x^2 y;probe=1,2", "laplacian", "4"),
    ("v1;gradient;f=x^2 y;probe=1,2", "gradient", "(4,1)"),
    ("v1;gradient;f=x^2 y;probe=1,2", "hessian", "2"),
    ("v1;rotor;F=y z, z x, 2 x y;probe=1,0.5,0.25", "curl", "(1,"),
    ("v1;charge;F=x, y^2, z^3;sphere=0,1,1,1", "divergence", "6"),
]


@pytest.mark.parametrize("scene, trail, result", CASES)
def test_a_number_unfolds_and_folds(lab, scene, trail, result):
    lab.open(scene)
    button = lab.page.locator(f"[data-trail={trail}]")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    region = lab.page.locator("#" + button.get_attribute("aria-controls"))
    assert region.is_visible()
    lines = region.locator("mtr")
    assert lines.count() >= 3
    last = lines.last.text_content().replace("\u2062", "").replace(" ", "")
    assert result in last, last
    assert f"trail={trail}" in lab.scene()
    button.click()
    assert not region.is_visible()
    assert "trail" not in lab.scene()


def test_it_follows_the_probe_and_the_address(lab):
    lab.open("v1;field;F=x^2, 0;probe=1,0;trail=divergence;show=arrows")
    lines = lab.page.locator("#trail-divergence mtr")
    assert lines.last.text_content().endswith("2")
    lab.page.mouse.move(*lab.pixel(2, 0.5))
    lab.wait(100)
    assert "(2," in lab.page.locator("#trail-divergence").text_content()


def test_two_at_once(lab):
    lab.open("v1;field")
    lab.page.click("[data-trail=divergence]")
    lab.page.click("[data-trail=curl]")
    assert lab.page.locator(".trail:not([hidden])").count() == 2
    lab.scene_has("trail=divergence,curl")


def test_copied_as_latex(lab):
    lab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lab.open("v1;field;F=x^2 y, y^3;probe=1,2;trail=divergence")
    lab.page.click("#trail-divergence .copy")
    lab.page.wait_for_function("document.querySelector('#trail-divergence .copy').textContent === 'Copied'")
    text = lab.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("\\begin{aligned}") and "\\nabla\\cdot" in text


def test_by_keyboard(lab):
    lab.open("v1;field")
    lab.page.focus("[data-trail=divergence]")
    lab.page.keyboard.press("Enter")
    assert lab.page.locator("#trail-divergence").is_visible()
    lab.page.keyboard.press("ArrowDown")
    assert lab.page.evaluate("document.activeElement.dataset.trail") == "curl"
    lab.page.keyboard.press("Space")
    assert lab.page.locator("#trail-curl").is_visible()
