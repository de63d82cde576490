import { chips, rove, switches } from "./controls.js";
import { element, icon } from "./element.js";
import { formulaInput, sameFormula } from "./expression.js";
import { formula } from "./formula.js";
import { parameterSliders } from "./parameters.js";

/** @typedef {import("./lab.js").Lab} Lab */

/**
 * A preset: its formula, or all the keys of a scene that it sets.
 *
 * @typedef {string | Record<string, string>} Preset
 */

/**
 * What all benches with a formula share: presets, one's own formula and its parameters, derivatives, layers, things to
 * try, the table of values and the clock. A bench adds its picture (`surface`), what it measures (`readout`), and what
 * the hand holds.
 */
export class FormulaBench {
  /**
   * @param {Lab} lab
   * @param {string} name
   * @param {object} parts
   * @param {Record<string, Preset>} parts.presets
   * @param {string[]} parts.labels of the formula's components
   * @param {string} [parts.key] of the formula in a scene
   * @param {string[]} [parts.layers]
   * @param {string[]} [parts.colors] layers that colour the plane, of which one is shown at a time
   * @param {string[]} [parts.formulas] keys of the readings that are shown as formulas
   */
  constructor(lab, name, { presets, labels, key = "F", layers = [], colors = [], formulas }) {
    this.lab = lab;
    this.name = name;
    this.text = lab.text[name];
    this.presets = presets;
    this.formulaKey = key;
    this.count = labels.length;
    this.layers = layers;
    this.colors = colors;
    this.shownFormulas = formulas ?? ["formula", "divergenceFormula", "curlFormula"];
    const { common } = lab.text;
    this.formulas = element("div", { class: "formulas" });
    this.presetChips = chips({
      legend: common.presets,
      name: "preset",
      choices: Object.keys(presets).map((preset) => ({ value: preset, label: this.text.presets[preset] })),
      onchange: (preset) => this.choose(preset),
    });
    this.own = formulaInput({
      legend: this.text.ownField ?? common.ownField,
      labels,
      where: common.where,
      explain: (error) => lab.text.explain(error),
      onchange: (text) => this.write(text),
    });
    this.parameters = parameterSliders(common.parameters, (settings) => this.lab.change({ with: settings }));
    this.table = element("tbody");
    /** @type {any} */
    this.tableTimer = 0;
  }

  /** The texts of derivations, for the readings. */
  get trails() {
    const { trail } = this.lab.text.common;
    return { ...trail, onchange: (trails) => this.lab.change({ trail: trails.length ? trails.join(",") : null }) };
  }

  /** Puts the page together; called once the bench's own parts exist. */
  assemble() {
    const { common } = this.lab.text;
    const layers = this.layerControls();
    this.stage = element("div", { class: "stage" }, this.surface.picture.element, this.toolbar(),
      layers.length > 0 ? element("div", { class: "layers" }, ...layers) : null,
      element("p", { id: "plane-description", class: "spoken" }, `${this.text.description} ${this.text.keys ?? common.keys}`));
    this.panel = element("div", { class: "panel" },
      element("h1", {}, this.text.title), element("p", { class: "lead" }, this.text.lead),
      this.presetChips.element, this.own.element, this.parameters.element, this.formulas, this.readout.element,
      ...this.controls(), this.tries(), this.values());
    this.update(null);
  }

  /** The picture with the hand on it. @returns {import("./plane.js").Plane} */
  get surface() {
    throw new Error("a bench has a surface");
  }

  toolbar() {
    const { common } = this.lab.text;
    const button = (name, shape, action) => element("button", {
      type: "button", class: "tool", title: name, "aria-label": name, onclick: action,
    }, icon(shape));
    this.playButton = this.canMove ? button(common.pause, "pause", () => this.toggle()) : null;
    const restart = this.text.restart ?? common.restart;
    const buttons = [
      this.playButton,
      this.canMove ? button(restart, "restart", () => this.restart()) : null,
      button(common.zoomOut, "minus", () => this.surface.zoom(0.8)),
      button(common.zoomIn, "plus", () => this.surface.zoom(1.25)),
      button(common.fit, "fit", () => this.fit()),
      element("button", {
        type: "button", class: "tool help", title: common.help, "aria-label": common.help,
        onclick: () => document.dispatchEvent(new CustomEvent("nabla-help")),
      }, "?"),
    ].filter((each) => each !== null);
    const bar = element("div", { class: "toolbar", role: "toolbar", "aria-label": common.tools },
      ...buttons, element("p", { class: "hint" }, this.text.hint));
    rove(bar, buttons);
    return bar;
  }

  /** Whether anything of the bench can move by itself. */
  get canMove() {
    return true;
  }

  /** Shows the first view again. */
  fit() {
    this.lab.change({ view: null });
  }

  /** What a bench adds below its readings. @returns {HTMLElement[]} */
  controls() {
    return [];
  }

  /** The switches of the layers, beside the picture that they change. @returns {HTMLElement[]} */
  layerControls() {
    const { common } = this.lab.text;
    if (this.layers.length === 0) return [];
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
        type: "button", class: "link",
        onclick: () => this.lab.change({ ...this.opening, ...set }, { step: true }),
      }, common.showMe)));
    const list = element("ul", {}, ...items);
    rove(list, [...list.querySelectorAll("button")]);
    return element("section", { class: "tries" }, element("h2", { class: "heading" }, common.tries), list);
  }

  /** The keys that a preset or a thing to try begins anew. @returns {Record<string, null>} */
  get opening() {
    return { view: null, with: null };
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

  /** What a row of the table shows of a reading's texts, the point first. */
  tableRow({ point, value, length, divergence, curl }) {
    return [point, value, length, divergence, curl];
  }

  /** The scenes whose readings are the rows of the table. @returns {string[]} */
  tableScenes() {
    return [];
  }

  /** The formula and its parameters, as parts of a scene. */
  get formulaParts() {
    const { scene } = this.lab;
    const settings = scene.get("with");
    return `${this.formulaKey}=${scene.get(this.formulaKey)}${settings ? `;with=${settings}` : ""}`;
  }

  fillTable() {
    if (!this.surface.frame || !(/** @type {any} */ (this.valuesFold).open)) return;
    this.lab.studio.readings(this.tableScenes(), (readings) => {
      this.table.replaceChildren(...readings.filter(Boolean).map(({ text }) => {
        const [point, ...cells] = this.tableRow(text);
        return element("tr", {}, element("th", { scope: "row" }, point), ...cells.map((cell) => element("td", {}, cell)));
      }));
    });
  }

  /**
   * Takes a formula that was typed. Values of parameters that it does not have any more are let go.
   *
   * @param {string} text
   */
  write(text) {
    let settings = this.lab.scene.list("with");
    for (;;) {
      const error = this.lab.change({ [this.formulaKey]: text, with: settings.length ? settings.join(",") : null });
      const kept = settings.filter((setting) => setting.split("=")[0] !== error?.found);
      if (error?.code !== "unknownParameter" || kept.length === settings.length) return error;
      settings = kept;
    }
  }

  /** What a preset sets. @param {string} name @returns {Record<string, string>} */
  preset(name) {
    const preset = this.presets[name];
    return typeof preset === "string" ? { [this.formulaKey]: preset } : preset;
  }

  /** @param {string} preset */
  choose(preset) {
    this.lab.change({ ...this.opening, ...this.preset(preset) }, { step: true });
    this.restart();
    this.announce();
  }

  draw() {
    const shown = this.lab.scene.list("show");
    const slow = ["streamlines", "critical"].some((layer) => shown.includes(layer));
    this.lab.picture(0, this.surface.picture, (words) => {
      this.surface.draw(words);
      this.drawn();
    }, slow);
  }

  /** Called when the picture is on the screen. */
  drawn() {
    clearTimeout(this.tableTimer);
    this.tableTimer = setTimeout(() => this.fillTable(), 300);
  }

  /** The keys whose change asks for a new picture. */
  get drawnKeys() {
    return [this.formulaKey, "with", "view", "show", "seed"];
  }

  /**
   * Shows the scene and its readings.
   *
   * @param {string[] | null} changed the keys that changed, null for all
   */
  update(changed) {
    const { scene, reading } = this.lab;
    const text = scene.get(this.formulaKey);
    if (changed === null || changed.includes(this.formulaKey)) {
      const preset = Object.keys(this.presets).find((name) => (
        sameFormula(this.preset(name)[this.formulaKey], text, this.count)));
      this.presetChips.select(preset ?? null);
      this.own.set(text);
      this.formulas.replaceChildren(...this.shownFormulas.map((key) => reading[key])
        .filter(Boolean).map((markup) => element("div", { class: "formula" }, formula(markup))));
      this.letScroll();
    }
    this.parameters.set(reading.parameters ?? []);
    this.layerSwitches?.select(scene.list("show"));
    this.colorChips?.select(this.colors.find((color) => scene.list("show").includes(color)) ?? "none");
    this.read();
    this.readout.unfold(reading.trail);
    if (changed === null || changed.some((key) => this.drawnKeys.includes(key))) this.draw();
    this.surface.picture.repaint();
    this.followClock();
  }

  /** Formulas wider than their box are reached by the keyboard. */
  letScroll() {
    requestAnimationFrame(() => {
      const wide = this.formulas.scrollWidth > this.formulas.clientWidth;
      if (wide) this.formulas.tabIndex = 0;
      else this.formulas.removeAttribute("tabindex");
    });
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

  /** Plays or pauses. */
  toggle() {
    this.lab.clock.toggle();
  }

  /** Whether something moves in this scene. */
  moves() {
    return false;
  }

  /** Lets time pass. @param {number} duration in seconds */
  tick(duration) {}

  /** Starts the motion again. */
  restart() {}

  announce() {
    this.lab.announcer.say(this.spoken());
  }

  /** @param {string} key @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  key(key, event) {
    return false;
  }

  close() {
    clearTimeout(this.tableTimer);
    this.lab.clock.run(null);
    this.surface.picture.close();
  }
}
