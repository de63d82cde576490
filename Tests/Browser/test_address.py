"""The address fragment holds the scene: it survives a reload, Back undoes, a broken one is said to be broken."""

import pytest

from conftest import BENCHES, vector
from playwright.sync_api import expect


def test_the_scene_survives_a_reload(lab):
    lab.open("v1;field")
    lab.page.fill("#field-0", "x*y")
    lab.page.fill("#field-1", "sin(x)")
    lab.switch("streamlines")
    lab.page.wait_for_timeout(600)
    lab.page.mouse.move(*lab.pixel(1.5, -1))
    scene = lab.scene()
    value = lab.reading("value")
    frame = lab.frame()
    lab.page.reload()
    lab.page.wait_for_selector(".picture[data-frames]")
    assert lab.scene() == scene
    assert lab.reading("value") == value
    assert lab.frame() == frame
    assert lab.page.is_checked("input[value=streamlines]")


def test_information_survives_a_reload(lab):
    lab.open("v1;information;p=0.1,0.9;q=0.4,0.6;names=a,b;unit=bits;alpha=2")
    readings = [lab.reading(name) for name in ("klPQ", "klQP", "js", "renyi")]
    lab.page.reload()
    lab.page.wait_for_selector("h1")
    assert [lab.reading(name) for name in ("klPQ", "klQP", "js", "renyi")] == readings


def test_back_undoes(lab):
    lab.open("v1;field;F=-y, x")
    lab.choose("saddle")
    lab.choose("shear")
    assert lab.number("curl") == -1
    lab.page.go_back()
    expect(lab.page.locator("[data-reading=curl]")).to_have_text("0")
    assert lab.page.is_checked("input[value=saddle]")
    lab.page.click("#tab-curl")
    lab.page.go_back()
    lab.page.wait_for_selector("#tab-field[aria-selected=true]")
    assert lab.page.is_checked("input[value=saddle]")


def test_a_broken_link_says_so_and_the_page_lives(lab):
    for fragment in ("v1;field;F=x + #, y", "v9;nonsense", "%E0%A4%A", "v1;information;p=-1,2", "v1;;;==;,,"):
        lab.open(fragment)
        notice = lab.page.locator(".notice")
        assert notice.is_visible() and notice.text_content().startswith("The link could not be opened."), fragment
        lab.page.click("#tab-curl")
        lab.page.click("#tab-field")
        assert not notice.is_visible()
        assert len(vector(lab.reading("value"))) == 2


def test_each_bench_keeps_its_scene(lab):
    lab.open("v1;field;F=x, -y;probe=1,2")
    lab.page.click("#tab-information")
    lab.page.click("#tab-field")
    assert vector(lab.reading("value")) == [1, -2]


def test_the_page_and_the_module_agree_on_what_a_scene_leaves_out(lab):
    lab.open("v1;field")
    printed = lab.page.evaluate("""async (benches) => {
      const { compiledModule, startCore } = await import('./core.js');
      const core = await startCore(await compiledModule());
      return Promise.all(benches.map(async (bench) => {
        const defaults = (await import(`./bench-${bench}.js`))[`${bench}Defaults`];
        const pairs = Object.entries(defaults).filter(([, value]) => value !== '');
        return core.setScene(['v1', bench, ...pairs.map((pair) => pair.join('='))].join(';'));
      }));
    }""", BENCHES)
    assert [result.get("text") for result in printed] == [f"v1;{bench}" for bench in BENCHES]


def test_links_from_before_still_open(lab):
    for scene, name, value in (
        ("v1;field;F=sin(x*y), x^2;view=-2,2,-2,2;probe=1,0;show=arrows,streamlines,curl", "curl", 1),
        ("v1;divergence;F=x, y;circle=0.5,0.25,1;show=arrows,divergence", "flux", 6.28319),
        ("v1;curl;F=y, 0;wheel=0,1,0.5;carried=on", "limit", -0.5),
        ("v1;information;p=1,1;q=3,1;unit=bits;alpha=inf", "klPQ", 0.207519),
    ):
        lab.open(scene)
        assert not lab.page.locator(".notice").is_visible()
        assert lab.number(name) == pytest.approx(value, rel=1e-5)
