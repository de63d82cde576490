import { element } from "./element.js";
import { trailFold } from "./trail.js";

/**
 * The quiet parts of every panel: chips (one of several), switches (any of several), sliders, readouts.
 * They are native inputs, so keyboard and screen readers know them; a group is one tab stop.
 */

/**
 * Makes a group one tab stop, inside which the arrow keys move.
 *
 * @param {HTMLElement} group
 * @param {HTMLElement[]} items
 */
export function rove(group, items, current = 0) {
  items.forEach((item, index) => { item.tabIndex = index === current ? 0 : -1; });
  group.addEventListener("keydown", (event) => {
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (at < 0 || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const usable = items.filter((item) => !item.hasAttribute("disabled"));
    const next = usable[(usable.indexOf(items[at]) + step + usable.length) % usable.length];
    items.forEach((item) => { item.tabIndex = item === next ? 0 : -1; });
    next.focus();
  });
}

/**
 * One of several, as chips.
 *
 * @template {string} Value
 * @param {object} options
 * @param {string} options.legend
 * @param {string} options.name unique in the page
 * @param {{ value: Value, label: string | Node, title?: string }[]} options.choices
 * @param {boolean} [options.quiet] whether the legend is for screen readers only
 * @param {(value: Value) => void} options.onchange
 */
export function chips({ legend, name, choices, quiet = false, onchange }) {
  const inputs = choices.map(({ value }) => /** @type {HTMLInputElement} */ (element("input", {
    type: "radio", name, value, onchange: () => onchange(value),
  })));
  const labels = choices.map(({ label, title }, index) => (
    element("label", { class: "chip", title }, inputs[index], element("span", {}, label))));
  const group = element("fieldset", { class: "chips" },
    element("legend", { class: quiet ? "spoken" : "heading" }, legend), element("div", { class: "row" }, ...labels));
  return {
    element: group,
    /** @param {string | null} value null selects none */
    select(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

/**
 * Any of several, as switches.
 *
 * @param {object} options
 * @param {string} options.legend
 * @param {{ value: string, label: string }[]} options.choices
 * @param {(values: string[]) => void} options.onchange called with all that are on
 */
export function switches({ legend, choices, onchange }) {
  const inputs = choices.map(({ value }) => /** @type {HTMLInputElement} */ (element("input", {
    type: "checkbox", role: "switch", value,
    onchange: () => onchange(inputs.filter((input) => input.checked).map((input) => input.value)),
  })));
  const labels = choices.map(({ label }, index) => (
    element("label", { class: "switch" }, inputs[index], element("span", { class: "track" }), element("span", {}, label))));
  const group = element("fieldset", { class: "switches" },
    element("legend", { class: "heading" }, legend), element("div", { class: "row" }, ...labels));
  rove(group, inputs);
  return {
    element: group,
    /** @param {string[]} values */
    select(values) {
      for (const input of inputs) input.checked = values.includes(input.value);
    },
  };
}

/**
 * @param {object} options
 * @param {string} options.label
 * @param {number} options.min
 * @param {number} options.max
 * @param {number} options.step
 * @param {(value: number) => void} options.oninput
 */
export function slider({ label, min, max, step, oninput }) {
  const shown = element("span", { class: "shown", "aria-hidden": "true" });
  const input = /** @type {HTMLInputElement} */ (element("input", {
    type: "range", min, max, step, oninput: () => oninput(Number(input.value)),
  }));
  return {
    element: element("label", { class: "slider" }, element("span", { class: "heading" }, label), shown, input),
    input,
    /** @param {number} value @param {string} text what the value is called */
    set(value, text) {
      if (Number(input.value) !== value) input.value = String(value);
      input.setAttribute("aria-valuetext", text);
      shown.textContent = text;
      input.style.setProperty("--part", String((Number(input.value) - min) / (max - min)));
    },
  };
}

/**
 * Numbers with their symbol, their name and, below, what they mean. A row with a trail can be unfolded to show how its
 * number comes about.
 *
 * @param {string} caption
 * @param {{ id: string, symbol: string | Node, name: string, trail?: string }[]} rows
 * @param {import("./trail.js").TrailTexts & { onchange: (trails: string[]) => void }} [trails]
 */
export function readout(caption, rows, trails) {
  const title = element("caption", { class: "heading" }, caption);
  const parts = new Map(rows.map(({ id, symbol, name, trail }) => {
    const value = element("td", { class: "value", "data-reading": id });
    const note = element("p", { class: "note", "data-note": id, hidden: true });
    const fold = trail && trails ? trailFold(trail, name, trails, () => trails.onchange(unfolded())) : null;
    const row = element("tr", {}, element("td", { class: "symbol", "aria-hidden": "true" }, symbol),
      element("th", { class: "name", scope: "row" }, name), value);
    return [id, { row, value, note, trail, fold }];
  }));
  const folds = () => [...parts.values()].filter(({ fold }) => fold);
  const unfolded = () => folds().filter(({ fold }) => fold?.isOpen()).map(({ trail }) => trail ?? "");
  const body = element("tbody");
  for (const { row, note, fold } of parts.values()) {
    const remark = element("div", { class: "remarks" }, note, fold?.button);
    body.append(row, element("tr", { class: "remark" }, element("td", { colspan: "3" }, remark, fold?.region)));
  }
  const table = element("table", { class: "readout" }, title, body);
  const buttons = folds().map(({ fold }) => /** @type {HTMLElement} */ (fold?.button));
  if (buttons.length > 0) rove(table, buttons);
  return {
    element: table,
    /** @param {string} text */
    caption(text) {
      if (title.textContent !== text) title.textContent = text;
    },
    /** @param {string} id @param {string} text @param {string} [note] */
    set(id, text, note) {
      const part = parts.get(id);
      if (!part) return;
      if (part.value.textContent !== text) part.value.textContent = text;
      part.note.hidden = !note;
      if (note !== undefined && part.note.textContent !== note) part.note.textContent = note;
    },
    /** Shows the derivations that the module wrote. @param {Record<string, import("./trail.js").Trail>} [trail] */
    unfold(trail = {}) {
      for (const part of parts.values()) part.fold?.show(trail[part.trail ?? ""] ?? null);
    },
  };
}
