import { element } from "./element.js";

/** @typedef {import("./core.js").SceneError} SceneError */

/**
 * Cuts `P, Q` at the comma that is in no bracket.
 *
 * @param {string} text
 * @returns {[string, string | null]}
 */
export function components(text) {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    else if (text[at] === "," && depth === 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  }
  return [text.trim(), null];
}

const join = ", ";

/** Whether a bracket of the text is not closed. @param {string} text */
function isOpen(text) {
  return text.split("(").length > text.split(")").length;
}

/**
 * The two inputs of one's own field. An error is underlined at its character and said in a sentence.
 *
 * @param {object} options
 * @param {string} options.legend
 * @param {[string, string]} options.labels
 * @param {(error: SceneError) => string} options.explain
 * @param {(field: string) => SceneError | null} options.onchange
 */
export function fieldInput({ legend, labels, explain, onchange }) {
  const message = element("p", { class: "error", id: "field-error", role: "status" });
  const lines = labels.map((label, index) => expressionLine(label, `field-${index}`, () => changed(index)));

  /** @param {number} index the input that was typed in */
  function changed(index) {
    const [first, second] = components(lines[index].input.value);
    if (index === 0 && second !== null) {
      lines[0].input.value = first;
      lines[1].input.value = second;
    }
    const texts = lines.map(({ input }) => input.value);
    // An open bracket would swallow the comma between the two; alone, the first shows where it is open.
    show(onchange(isOpen(texts[0]) ? texts[0] : texts.join(join)), texts);
  }

  /** @param {SceneError | null} error @param {string[]} texts */
  function show(error, texts) {
    for (const line of lines) line.fit();
    const start = texts[0].length + join.length;
    // The scene's values begin at their first character that is no space.
    const blank = texts.join(join).length - texts.join(join).trimStart().length;
    const position = (error?.position ?? 0) + blank;
    const wrong = !error ? -1 : texts[0].trim() === "" || (position < start && texts[1].trim() !== "") ? 0
      : position < texts[0].length ? 0 : 1;
    lines.forEach((line, index) => {
      line.mark(index === wrong ? Math.max(0, position - index * start) : null, error?.length ?? 1);
    });
    message.textContent = error ? explain(error) : "";
  }

  return {
    element: element("fieldset", { class: "field-input" },
      element("legend", { class: "heading" }, legend),
      element("div", { class: "expressions" }, ...lines.map((line) => line.element)), message),
    /** Shows a field that came from elsewhere. @param {string} field */
    set(field) {
      if (components(lines.map(({ input }) => input.value).join(join)).join() === components(field).join()) {
        show(null, lines.map(({ input }) => input.value));
        return;
      }
      const [first, second] = components(field);
      lines[0].input.value = first;
      lines[1].input.value = second ?? "";
      show(null, [first, second ?? ""]);
    },
  };
}

/** @param {string} label @param {string} id @param {() => void} oninput */
function expressionLine(label, id, oninput) {
  const mirror = element("div", { class: "mirror", "aria-hidden": "true" });
  const input = /** @type {HTMLInputElement} */ (element("input", {
    type: "text", id, spellcheck: "false", autocomplete: "off", autocapitalize: "off", autocorrect: "off",
    inputmode: "text", oninput, onscroll: () => { mirror.scrollLeft = input.scrollLeft; },
  }));
  const line = element("div", { class: "expression" },
    element("label", { for: id, class: "mathlabel" }, label), element("div", { class: "box" }, mirror, input));
  return {
    input,
    element: line,
    /** Gives a long text a line of its own. */
    fit() {
      line.style.setProperty("--length", String(input.value.length));
    },
    /** @param {number | null} position of the error, null for none @param {number} length */
    mark(position, length) {
      if (position === null) {
        input.removeAttribute("aria-invalid");
        input.removeAttribute("aria-describedby");
        mirror.replaceChildren();
        return;
      }
      const text = input.value;
      const from = Math.min(position, text.length);
      const wrong = text.slice(from, from + Math.max(1, length)) || "\u00a0\u00a0";
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", "field-error");
      mirror.replaceChildren(text.slice(0, from), element("mark", {}, wrong), text.slice(from + wrong.length));
      mirror.scrollLeft = input.scrollLeft;
    },
  };
}
