import { readout, slider } from "./controls.js";
import { clipTo, knob, strokeCased } from "./marks.js";
import { PlaneBench } from "./plane-bench.js";
import { Round } from "./round.js";

export const divergenceDefaults = {
  F: "x, y", with: "", trail: "", view: "-3,3,-3,3", show: "arrows,dye", seed: "1",
};

const presets = {
  source: "x, y",
  sink: "-x, -y",
  incompressible: "x, -y",
  waves: "sin(x), sin(y)",
  pointSource: "x/(x^2 + y^2), y/(x^2 + y^2)",
};

/** The bench of the divergence: flux through a circle beside the divergence inside it, and a drop of dye. */
export class DivergenceBench extends PlaneBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "divergence", { presets, layers: ["arrows", "divergence", "dye"] });
    const { rows } = this.text;
    this.round = new Round(lab, "circle");
    this.readout = readout(this.text.readout, [
      { id: "flux", symbol: "∮F·n ds", name: rows.flux },
      { id: "integral", symbol: "∬∇·F dA", name: rows.integral },
      { id: "centre", symbol: "∇·F", name: rows.centre, trail: "divergence" },
      { id: "dye", symbol: "A/A₀", name: rows.dye },
    ], this.trails);
    this.radius = slider({
      label: lab.text.common.radius, min: 0.05, max: 3, step: 0.05, oninput: (radius) => this.round.resize(radius),
    });
    /** The outline of the drop, and how much it has grown. @type {import("./core.js").Drop | null} */
    this.dye = null;
    this.assemble();
  }

  controls() {
    return [this.radius.element];
  }

  read() {
    const { reading } = this.lab;
    const { value, error } = reading.flux;
    const sign = Math.abs(value) <= Math.max(error, 1e-9) ? 0 : Math.sign(value);
    this.readout.set("flux", reading.flux.text, this.text.fluxSign[sign + 1]);
    this.readout.set("integral", reading.integral.text);
    this.readout.set("centre", reading.text.centreDivergence);
    this.readDye();
    this.radius.set(this.round.place[2], reading.text.radius);
  }

  readDye() {
    this.readout.set("dye", this.moves() && this.dye ? this.dye.ratio.toFixed(3) : "–");
  }

  focus() {
    return /** @type {[number, number]} */ (this.round.place.slice(0, 2));
  }

  move(x, y) {
    this.round.move(x, y);
    this.announce();
  }

  key(key, event) {
    return this.round.key(key, event);
  }

  handles() {
    return this.round.handles(this.plane);
  }

  spoken() {
    return this.text.spoken(this.lab.reading, this.round.place);
  }

  moves() {
    return this.lab.scene.list("show").includes("dye");
  }

  restart() {
    this.dye = this.lab.core.resetDye();
    this.readDye();
    this.plane.picture.repaint();
  }

  /** @param {number} duration */
  tick(duration) {
    this.dye = this.lab.core.stepDye(duration);
    if (this.isSpent(this.dye)) this.restart();
    this.readDye();
    this.plane.picture.paintOverlay();
  }

  /** A drop that has left the picture, or has shrunk to a dot, is spent. @param {import("./core.js").Drop} dye */
  isSpent({ x, y }) {
    const frame = this.plane.frame;
    if (!frame) return false;
    const [left, right, low, high] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
    const covers = left < frame.xMin && right > frame.xMax && low < frame.yMin && high > frame.yMax;
    const outside = right < frame.xMin || left > frame.xMax || high < frame.yMin || low > frame.yMax;
    const dot = (right - left) * this.plane.scale < 3 && (high - low) * this.plane.scale < 3;
    return covers || outside || dot;
  }

  /** @param {string[] | null} changed */
  update(changed) {
    super.update(changed);
    if (changed === null || changed.some((key) => key === "F" || key === "with" || key === "circle" || key === "show")) this.restart();
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const { lab } = this;
    const [ink, paper] = [lab.color("accent"), lab.color("paper")];
    clipTo(context, /** @type {any} */ (plane.frame));
    if (this.moves() && this.dye) this.paintDye(context, plane, ink);
    this.round.trace(context, plane);
    strokeCased(context, lab.color("ink"), paper, 2);
    context.restore();
    const [rimX, rimY] = this.round.rim(plane);
    knob(context, rimX, rimY, ink, paper);
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane @param {string} ink */
  paintDye(context, plane, ink) {
    const { x, y } = /** @type {import("./core.js").Drop} */ (this.dye);
    context.beginPath();
    for (let i = 0; i < x.length; i += 1) context.lineTo(...plane.toPixel(x[i], y[i]));
    context.closePath();
    context.fillStyle = ink;
    context.globalAlpha = 0.3;
    context.fill("evenodd");
    context.globalAlpha = 1;
    context.strokeStyle = ink;
    context.lineWidth = 1.5;
    context.stroke();
  }
}
