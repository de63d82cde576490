import { readout, slider } from "./controls.js";
import { clipTo, knob, strokeCased } from "./marks.js";
import { PlaneBench } from "./plane-bench.js";
import { Round } from "./round.js";

export const divergenceDefaults = {
  F: "x, y", view: "-3,3,-3,3", circle: "0,0,1", show: "arrows,divergence,dye", seed: "1",
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
      { id: "centre", symbol: "∇·F", name: rows.centre },
      { id: "dye", symbol: "A/A₀", name: rows.dye },
    ]);
    this.radius = slider({
      label: lab.text.common.radius, min: 0.05, max: 3, step: 0.05, oninput: (radius) => this.round.resize(radius),
    });
    /** @type {Float32Array | null} */
    this.dye = null;
    this.sinceReading = 0;
    this.assemble();
  }

  controls() {
    return [this.radius.element];
  }

  read() {
    const { reading } = this.lab;
    const sign = Math.abs(reading.flux.value) <= 1e-9 ? 1 : Math.sign(reading.flux.value) + 1;
    this.readout.set("flux", reading.flux.text, this.text.fluxSign[sign]);
    this.readout.set("integral", reading.integral.text);
    this.readout.set("centre", reading.text?.centreDivergence ?? String(reading.centreDivergence));
    this.readout.set("dye", reading.dye?.text?.ratio ?? reading.dye?.text ?? "");
    this.radius.set(this.round.place[2], String(this.round.place[2]));
  }

  focus() {
    return /** @type {[number, number]} */ (this.round.place.slice(0, 2));
  }

  move(x, y) {
    this.round.move(x, y);
    this.announce();
  }

  key(key) {
    return this.round.key(key);
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
    this.lab.core.resetDye();
    this.dye = this.lab.core.stepDye(0);
    this.lab.read();
    this.read();
    this.plane.picture.repaint();
  }

  /** @param {number} duration */
  tick(duration) {
    this.dye = this.lab.core.stepDye(duration);
    this.sinceReading += duration;
    if (this.sinceReading > 0.15) {
      this.sinceReading = 0;
      this.lab.read();
      this.read();
    }
    this.plane.picture.paintOverlay();
  }

  /** @param {string[] | null} changed */
  update(changed) {
    super.update(changed);
    if (changed === null || changed.some((key) => key === "F" || key === "circle" || key === "show")) this.restart();
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
    const dye = /** @type {Float32Array} */ (this.dye);
    const count = dye.length / 2;
    context.beginPath();
    for (let i = 0; i < count; i += 1) context.lineTo(...plane.toPixel(dye[i], dye[count + i]));
    context.closePath();
    context.fillStyle = ink;
    context.globalAlpha = 0.45;
    context.fill("evenodd");
    context.globalAlpha = 1;
    context.strokeStyle = ink;
    context.lineWidth = 1.5;
    context.stroke();
  }
}
