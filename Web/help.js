import { element } from "./element.js";

/**
 * The page of keys, as a modal dialog; Esc closes it and focus returns to where it was.
 *
 * @param {any} text
 */
export function showHelp(text) {
  document.querySelector("dialog.help-dialog")?.remove();
  const rows = text.help.keys.map(([keys, meaning]) => element("tr", {},
    element("th", { scope: "row" }, ...keys.flatMap((key, index) => [index ? " " : "", element("kbd", {}, key)])),
    element("td", {}, meaning)));
  const dialog = /** @type {HTMLDialogElement} */ (element("dialog", {
    class: "help-dialog", "aria-labelledby": "help-title", onclose: () => dialog.remove(),
    onclick: (event) => { if (event.target === dialog) dialog.close(); },
  }, element("div", { class: "sheet" },
    element("h2", { id: "help-title" }, text.help.title), element("table", {}, element("tbody", {}, ...rows)),
    element("p", { class: "note" }, text.help.note),
    element("button", { type: "button", class: "close", onclick: () => dialog.close() }, text.help.close))));
  document.body.append(dialog);
  dialog.showModal();
}
