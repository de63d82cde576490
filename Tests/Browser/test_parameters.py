"""Formulas with parameters and definitions: sliders, what the scene keeps, what is wrong with them."""

import re

import pytest

from conftest import vector


def test_a_parameter_has_a_slider(lab):
    lab.open("v1;field;F=a x, y where a = 1 in 0…3;probe=2,1")
    slider = lab.slider("a")
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == ("0", "3")
    assert slider.input_value() == "1"
    lab.slide("a", 2.5)
    assert vector(lab.reading("value")) == [5, 1]
    assert lab.number("divergence") == 3.5
    assert "with=a=2.5" in lab.scene()
    lab.slide("a", 1)
    assert "with" not in lab.scene()


def test_moving_a_slider_redraws(lab):
    lab.open("v1;field;F=a x, y where a = 1 in -3…3;show=arrows")
    before = lab.painted()
    lab.slide("a", -3)
    lab.wait(100)
    assert lab.painted() != before


def test_the_slider_by_keyboard_keeps_the_focus(lab):
    lab.open("v1;gradient;f=a x where a = 1 in 0…2")
    slider = lab.slider("a")
    slider.focus()
    for _ in range(5):
        lab.page.keyboard.press("ArrowRight")
    assert slider.evaluate("node => document.activeElement === node")
    assert float(slider.input_value()) == pytest.approx(1.1)
    assert lab.number("length") == pytest.approx(1.1)


def test_the_formula_names_its_parameters(lab):
    lab.open("v1;field;F=a x, y where a = 1")
    assert lab.page.locator(".formulas math").nth(1).text_content() == "∇·F=a+1"
    lab.slide("a", 2)
    assert lab.page.locator(".formulas math").nth(1).text_content() == "∇·F=a+1"


def test_typing_a_formula_keeps_the_values_that_still_mean_something(lab):
    lab.open("v1;field;F=a x, b y where a = 1, b = 1;with=a=2,b=0.5;probe=1,1")
    lab.page.fill("#field-1", "y")
    lab.page.fill("#field-where", "a = 1")
    assert vector(lab.reading("value")) == [2, 1]
    assert "with=a=2" in lab.scene() and "b=" not in lab.scene().split("with=")[1]
    assert lab.page.text_content("#field-error") == ""


def test_a_preset_forgets_the_values_before(lab):
    lab.open("v1;field;F=a x, y where a = 1;with=a=2")
    lab.choose("pendulum")
    assert lab.slider("b").input_value() == "0.2"
    assert "with" not in lab.scene()


def test_several_statements(lab):
    lab.open("v1;field;probe=3,4")
    lab.page.fill("#field-0", "r = hypot(x, y); a = 2; a (-y, x)/r")
    lab.page.fill("#field-1", "")
    assert vector(lab.reading("value")) == [-1.6, 1.2]
    scene = lab.scene()
    assert "F=r = hypot(x, y)\n a = 2\n a (-y, x)/r" in scene
    lab.page.reload()
    lab.page.wait_for_selector(".picture[data-frames]")
    assert lab.scene() == scene
    assert vector(lab.reading("value")) == [-1.6, 1.2]
    assert lab.page.input_value("#field-0").count(";") == 2


def test_one_formula_that_is_a_vector(lab):
    lab.open("v1;field;F=grad f where f = x^2 y;probe=1,2")
    assert lab.page.input_value("#field-0") == "grad f"
    assert lab.page.input_value("#field-1") == ""
    assert lab.page.input_value("#field-where") == "f = x^2 y"
    assert vector(lab.reading("value")) == [4, 1]


def test_a_whole_formula_may_be_pasted(lab):
    lab.open("v1;rotor")
    lab.page.fill("#field-0", "a y, z, x where a = 2")
    values = [lab.page.input_value(f"#field-{name}") for name in (0, 1, 2, "where")]
    assert values == ["a y", "z", "x", "a = 2"]


@pytest.mark.parametrize("first, second, where, at, marked, says", [
    ("a x", "y", "", 0, "a", "a = 1"),
    ("x", "(x, y)", "", 1, None, "One number"),
    ("a x", "y", "a = b, b = a", "where", None, "defined by itself"),
    ("x", "y", "sin = 2", "where", "sin", "already means something"),
    ("a x", "y", "a = 1, a = 2", "where", "a", "defined twice"),
    ("a x", "y", "a = x in 0…1", "where", None, "plain numbers"),
    ("a x", "y", "a = 1 in 3…0", "where", None, "smaller end comes first"),
    ("x", "grad(x, y)", "", 1, None, None),
    ("x", "dot((x, y), (x, y, 1))", "", 1, None, "numbers of components"),
    ("div x", "y", "", 0, None, "vector"),
    ("x", "", "", 1, None, "needs 2 expressions"),
    ("a x", "y", "a = 1 in 0", "where", None, "range such as"),
])
@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_what_is_wrong_is_said_where_it_is(lab, lang, first, second, where, at, marked, says):
    lab.open("v1;field", lang=lang)
    for name, text in (("where", where), (1, second), (0, first)):
        lab.page.locator(f"#field-{name}").evaluate(
            "(node, text) => { node.value = text; }", text)
    lab.page.locator("#field-0").evaluate(
        "node => node.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }))")
    message = lab.page.text_content("#field-error")
    assert message != ""
    if lang == "zh-Hans":
        assert re.search(r"[\u4e00-\u9fff]", message) and "这里写错了" not in message
    elif says:
        assert says in message
    wrong = [name for name in (0, 1, "where") if lab.page.get_attribute(f"#field-{name}", "aria-invalid")]
    assert wrong == [at]
    if marked:
        line = lab.page.locator(f".expression:has(#field-{at})")
        assert line.locator("mark").text_content() == marked


def test_a_link_with_a_parameter_that_is_not_there(lab):
    lab.open("v1;field;F=x, y;with=a=2")
    assert "no parameter “a”" in lab.page.text_content(".notice")


def test_the_table_knows_the_values(lab):
    lab.open("v1;field;F=a x, y where a = 1;with=a=2")
    lab.page.click(".values summary")
    lab.page.wait_for_selector(".values tbody tr")
    for row in lab.page.locator(".values tbody tr").all():
        point, value = [vector(text) for text in row.locator("th, td").all_text_contents()[:2]]
        assert value == pytest.approx([2 * point[0], point[1]], rel=1e-4, abs=1e-4)
