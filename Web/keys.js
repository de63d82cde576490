/**
 * The keys that work wherever the focus is, except while typing: Space plays and pauses, R or 0 starts the
 * motion again, ? shows the keys, Esc leaves the picture.
 *
 * @param {import("./lab.js").Lab} lab
 * @param {() => void} help
 */
export function listenToKeys(lab, help) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const surface = target.classList.contains("surface");
    if (isTyping(target) || target.closest("dialog")) return;
    // Space presses the button or switch that has the focus; elsewhere it would scroll the page.
    if (event.key === " " && (surface || target === document.body)) {
      if (lab.bench?.toggle) lab.bench.toggle();
      else lab.clock.toggle();
    }
    else if ((event.key === "r" || event.key === "R" || event.key === "0")) lab.bench?.restart();
    else if (event.key === "?") help();
    else if (event.key === "Escape" && surface) target.blur();
    else return;
    event.preventDefault();
  });
}

/** @param {HTMLElement} target */
function isTyping(target) {
  return target.matches('input[type="text"], textarea, select, [contenteditable]');
}
