"""Chinese everywhere when chosen: nothing Latin is left but names, symbols and formulas."""

import re

import pytest

from conftest import BENCHES

# Names of people and keys, symbols, functions, and the name of the other language.
ALLOWED = re.compile(
    r"\b(Nabla|EN|KL|JS|Rényi|Shift|Alt|Esc|Tab|sin|cos|exp|log|sqrt|F|P|Q|D|H|JS|R|A|n|p|q|x|y|r|dA|ds|dr|nats|bits|Ctrl|Page|Up|Down|LaTeX|ABC|Himmelblau|Rosenbrock|Beale|Rastrigin|Ackley|Nesterov|RMSProp|AdamW?|BFGS|max|J|n|u|f|z|dV|a|b|r)\b", re.ASCII)


def latin(text):
    left = ALLOWED.sub("", re.sub(r"[²⟨⟩‖_]", " ", text))
    return re.findall(r"[A-Za-z]{2,}", left)


def visible_text(page):
    return page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!parent.closest('script, noscript, math, .mirror, .symbol')) found.push(node.textContent);
          }
          for (const node of document.querySelectorAll('[aria-label], [title], [aria-valuetext]')) {
            for (const name of ['aria-label', 'title', 'aria-valuetext']) found.push(node.getAttribute(name) ?? '');
          }
          return found.join('\\n');
        }""")


def drawn_text(page):
    """What the pictures write."""
    return page.evaluate("globalThis.written.join('\\n')")


# In a window of its own, which the script below does not leave.
@pytest.mark.parametrize("lab", [{"locale": "zh-CN"}], indirect=True)
@pytest.mark.parametrize("bench", BENCHES)
def test_no_english_is_left(lab, bench):
    lab.page.add_init_script("""
      globalThis.written = [];
      const plain = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        globalThis.written.push(text);
        return plain.call(this, text, ...rest);
      };""")
    lab.open(f"v1;{bench}", lang="zh-Hans")
    lab.wait(400)
    assert latin(visible_text(lab.page)) == []
    assert latin(drawn_text(lab.page)) == []
    assert lab.page.get_attribute("html", "lang") == "zh-Hans"
    lab.page.keyboard.press("?")
    assert latin(lab.page.text_content("dialog")) == []


def test_choosing_chinese_and_back(lab):
    lab.open("v1;divergence")
    english = lab.page.text_content("h1")
    lab.choose("zh-Hans", "language")
    assert lab.page.text_content("h1") == "散度"
    assert lab.page.evaluate("document.activeElement.value") == "zh-Hans"
    lab.choose("en", "language")
    assert lab.page.text_content("h1") == english


@pytest.mark.parametrize("scene", [
    "v1;field;F=a x, y where a = 1;show=arrows,lens;trail=divergence", "v1;gradient;trail=laplacian;probe=0,0",
    "v1;rotor;F=x, y, z", "v1;charge;sphere=1,0,0,1",
    "v1;descent;f=x^2 - y^2;view=-2,2,-2,2;from=1.5,0.001;race=flow,gd,momentum,nesterov,rmsprop,adam,adamw,newton,lbfgs",
])
def test_no_english_is_left_when_all_is_unfolded(lab, scene):
    lab.open(scene, lang="zh-Hans")
    lab.wait(300)
    assert latin(visible_text(lab.page)) == []


@pytest.mark.parametrize("text", ["x + #", "foo(x)", "sin(x", "x y )", "sin(x, y)", ""])
def test_errors_speak_chinese(lab, text):
    lab.open("v1;field", lang="zh-Hans")
    lab.page.fill("#field-0", text)
    message = lab.page.text_content("#field-error")
    assert re.search(r"[\u4e00-\u9fff]", message)
    assert [word for word in latin(message) if word not in text] == []


def test_outcomes_follow_the_language(lab):
    lab.open("v1;information;names=heads,tails", lang="zh-Hans")
    assert "names=正面,反面" in lab.scene() or "正面" in lab.page.text_content(".values table")
    lab.choose("en", "language")
    assert "正面" not in lab.page.text_content(".values table")


@pytest.mark.parametrize("bench", BENCHES)
def test_both_languages_say_as_much(lab, bench):
    lab.open(f"v1;{bench}")
    count = lambda: lab.page.evaluate("document.querySelectorAll('.panel *, .stage *').length")
    english = count()
    lab.choose("zh-Hans", "language")
    lab.wait(100)
    assert count() == english


def test_words_in_formulas_are_in_the_language_of_the_page(lab):
    lab.open("v1;field;F=if(x>0,1,0), y", lang="zh-Hans")
    shown = lab.page.locator(".formula").first.text_content()
    assert "若" in shown and "否则" in shown and "otherwise" not in shown
    lab.open("v1;field;F=if(x>0,1,0), y")
    shown = lab.page.locator(".formula").first.text_content()
    assert "if\u00a0x" in shown and "otherwise" in shown
