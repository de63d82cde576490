import { chips, rove, switches } from "./controls.js";
import { element, icon } from "./element.js";
import { components, fieldInput } from "./expression.js";
import { formula } from "./formula.js";
import { Plane } from "./plane.js";

/** @typedef {import("./lab.js").Lab} Lab */

/**
 * What the three benches of the plane share: the picture with its tools, the presets, one's own field, the
 * formula, the layers, the things to try and the table of values. A bench adds what it measures.
 */
export class PlaneBench {
  /**
   * @param {Lab} lab
   * @param {string} name
   * @param {object} parts
   * @param {Record<string, string>} parts.presets the name of a preset → its field
   * @param {string[]} parts.layers
   * @param {string[]} [parts.colors] layers that colour the plane, of which one is shown at a time
   */
  constructor(lab, name, { presets, layers, colors = [] }) {
    this.lab = lab;
    this.name = name;
    this.text = lab.text[name];
    this.presets = presets;
    this.layers = layers;
    this.colors = colors;
    const { common } = lab.text;
    this.plane = new Plane({ label: this.text.label, description: "plane-description" }, {
      request: () => this.draw(),
      paint: (context, plane) => this.paint(context, plane),
      handles: () => this.handles(),
      hover: this.hover ? (x, y) => this.hover?.(x, y) : null,
      focus: () => this.focus(),
      move: (x, y) => this.move(x, y),
      view: () => this.lab.scene.numbers("view"),
      look: (view) => this.lab.change({ view: view && view.join(",") }),
      key: (key) => this.key(key),
    });
    this.formulas = element("div", { class: "formulas" });
    this.presetChips = chips({
      legend: common.presets,
      name: "preset",
      choices: Object.keys(presets).map((preset) => ({ value: preset, label: this.text.presets[preset] })),
      onchange: (preset) => this.choose(preset),
    });
    this.own = fieldInput({
      legend: common.ownField,
      labels: ["P =", "Q ="],
      explain: (error) => lab.text.explain(error),
      onchange: (field) => this.lab.change({ F: field }),
    });
    this.table = element("tbody");
  }

  /** Puts the page together; called once the bench's own parts exist. */
  assemble() {
    const { common } = this.lab.text;
    this.stage = element("div", { class: "stage" }, this.plane.picture.element, this.toolbar(),
      element("div", { class: "layers" }, ...this.layerControls()),
      element("p", { id: "plane-description", class: "spoken" }, `${this.text.description} ${common.keys}`));
    this.panel = element("div", { class: "panel" },
      element("h1", {}, this.text.title), element("p", { class: "lead" }, this.text.lead),
      this.presetChips.element, this.own.element, this.formulas, this.readout.element, ...this.controls(),
      this.tries(), this.values());
    this.update(null);
  }

  toolbar() {
    const { common } = this.lab.text;
    const button = (name, shape, action) => element("button", {
      type: "button", class: "tool", title: name, "aria-label": name, onclick: action,
    }, icon(shape));
    this.playButton = button(common.pause, "pause", () => this.lab.clock.toggle());
    const buttons = [
      this.playButton,
      button(this.text.restart ?? common.restart, "restart", () => this.restart()),
      button(common.zoomOut, "minus", () => this.plane.zoom(0.8)),
      button(common.zoomIn, "plus", () => this.plane.zoom(1.25)),
      button(common.fit, "fit", () => this.lab.change({ view: null })),
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

  /** What a bench adds below its readings. @returns {HTMLElement[]} */
  controls() {
    return [];
  }

  /** The switches of the layers, beside the picture that they change. @returns {HTMLElement[]} */
  layerControls() {
    const { common } = this.lab.text;
    this.layerSwitches = switches({
      legend: common.show,
      choices: this.layers.map((layer) => ({ value: layer, label: common.layers[layer] })),
      onchange: (on) => this.show([...on, ...this.lab.scene.list("show").filter((name) => !this.layers.includes(name))]),
    });
    if (this.colors.length === 0) return [this.layerSwitches.element];
    this.colorChips = chips({
      legend: common.colorBy,
      name: "color",
      choices: ["none", ...this.colors].map((color) => ({ value: color, label: common.colors[color] })),
      onchange: (color) => this.show([
        ...this.lab.scene.list("show").filter((name) => !this.colors.includes(name)),
        ...(color === "none" ? [] : [color])]),
    });
    return [this.layerSwitches.element, this.colorChips.element];
  }

  /** @param {string[]} names */
  show(names) {
    this.lab.change({ show: names.length === 0 ? "none" : names.join(",") }, { step: true });
  }

  tries() {
    const { common } = this.lab.text;
    const items = this.text.tries.map(({ text, set }) => element("li", {}, text, " ",
      set && element("button", {
        type: "button", class: "link", onclick: () => this.lab.change({ view: null, ...set }, { step: true }),
      }, common.showMe)));
    return element("section", { class: "tries" },
      element("h2", { class: "heading" }, common.tries), element("ul", {}, ...items));
  }

  /** A table of values for those who cannot see the picture, folded away for those who can. */
  values() {
    const { common } = this.lab.text;
    this.valuesFold = element("details", { class: "values", ontoggle: () => this.fillTable() },
      element("summary", {}, common.valuesTitle),
      element("table", {}, element("thead", {}, element("tr", {}, ...this.tableHead().map((name) => (
        element("th", { scope: "col" }, name))))), this.table));
    return this.valuesFold;
  }

  tableHead() {
    const { common } = this.lab.text;
    return [common.point, common.value, common.length, common.divergence, common.curl];
  }

  /** Reads the field on a lattice of 3 × 3 points of what is shown. */
  fillTable() {
    const frame = this.plane.frame;
    if (!frame || !(/** @type {any} */ (this.valuesFold).open)) return;
    const at = (from, to, part) => this.plane.rounded(from + (to - from) * part);
    const scenes = [];
    for (const up of [5 / 6, 1 / 2, 1 / 6]) {
      for (const right of [1 / 6, 1 / 2, 5 / 6]) {
        const x = at(frame.xMin, frame.xMax, right);
        const y = at(frame.yMin, frame.yMax, up);
        scenes.push(`v1;field;F=${this.lab.scene.get("F")};probe=${x},${y}`);
      }
    }
    this.lab.studio.readings(scenes, (readings) => {
      this.table.replaceChildren(...readings.filter(Boolean).map(({ text }) => element("tr", {},
        element("th", { scope: "row" }, text.point),
        ...[text.value, text.length, text.divergence, text.curl].map((value) => element("td", {}, value)))));
    });
  }

  /** @param {string} preset */
  choose(preset) {
    this.lab.change({ F: this.presets[preset], view: null }, { step: true });
    this.restart();
    this.announce();
  }

  draw() {
    const slow = this.lab.scene.list("show").includes("streamlines");
    this.lab.picture(0, this.plane.picture, (words) => {
      this.plane.draw(words);
      this.drawn();
    }, slow);
  }

  /** Called when the picture is on the screen. */
  drawn() {
    clearTimeout(this.tableTimer);
    this.tableTimer = setTimeout(() => this.fillTable(), 300);
  }

  /**
   * Shows the scene and its readings.
   *
   * @param {string[] | null} changed the keys that changed, null for all
   */
  update(changed) {
    const { scene, reading } = this.lab;
    const field = scene.get("F");
    if (changed === null || changed.includes("F")) {
      const same = (other) => components(other).join() === components(field).join();
      const preset = Object.keys(this.presets).find((name) => same(this.presets[name]));
      this.presetChips.select(preset ?? null);
      this.own.set(field);
      this.formulas.replaceChildren(...[reading.formula, reading.divergenceFormula, reading.curlFormula]
        .filter(Boolean).map((markup) => element("div", { class: "formula" }, formula(markup))));
    }
    this.layerSwitches.select(scene.list("show"));
    this.colorChips?.select(this.colors.find((color) => scene.list("show").includes(color)) ?? "none");
    this.read();
    if (changed === null || changed.some((key) => ["F", "view", "show", "seed"].includes(key))) this.draw();
    this.plane.picture.repaint();
    this.followClock();
  }

  /** Starts or stops the clock, as the scene needs it, and shows it on the button. */
  followClock() {
    const moving = this.moves();
    const { common } = this.lab.text;
    this.lab.clock.run(moving ? (duration) => this.tick(duration) : null);
    const name = this.lab.clock.playing ? common.pause : common.play;
    this.playButton?.replaceChildren(icon(this.lab.clock.playing ? "pause" : "play"));
    this.playButton?.setAttribute("aria-label", name);
    this.playButton?.setAttribute("title", name);
    this.playButton?.toggleAttribute("disabled", !moving);
  }

  announce() {
    this.lab.announcer.say(this.spoken());
  }

  /** @param {string} key @returns {boolean} */
  key(key) {
    return false;
  }

  close() {
    clearTimeout(this.tableTimer);
    this.lab.clock.run(null);
    this.plane.picture.close();
  }
}
