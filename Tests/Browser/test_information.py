"""The bench of information: every number against the formulas, written here anew."""

import math

import pytest


def entropy(p):
    return -sum(a * math.log(a) for a in p if a > 0)


def divergence(p, q):
    return sum(a * math.log(a / b) if b > 0 else math.inf for a, b in zip(p, q) if a > 0)


def jensen_shannon(p, q):
    middle = [(a + b) / 2 for a, b in zip(p, q)]
    return (divergence(p, middle) + divergence(q, middle)) / 2


def renyi(p, q, alpha):
    if alpha == 1:
        return divergence(p, q)
    if alpha == math.inf:
        return math.log(max(a / b if b > 0 else math.inf for a, b in zip(p, q) if a > 0))
    if alpha == 0:
        return -math.log(sum(b for a, b in zip(p, q) if a > 0))
    return math.log(sum(a ** alpha * b ** (1 - alpha) for a, b in zip(p, q) if a > 0)) / (alpha - 1)


def distributions(lab):
    scene = dict(part.split("=") for part in lab.scene().split(";") if "=" in part)
    read = lambda key, default: [float(v) for v in scene.get(key, default).split(",")]
    p, q = read("p", "0.5,0.5"), read("q", "0.9,0.1")
    return [a / sum(p) for a in p], [b / sum(q) for b in q]


def check(lab, p, q, alpha=0.5, unit=1.0):
    expected = {
        "entropyP": entropy(p), "entropyQ": entropy(q), "crossEntropyPQ": entropy(p) + divergence(p, q),
        "crossEntropyQP": entropy(q) + divergence(q, p), "klPQ": divergence(p, q), "klQP": divergence(q, p),
        "js": jensen_shannon(p, q), "renyi": renyi(p, q, alpha),
    }
    for name, value in expected.items():
        assert lab.number(name) == pytest.approx(value / unit, rel=2e-5, abs=1e-6), name


def test_the_coins(lab):
    lab.open("v1;information;p=0.5,0.5;q=0.9,0.1;names=heads,tails")
    check(lab, [0.5, 0.5], [0.9, 0.1])


def test_bits(lab):
    lab.open("v1;information;p=0.5,0.5;q=0.9,0.1")
    lab.choose("bits", "unit")
    check(lab, [0.5, 0.5], [0.9, 0.1], unit=math.log(2))
    assert lab.number("entropyP") == 1


@pytest.mark.parametrize("preset", ["coin", "die", "humps", "iris"])
def test_presets(lab, preset):
    lab.open("v1;information")
    lab.choose(preset)
    check(lab, *distributions(lab))


@pytest.mark.parametrize("target", [0.2, 0.5, 0.75])
def test_dragging_a_bar_changes_kl_to_the_right_number(lab, target):
    lab.open("v1;information;p=0.3,0.3,0.4;q=0.2,0.5,0.3;names=a,b,c")
    before = lab.reading("klPQ")
    # The left half of a category is p, the right half q: the second bar of q.
    x = 1 + 0.2
    lab.drag(lab.pixel(x, 0.5, ".bars"), lab.pixel(x, target, ".bars"))
    p, q = distributions(lab)
    assert p == [0.3, 0.3, 0.4]
    assert q[1] == pytest.approx(target, abs=0.01)
    assert q[0] / q[2] == pytest.approx(2 / 3, abs=1e-3)
    check(lab, p, q)
    assert target == 0.5 or lab.reading("klPQ") != before


@pytest.mark.parametrize("alpha", [0, 0.5, 1, 2, math.inf])
def test_orders(lab, alpha):
    lab.open("v1;information;p=0.3,0.3,0.4;q=0.2,0.5,0.3;alpha=0.7;names=a,b,c")
    name = {0: "0", 0.5: "½", 1: "1", 2: "2", math.inf: "∞"}[alpha]
    lab.page.get_by_role("button", name=name, exact=True).click()
    check(lab, [0.3, 0.3, 0.4], [0.2, 0.5, 0.3], alpha)


def test_where_infinity_comes_from(lab):
    lab.open("v1;information;p=0.5,0.3,0.2;q=0.6,0.4,0;names=rain,sun,snow")
    assert lab.reading("klPQ") == "∞"
    assert lab.reading("crossEntropyPQ") == "∞"
    assert lab.number("klQP") == pytest.approx(divergence([0.6, 0.4], [0.5, 0.3]), rel=1e-5)
    assert lab.number("js") < math.log(2)
    assert "snow" in lab.page.text_content(".infinite")


def test_unbalancing_the_iris_species(lab):
    lab.open("v1;information")
    lab.choose("iris")
    slider = lab.page.get_by_role("slider", name="Setosa")
    slider.fill("10")
    p = [10 / 110, 50 / 110, 50 / 110]
    check(lab, p, [1 / 3] * 3)
    slider.fill("0")
    assert lab.reading("klQP") == "∞"
    assert lab.number("klPQ") == pytest.approx(math.log(1.5), rel=1e-5)
    slider.fill("50")
    assert lab.number("entropyP") == pytest.approx(math.log(3), rel=1e-5)


def test_swapping(lab):
    lab.open("v1;information;p=0.3,0.7;q=0.6,0.4")
    there, back, js = lab.reading("klPQ"), lab.reading("klQP"), lab.reading("js")
    lab.page.get_by_role("button", name="Swap").click()
    assert (lab.reading("klPQ"), lab.reading("klQP"), lab.reading("js")) == (back, there, js)
