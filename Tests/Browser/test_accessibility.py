"""axe finds nothing serious, in either theme and language."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import BENCHES


@pytest.mark.parametrize("bench", BENCHES)
@pytest.mark.parametrize("theme, lang", [("light", "en"), ("dark", "zh-Hans")])
def test_axe(lab, bench, theme, lang):
    lab.open(f"v1;{bench}", lang=lang, theme=theme)
    violations = Axe().run(lab.page).response["violations"]
    serious = [v for v in violations if v["impact"] in ("serious", "critical", "moderate")]
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in serious] == []


def test_axe_on_the_page_of_keys_and_an_error(lab):
    lab.open("v1;field")
    lab.page.fill("#field-0", "x + #")
    lab.page.focus(".surface")
    lab.page.keyboard.press("?")
    violations = Axe().run(lab.page).response["violations"]
    assert [v["id"] for v in violations if v["impact"] in ("serious", "critical", "moderate")] == []


@pytest.mark.parametrize("scene", [
    "v1;field;F=a x, y where a = 1 in 0…3;show=arrows,lens;trail=divergence,curl",
    "v1;gradient;f=b x^2 y where b = 2;trail=gradient,laplacian,hessian",
    "v1;rotor;trail=curl", "v1;charge;trail=divergence",
])
def test_axe_with_everything_unfolded(lab, scene):
    lab.open(scene)
    lab.page.wait_for_selector(".trail:not([hidden]) math")
    violations = Axe().run(lab.page).response["violations"]
    serious = [v for v in violations if v["impact"] in ("serious", "critical", "moderate")]
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in serious] == []


def test_axe_on_a_relief_with_everyone(lab):
    lab.open("v1;descent;rate=0.05;show=height,contours,critical,relief"
             ";race=flow,gd,momentum,nesterov,rmsprop,adam,adamw,newton,lbfgs", theme="dark")
    violations = Axe().run(lab.page).response["violations"]
    serious = [v for v in violations if v["impact"] in ("serious", "critical", "moderate")]
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in serious] == []


@pytest.mark.parametrize("bench", BENCHES)
def test_the_picture_has_a_name_and_a_description(lab, bench):
    lab.open(f"v1;{bench}")
    surface = lab.page.locator(".surface")
    assert surface.get_attribute("aria-label")
    described = lab.page.locator("#" + surface.get_attribute("aria-describedby"))
    assert len(described.text_content()) > 40
