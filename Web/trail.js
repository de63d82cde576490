import { element } from "./element.js";
import { formula } from "./formula.js";

/**
 * How a number comes about, as the module wrote it.
 *
 * @typedef {{ mathML: string, latex: string }} Trail
 * @typedef {{ how: string, howLabel: (name: string) => string, copy: string, copied: string }} TrailTexts
 */

/**
 * A button that unfolds how a number comes about, and what it unfolds.
 *
 * @param {string} id of the trail
 * @param {string} name of the number
 * @param {TrailTexts} texts
 * @param {() => void} onchange
 */
export function trailFold(id, name, texts, onchange) {
  const regionId = `trail-${id}`;
  const button = element("button", {
    type: "button", class: "link how", "aria-expanded": "false", "aria-controls": regionId,
    "aria-label": texts.howLabel(name), "data-trail": id, onclick: () => toggle(),
  }, texts.how);
  const lines = element("div", { class: "lines", role: "group", tabindex: "0", "aria-label": texts.howLabel(name) });
  const copy = element("button", { type: "button", class: "link copy", onclick: () => copyLatex() }, texts.copy);
  const region = element("div", { class: "trail", id: regionId, hidden: true }, lines, copy);
  let latex = "";
  let shown = "";

  const isOpen = () => button.getAttribute("aria-expanded") === "true";

  function toggle() {
    button.setAttribute("aria-expanded", String(!isOpen()));
    onchange();
  }

  async function copyLatex() {
    const done = await copyText(latex);
    if (!done) return;
    copy.textContent = texts.copied;
    setTimeout(() => { copy.textContent = texts.copy; }, 1600);
  }

  return {
    button,
    region,
    isOpen,
    /** @param {Trail | null} trail null folds it */
    show(trail) {
      button.setAttribute("aria-expanded", String(trail !== null));
      region.hidden = trail === null;
      if (trail === null || trail.mathML === shown) return;
      shown = trail.mathML;
      latex = trail.latex;
      lines.replaceChildren(formula(trail.mathML));
    },
  };
}

/** @param {string} text @returns {Promise<boolean>} whether it was copied */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from disk may have no clipboard of its own; a selection can be copied all the same.
    const area = /** @type {HTMLTextAreaElement} */ (element("textarea", { class: "spoken" }));
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    active?.focus();
    return done;
  }
}
