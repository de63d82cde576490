"""Every bench opens without a complaint, served and from disk, and asks nothing of the outside."""

import re

import pytest

from conftest import BENCHES

STREAMLINES = ["v1;field;show=arrows,streamlines", "v1;curl;show=streamlines"]


@pytest.mark.parametrize("bench", BENCHES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_served(lab, bench, theme):
    lab.open(f"v1;{bench}", theme=theme)
    lab.page.wait_for_timeout(300)
    assert lab.page.get_attribute(f"#tab-{bench}", "aria-selected") == "true"
    assert lab.painted() != 0
    host = lab.address.rsplit("/", 1)[0]
    assert [url for url in lab.requests if not url.startswith((host, "data:", "blob:", "about:"))] == []


@pytest.mark.parametrize("bench", BENCHES)
def test_from_disk(lab_from_disk, bench):
    lab = lab_from_disk.open(f"v1;{bench}")
    lab.page.wait_for_timeout(300)
    assert lab.painted() != 0
    assert [url for url in lab.requests if url.startswith("http")] == []


@pytest.mark.parametrize("scene", STREAMLINES)
def test_the_worker_draws_from_disk(lab_from_disk, scene):
    messages = "globalThis.answers = 0; const plain = Worker; globalThis.Worker = class extends plain {" \
        "constructor(...a) { super(...a); this.addEventListener('message', () => { globalThis.answers += 1; }); } }"
    lab_from_disk.page.add_init_script(messages)
    lab = lab_from_disk.open(scene)
    assert lab.page.evaluate("globalThis.answers") > 0, "the streamlines should come from a worker"
    assert lab.painted() != 0


def test_the_address_works_from_disk(lab_from_disk):
    lab = lab_from_disk.open()
    lab.choose("saddle")
    lab.scene_has("F=x, -y")
    lab.page.reload()
    lab.page.wait_for_selector("h1")
    assert lab.page.is_checked("input[value=saddle]")


def test_the_one_file_allows_hashes_only(site):
    page = (site / "nabla-lab.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert "unsafe-inline" not in policy and "'self'" not in policy and "http" not in policy
    assert policy.count("sha256-") == 2
    assert "default-src 'none'" in policy and "worker-src blob:" in policy


def test_visiting_every_bench(lab):
    lab.open()
    for bench in BENCHES[1:] + BENCHES[:1]:
        lab.page.click(f"#tab-{bench}")
        assert lab.page.get_attribute(f"#tab-{bench}", "aria-selected") == "true"
        lab.page.wait_for_timeout(150)
        assert lab.scene().startswith(f"v1;{bench}")


@pytest.mark.parametrize("lab", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
@pytest.mark.parametrize("bench", BENCHES)
@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_nothing_overflows_a_telephone(lab, bench, lang):
    lab.open(f"v1;{bench}", lang=lang)
    assert lab.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_a_worker_streamlines_are_drawn_all_the_same(browser, address):
    from conftest import Lab
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script("delete globalThis.Worker")
    lab = Lab(context.new_page(), address).open("v1;field;show=streamlines")
    assert lab.painted() != 0
    assert lab.complaints == []
    context.close()


@pytest.mark.parametrize("lab", [{"reduced_motion": "reduce"}], indirect=True)
def test_reduced_motion_starts_paused(lab):
    lab.open("v1;curl;F=-y, x;wheel=0,0,0.5")
    lab.page.wait_for_timeout(500)
    assert lab.number("omega") == 0
    lab.page.get_by_role("button", name="Play").click()
    lab.page.wait_for_timeout(600)
    assert lab.number("omega") > 0.1
