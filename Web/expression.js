import { element } from "./element.js";

/** @typedef {import("./core.js").SceneError} SceneError */

const comma = ", ";
const whereWord = " where ";

/**
 * Cuts a formula into its components and what is said behind `where`: `a x, y where a = 1` into
 * `["a x", "y"]` and `a = 1`. What is in brackets is left whole; the last component takes what is left.
 *
 * @param {string} text
 * @param {number} count how many components there may be
 * @returns {{ parts: string[], where: string }}
 */
export function components(text, count = 2) {
  const shown = text.replace(/\n\s*/g, "; ").trim();
  let depth = 0;
  let from = 0;
  let end = shown.length;
  /** @type {string[]} */
  const parts = [];
  for (let at = 0; at < shown.length; at += 1) {
    if ("([".includes(shown[at])) depth += 1;
    else if (")]".includes(shown[at])) depth -= 1;
    else if (depth === 0 && shown[at] === "," && parts.length < count - 1) {
      parts.push(shown.slice(from, at).trim());
      from = at + 1;
    } else if (depth === 0 && shown.startsWith(whereWord, at)) {
      end = at;
      break;
    }
  }
  parts.push(shown.slice(from, end).trim());
  return { parts, where: shown.slice(end + whereWord.length).trim() };
}

/** Whether two texts are the same formula but for spaces around its parts. @param {string} a @param {string} b */
export function sameFormula(a, b, count = 2) {
  return JSON.stringify(components(a, count)) === JSON.stringify(components(b, count));
}

/** Whether a bracket of the text is not closed. @param {string} text */
function isOpen(text) {
  return text.split("(").length > text.split(")").length;
}

/** Whether a text came as a whole and not letter by letter. @param {InputEvent} event */
function isPasted({ inputType, data }) {
  if (inputType === "insertText") return (data ?? "").length > 1;
  return !inputType || ["insertFromPaste", "insertFromDrop", "insertReplacementText"].includes(inputType);
}

/**
 * The inputs of one's own formula: one for each component, and one for parameters and definitions. An error is
 * underlined at its character and said in a sentence.
 *
 * @param {object} options
 * @param {string} options.legend
 * @param {string[]} options.labels of the components
 * @param {{ label: string, example: string }} options.where
 * @param {(error: SceneError) => string} options.explain
 * @param {(formula: string) => SceneError | null} options.onchange
 */
export function formulaInput({ legend, labels, where, explain, onchange }) {
  const count = labels.length;
  const message = element("p", { class: "error", id: "field-error", role: "status" });
  const lines = labels.map((label, index) => expressionLine({
    label, id: `field-${index}`, oninput: (event) => typed(index === 0 && isPasted(event)),
  }));
  const definitions = expressionLine({
    label: where.label, id: "field-where", isWord: true, placeholder: where.example, oninput: () => typed(false),
  });
  const all = [...lines, definitions];

  /** @param {boolean} whole whether the first input may hold a whole formula */
  function typed(whole) {
    if (whole) spread();
    const { text, starts } = joined();
    show(onchange(text), starts);
  }

  /** A whole formula that was pasted into the first input goes where its parts belong. */
  function spread() {
    const found = components(lines[0].input.value, count);
    if (found.parts.length === 1 && found.where === "") return;
    found.parts.forEach((part, at) => { lines[at].input.value = part; });
    if (found.where !== "") definitions.input.value = found.where;
  }

  /** The formula as one text, and where in it each input begins; NaN for one that has no part in it. */
  function joined() {
    const parts = lines.map(({ input }) => input.value);
    let last = parts.length - 1;
    while (last > 0 && parts[last].trim() === "") last -= 1;
    // An open bracket would swallow the commas behind it; alone, its part shows where it is open.
    const open = parts.findIndex(isOpen);
    const used = open < 0 ? last : Math.min(open, last);
    let text = "";
    const starts = all.map(() => NaN);
    for (let at = 0; at <= used; at += 1) {
      if (at > 0) text += comma;
      starts[at] = text.length;
      text += parts[at];
    }
    if (definitions.input.value.trim() !== "" && open < 0) {
      text += whereWord;
      starts[count] = text.length;
      text += definitions.input.value;
    }
    // The scene's values begin at their first character that is no space.
    const blank = text.length - text.trimStart().length;
    return { text: text.replaceAll(";", "\n").trim(), starts: starts.map((start) => start - blank) };
  }

  /** @param {SceneError | null} error @param {number[]} starts */
  function show(error, starts) {
    for (const line of all) line.fit();
    const wrong = error ? place(error, starts) : null;
    all.forEach((line, index) => {
      line.mark(wrong?.index === index ? wrong.position : null, error?.length ?? 1);
    });
    message.textContent = error ? explain(error) : "";
  }

  /** The input that is wrong, and where in it. @param {SceneError} error @param {number[]} starts */
  function place(error, starts) {
    const blank = lines.findIndex(({ input }) => input.value.trim() === "");
    const isShort = error.code === "wrongComponentCount" || (error.code === "unexpectedEnd" && blank === 0);
    if (isShort && blank >= 0) return { index: blank, position: 0 };
    const position = error.position ?? 0;
    let index = 0;
    starts.forEach((start, at) => { if (start <= position) index = at; });
    return { index, position: Math.max(0, position - starts[index]) };
  }

  return {
    element: element("fieldset", { class: "field-input" },
      element("legend", { class: "heading" }, legend),
      element("div", { class: "expressions" }, ...lines.map((line) => line.element)), definitions.element, message),
    /** Shows a formula that came from elsewhere. @param {string} formula */
    set(formula) {
      const { text, starts } = joined();
      if (!sameFormula(text, formula, count)) {
        const { parts, where: rest } = components(formula, count);
        lines.forEach((line, at) => { line.input.value = parts[at] ?? ""; });
        definitions.input.value = rest;
      }
      show(null, starts);
    },
  };
}

/** @param {{ label: string, id: string, oninput: (event: InputEvent) => void, isWord?: boolean, placeholder?: string }} options */
function expressionLine({ label, id, oninput, isWord = false, placeholder = "" }) {
  const mirror = element("div", { class: "mirror", "aria-hidden": "true" });
  const input = /** @type {HTMLInputElement} */ (element("input", {
    type: "text", id, spellcheck: "false", autocomplete: "off", autocapitalize: "off", autocorrect: "off",
    inputmode: "text", placeholder, oninput, onscroll: () => { mirror.scrollLeft = input.scrollLeft; },
  }));
  const line = element("div", { class: isWord ? "expression where" : "expression" },
    element("label", { for: id, class: isWord ? "wordlabel" : "mathlabel" }, label),
    element("div", { class: "box" }, mirror, input));
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
