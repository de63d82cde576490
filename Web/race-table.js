import { rove } from "./controls.js";
import { element } from "./element.js";

/** The runners as the scene names them, the gradient flow first. */
export const runners = ["flow", "gd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "newton", "lbfgs"];

/** Whether an ending is a failure. @param {string} ending */
export function isLost(ending) {
  return ending === "diverged" || ending === "notFinite";
}

/**
 * Who races: a switch for each, which is the legend of the picture too, and what they have come to.
 */
export class RaceTable {
  /**
   * @param {import("./lab.js").Lab} lab
   * @param {any} text of the bench
   */
  constructor(lab, text) {
    this.lab = lab;
    this.text = text;
    this.rows = new Map(runners.map((name) => [name, this.row(name)]));
    const inputs = [...this.rows.values()].map(({ input }) => input);
    this.table = element("table", { class: "race" },
      element("caption", { class: "heading" }, text.race),
      element("thead", {}, element("tr", {}, ...text.columns.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...[...this.rows.values()].map(({ row }) => row)));
    rove(this.table, inputs);
    this.saddle = element("p", { class: "note", "data-note": "lingering" });
    this.element = element("div", {}, this.table, element("p", { class: "note" }, text.rateMeaning), this.saddle);
  }

  /** @param {string} name */
  row(name) {
    const input = /** @type {HTMLInputElement} */ (element("input", {
      type: "checkbox", role: "switch", value: name, onchange: () => this.choose(),
    }));
    const swatch = element("span", { class: `swatch ${name}` });
    const loss = element("td", { class: "value", "data-loss": name });
    const status = element("td", { class: "status", "data-status": name });
    const label = element("label", { class: "racer" }, input, swatch, element("span", {}, this.text.runners[name]));
    return { input, swatch, loss, status, row: element("tr", {}, element("th", { scope: "row" }, label), loss, status) };
  }

  choose() {
    const names = runners.filter((name) => this.rows.get(name)?.input.checked);
    this.lab.change({ race: names.length ? names.join(",") : "none" }, { step: true });
  }

  /** Shows who runs. */
  read() {
    const wanted = this.lab.scene.list("race");
    const { race } = this.lab.reading;
    for (const [name, { input, row, swatch, loss, status }] of this.rows) {
      input.checked = wanted.includes(name);
      row.classList.toggle("off", !input.checked);
      const track = race?.tracks.find((each) => each.name === name);
      if (track) swatch.style.setProperty("--colour", track.colours[this.lab.preferences.dark ? 1 : 0]);
      if (!track) loss.textContent = status.textContent = "";
    }
    const held = (race?.runners ?? []).filter(({ lingering }) => lingering);
    this.saddle.hidden = held.length === 0;
    this.saddle.textContent = this.text.saddle(held);
  }

  /** Shows what everyone has come to. @param {number} iteration @param {any} state as the module tells it */
  show(iteration, state) {
    const { race } = this.lab.reading;
    if (!race) return;
    for (const { name } of race.tracks) {
      const row = this.rows.get(name);
      const now = state[name];
      if (!row || !now) continue;
      row.loss.textContent = now.loss;
      const runner = race.runners.find((each) => each.name === name);
      row.status.textContent = !runner ? this.text.flowTime(now.time)
        : now.isOver ? this.text.endings[runner.ending](runner) : this.text.underway(iteration);
      row.status.classList.toggle("wrong", Boolean(runner && now.isOver && isLost(runner.ending)));
    }
  }
}
