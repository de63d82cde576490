import { Bars } from "./bars.js";
import { chips, readout, rove, slider } from "./controls.js";
import { element, icon } from "./element.js";
import { Picture } from "./picture.js";

export const informationDefaults = {
  p: "0.5,0.5", q: "0.9,0.1", names: "", unit: "nats", alpha: "0.5", seed: "1",
};

/** Counts or probabilities; names are keys of the texts, so that they follow the language. */
const presets = {
  coin: { p: "0.5,0.5", q: "0.9,0.1", names: ["heads", "tails"] },
  die: { p: "1,1,1,1,1,1", q: "1,1,1,1,1,5", names: ["1", "2", "3", "4", "5", "6"] },
  humps: {
    p: "0.04,0.26,0.14,0.12,0.14,0.26,0.04", q: "0.05,0.1,0.2,0.3,0.2,0.1,0.05",
    names: ["1", "2", "3", "4", "5", "6", "7"],
  },
  impossible: { p: "0.5,0.3,0.2", q: "0.6,0.4,0", names: ["rain", "sun", "snow"] },
  iris: { p: "50,50,50", q: "50,50,50", names: ["setosa", "versicolor", "virginica"] },
};
const irisEach = 50;
const orders = [0, 0.5, 1, 2, Infinity];
const measures = [
  ["entropyP", "H(p)"], ["entropyQ", "H(q)"], ["crossEntropyPQ", "H(p, q)"], ["crossEntropyQP", "H(q, p)"],
  ["klPQ", "D(p ‖ q)"], ["klQP", "D(q ‖ p)"], ["js", "JS(p, q)"], ["renyi", "D_α(p ‖ q)"],
];

/** The slider's place of an order α, and back: 0, ½, 1, 2 and ∞ lie at 0, ⅓, ½, ⅔ and 1. */
const placeOf = (alpha) => (alpha === Infinity ? 1 : alpha / (1 + alpha));
const alphaAt = (place) => (place >= 1 ? Infinity : Number((place / (1 - place)).toPrecision(3)));

/** The bench of information: two distributions to be dragged, and how far apart they are by each measure. */
export class InformationBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    this.lab = lab;
    this.text = lab.text.information;
    const { common } = lab.text;
    this.bars = new Bars({ label: this.text.label, description: "bars-description" }, {
      request: () => this.draw(0),
      values: () => [lab.reading.p, lab.reading.q],
      set: (series, index, value) => this.set(series, index, value),
      select: (series, index) => this.speakBar(series, index),
    });
    const small = (label, index) => new Picture({ name: "small", label, request: () => this.draw(index) });
    this.pictures = [this.bars.picture, small(this.text.curveLabel, 1), small(this.text.termsLabel, 2)];
    this.presetChips = chips({
      legend: common.presets, name: "preset",
      choices: Object.keys(presets).map((value) => ({ value, label: this.text.presets[value] })),
      onchange: (preset) => this.choose(preset),
    });
    this.units = chips({
      legend: this.text.unit, name: "unit",
      choices: ["nats", "bits"].map((value) => ({ value, label: this.text.units[value] })),
      onchange: (unit) => this.lab.change({ unit }, { step: true }),
    });
    this.alpha = slider({
      label: this.text.alpha, min: 0, max: 1, step: 0.005,
      oninput: (place) => this.setAlpha(alphaAt(place)),
    });
    this.unbalance = slider({
      label: this.text.unbalance, min: 0, max: irisEach, step: 1,
      oninput: (count) => this.lab.change({ p: `${count},${irisEach},${irisEach}` }),
    });
    this.readout = readout(this.text.readout, measures.map(([id, symbol]) => ({
      id, symbol: symbolNode(symbol), name: this.text.rows[id],
    })));
    this.infinite = element("div", { class: "infinite" });
    this.table = element("tbody");
    this.assemble();
    this.update(null);
  }

  assemble() {
    const limits = orders.map((alpha) => element("button", {
      type: "button", class: "limit", onclick: () => this.setAlpha(alpha),
    }, alpha === Infinity ? "∞" : alpha === 0.5 ? "½" : String(alpha)));
    orders.forEach((alpha, index) => limits[index].style.setProperty("--part", String(placeOf(alpha))));
    const marks = element("div", { class: "limits", role: "toolbar", "aria-label": this.text.limits }, ...limits);
    rove(marks, limits, 1);
    this.alphaNote = element("p", { class: "note" });
    this.stage = element("div", { class: "stage information" },
      this.pictures[0].element,
      element("div", { class: "pair" }, this.pictures[1].element, this.pictures[2].element), this.toolbar(),
      element("div", { class: "layers" }, this.units.element),
      element("p", { id: "bars-description", class: "spoken" }, this.text.description));
    this.panel = element("div", { class: "panel" },
      element("h1", {}, this.text.title), element("p", { class: "lead" }, this.text.lead),
      this.presetChips.element, this.unbalance.element, this.readout.element, this.infinite,
      element("div", { class: "alpha" }, this.alpha.element, marks, this.alphaNote), this.tries(), this.values());
  }

  toolbar() {
    const { common } = this.lab.text;
    const buttons = [
      element("button", {
        type: "button", class: "tool", title: this.text.restart, "aria-label": this.text.restart,
        onclick: () => this.restart(),
      }, icon("restart")),
      element("button", {
        type: "button", class: "tool", title: this.text.swap, "aria-label": this.text.swap, onclick: () => this.swap(),
      }, "⇄"),
      element("button", {
        type: "button", class: "tool help", title: common.help, "aria-label": common.help,
        onclick: () => document.dispatchEvent(new CustomEvent("nabla-help")),
      }, "?"),
    ];
    const bar = element("div", { class: "toolbar", role: "toolbar", "aria-label": common.tools },
      ...buttons, element("p", { class: "hint" }, this.text.hint));
    rove(bar, buttons);
    return bar;
  }

  tries() {
    const { common } = this.lab.text;
    const items = this.text.tries.map(({ text, set, preset }) => element("li", {}, text, " ", element("button", {
      type: "button", class: "link",
      onclick: () => this.lab.change({ ...(preset && this.presetScene(preset)), ...set }, { step: true }),
    }, common.showMe)));
    const list = element("ul", {}, ...items);
    rove(list, [...list.querySelectorAll("button")]);
    return element("section", { class: "tries" }, element("h2", { class: "heading" }, common.tries), list);
  }

  values() {
    const { common } = this.lab.text;
    return element("details", { class: "values" }, element("summary", {}, common.valuesTitle),
      element("table", {}, element("thead", {}, element("tr", {},
        ...[this.text.outcome, "p", "q"].map((name) => element("th", { scope: "col" }, name)))), this.table));
  }

  /** @param {string} preset */
  presetScene(preset) {
    const { p, q, names } = presets[preset];
    return { p, q, names: names.map((name) => this.text.names[name] ?? name).join(",") };
  }

  /** @param {string} preset */
  choose(preset) {
    this.lab.change(this.presetScene(preset), { step: true });
    this.lab.announcer.say(this.spoken());
  }

  restart() {
    this.choose(this.preset ?? "coin");
  }

  swap() {
    const { scene } = this.lab;
    this.lab.change({ p: scene.get("q"), q: scene.get("p") }, { step: true });
    this.lab.announcer.say(this.spoken());
  }

  /** Names that the page itself gave follow the language. @returns {string} */
  localNames() {
    const { values } = this.lab.scene;
    if (!values.has("p") && !values.has("q") && !values.has("names")) return this.presetScene("coin").names;
    const known = [...Object.entries(this.lab.text.information.names), ...Object.entries(this.lab.text.otherNames)];
    return this.lab.scene.list("names").map((name) => {
      const key = known.find(([english, local]) => english === name || local === name)?.[0];
      return (key && this.text.names[key]) ?? name;
    }).join(",");
  }

  get preset() {
    const names = this.localNames();
    return Object.keys(presets).find((preset) => this.presetScene(preset).names === names) ?? null;
  }

  /** @param {number} alpha */
  setAlpha(alpha) {
    this.lab.change({ alpha: alpha === Infinity ? "inf" : String(alpha) });
  }

  /**
   * Gives one outcome its probability; the others share the rest as before.
   *
   * @param {0 | 1} series @param {number} index @param {number} value
   */
  set(series, index, value) {
    const key = series === 0 ? "p" : "q";
    const values = this.lab.reading[key];
    const rest = 1 - values[index];
    const others = values.length - 1;
    const next = values.map((old, at) => {
      if (at === index) return value;
      return Number((rest > 1e-9 ? (old * (1 - value)) / rest : (1 - value) / others).toFixed(5));
    });
    this.lab.change({ [key]: next.join(",") });
    this.lab.announcer.say(this.spoken());
  }

  /** @param {number} index */
  nameOf(index) {
    return this.lab.reading.names[index] ?? String(index + 1);
  }

  /** @param {0 | 1} series @param {number} index */
  speakBar(series, index) {
    const { reading } = this.lab;
    const name = this.nameOf(index);
    this.lab.announcer.say(this.text.bar(series === 0 ? "p" : "q", name, reading.text[series === 0 ? "p" : "q"][index]), 150);
  }

  spoken() {
    return this.text.spoken(this.lab.reading.text);
  }

  draw(index) {
    this.lab.picture(index, this.pictures[index], (words) => this.pictures[index].draw(words));
  }

  /** @param {string[] | null} changed */
  update(changed) {
    const names = this.localNames();
    if (names !== this.lab.scene.get("names")) {
      this.lab.scene.change({ names });
      this.lab.scene.writeAddress(false);
      this.lab.read();
    }
    const { scene, reading } = this.lab;
    this.presetChips.select(this.preset);
    this.units.select(scene.get("unit"));
    this.readUnbalance();
    this.readAlpha();
    for (const [id] of measures) this.readout.set(id, reading.text[id]);
    this.readout.set("js", reading.text.js, this.text.bound(reading.text.jsBound));
    this.infinite.replaceChildren(...reading.infinite.map(({ measure, index }) => (
      element("p", { class: "note" }, this.text.infinite(measure, this.nameOf(index))))));
    this.bars.ink = this.lab.color("ink");
    this.table.replaceChildren(...reading.text.p.map((p, index) => element("tr", {},
      element("th", { scope: "row" }, this.nameOf(index)),
      element("td", {}, p), element("td", {}, reading.text.q[index]))));
    this.pictures.forEach((picture, index) => this.draw(index));
  }

  readUnbalance() {
    const counts = this.lab.scene.numbers("p");
    const iris = this.preset === "iris";
    this.unbalance.element.hidden = !iris;
    if (!iris) return;
    const share = counts[1] > 0 ? Math.round((counts[0] / counts[1]) * irisEach) : irisEach;
    const count = Math.min(irisEach, share);
    this.unbalance.set(count, this.text.flowers(count));
  }

  readAlpha() {
    const { reading } = this.lab;
    const alpha = reading.renyi.alpha === "Infinity" ? Infinity : reading.renyi.alpha;
    this.alpha.set(placeOf(alpha), `α = ${reading.text.alpha}`);
    const note = { 0: this.text.alphaNotes.zero, 1: this.text.alphaNotes.one, Infinity: this.text.alphaNotes.infinity };
    this.alphaNote.textContent = note[alpha] ?? this.text.alphaNotes.between;
  }

  close() {
    for (const picture of this.pictures) picture.close();
  }
}

/** D_α with its index lowered. @param {string} symbol */
function symbolNode(symbol) {
  const [before, after] = symbol.split("_α");
  return after === undefined ? symbol : element("span", {}, before, element("sub", {}, "α"), after);
}
