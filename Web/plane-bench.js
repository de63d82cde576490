import { FormulaBench } from "./formula-bench.js";
import { Plane } from "./plane.js";

/** @typedef {import("./lab.js").Lab} Lab */

/**
 * What the benches of the plane share: the plane itself, with coordinates, an overlay and the hand on it.
 */
export class PlaneBench extends FormulaBench {
  /**
   * @param {Lab} lab
   * @param {string} name
   * @param {object} parts
   * @param {Record<string, import("./formula-bench.js").Preset>} parts.presets
   * @param {string[]} parts.layers
   * @param {string[]} [parts.colors]
   * @param {string[]} [parts.labels]
   * @param {string} [parts.key]
   * @param {string[]} [parts.formulas]
   */
  constructor(lab, name, { labels = ["P =", "Q ="], ...parts }) {
    super(lab, name, { labels, ...parts });
    const bench = this;
    this.plane = new Plane({ label: this.text.label, description: "plane-description" }, {
      request: () => this.draw(),
      paint: (context, plane) => this.paint(context, plane),
      handles: () => this.handles(),
      get hover() { return bench.hovers ? (x, y) => bench.hover(x, y) : null; },
      focus: () => this.focus(),
      move: (x, y) => this.move(x, y),
      view: () => this.lab.scene.numbers("view"),
      look: (view) => this.lab.change({ view: view && view.join(",") }),
      key: (key, event) => this.key(key, event),
    });
  }

  get surface() {
    return this.plane;
  }

  /** Whether pointing at the plane does something. */
  get hovers() {
    return false;
  }

  /** @param {number} x @param {number} y */
  hover(x, y) {}

  /** Points of a lattice of 3 × 3 of what is shown. @returns {[number, number][]} */
  lattice() {
    const frame = this.plane.frame;
    if (!frame) return [];
    const at = (from, to, part) => this.plane.rounded(from + (to - from) * part);
    return [5 / 6, 1 / 2, 1 / 6].flatMap((up) => [1 / 6, 1 / 2, 5 / 6].map((right) => (
      /** @type {[number, number]} */ ([at(frame.xMin, frame.xMax, right), at(frame.yMin, frame.yMax, up)]))));
  }

  tableScenes() {
    return this.lattice().map(([x, y]) => `v1;field;${this.formulaParts};probe=${x},${y}`);
  }
}
