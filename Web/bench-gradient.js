import { labelFont } from "./canvas.js";
import { readout, rove, slider } from "./controls.js";
import { CriticalList } from "./critical.js";
import { Dial } from "./dial.js";
import { element } from "./element.js";
import { arrow, clipTo, dot, label, strokeCased } from "./marks.js";
import { Picture } from "./picture.js";
import { PlaneBench } from "./plane-bench.js";

export const gradientDefaults = {
  f: "4 exp(-(x^2 + y^2)/4)", with: "", trail: "", view: "-3,3,-3,3", probe: "1,2", direction: "0",
  show: "height,contours", seed: "1",
};

const presets = {
  hill: "4 exp(-(x^2 + y^2)/4)",
  saddle: "(x^2 - y^2)/2",
  monkey: { f: "(x^3 - 3x y^2)/3", view: "-2,2,-2,2" },
  himmelblau: { f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", probe: "-1,2" },
  ravine: { f: "((1 - x)^2 + b (y - x^2)^2)/100 where b = 100 in 1…100", view: "-2,2,-1,3", probe: "-0.5,1.5" },
  wave: "sin(k x + l y) where k = 1 in 0…3, l = 0.5 in 0…3",
};

/** The bench of the gradient: a hill with its level lines, and a dial that asks for the slope in a direction. */
export class GradientBench extends PlaneBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "gradient", {
      presets, key: "f", labels: ["f ="], layers: ["height", "contours", "arrows", "critical"],
      formulas: ["formula", "gradientFormula", "laplacianFormula"],
    });
    const { rows } = this.text;
    this.dial = new Dial(lab);
    this.readout = readout("", [
      { id: "value", symbol: "f", name: rows.value },
      { id: "gradient", symbol: "∇f", name: rows.gradient, trail: "gradient" },
      { id: "length", symbol: "|∇f|", name: rows.length },
      { id: "slope", symbol: element("span", {}, "D", element("sub", {}, "u"), "f"), name: rows.slope },
      { id: "laplacian", symbol: "∇²f", name: rows.laplacian, trail: "laplacian" },
      { id: "hessian", symbol: "H", name: rows.hessian, trail: "hessian" },
    ], this.trails);
    this.direction = slider({
      label: this.text.direction, min: 0, max: 359, step: 1, oninput: (degrees) => this.dial.turnTo(degrees),
    });
    this.curve = new Picture({ name: "curve", label: this.text.curveLabel, request: () => this.drawCurve() });
    this.shortcuts = element("div", { class: "row shortcuts", role: "group", "aria-label": this.text.turnTo },
      ...Object.entries(this.text.turns).map(([turn, name]) => element("button", {
        type: "button", class: "shortcut", onclick: () => this.turn(turn),
      }, name)));
    rove(this.shortcuts, /** @type {HTMLElement[]} */ ([...this.shortcuts.children]));
    /** The level line through the probe. @type {{ x: Float32Array, y: Float32Array } | null} */
    this.line = null;
    this.critical = new CriticalList(lab, this.text.types);
    this.assemble();
  }

  get canMove() {
    return false;
  }

  controls() {
    return [this.direction.element, this.shortcuts, this.curve.element, this.critical.element];
  }

  get probe() {
    return this.lab.reading.point;
  }

  /** @param {string} turn */
  turn(turn) {
    this.dial.turnToward({ up: 0, level: 90, down: 180 }[turn] ?? 0);
    this.announce();
  }

  read() {
    const { text, value, length, direction, critical, laplacian } = this.lab.reading;
    const { common } = this.lab.text;
    const known = (number, shown) => (Number.isFinite(number) ? shown : "–");
    this.readout.caption(this.text.at(text.point));
    this.readout.set("value", Number.isFinite(value) ? text.value : common.undefined);
    this.readout.set("gradient", known(length, text.gradient), critical ? this.text.critical[critical] : "");
    this.readout.set("length", known(length, text.length));
    this.readout.set("slope", known(direction.slope, text.slope), this.text.verdicts[direction.verdict](text));
    this.readout.set("laplacian", known(laplacian, text.laplacian), Number.isFinite(laplacian)
      ? this.text.laplacianSign[Math.sign(laplacian) + 1] : "");
    this.readout.set("hessian", known(laplacian, text.hessian.join("\n")));
    this.direction.set(Math.round(direction.degrees) % 360, text.direction);
    this.curve.relabel(this.text.curveSpoken(text));
    this.critical.read();
  }

  focus() {
    return this.probe;
  }

  move(x, y) {
    this.lab.change({ probe: `${x},${y}` });
    this.announce();
  }

  key(key, event) {
    const used = this.dial.key(key, event);
    if (used) this.announce();
    return used;
  }

  handles() {
    return this.dial.handles(this.plane, (x, y) => this.move(this.plane.rounded(x), this.plane.rounded(y)));
  }

  spoken() {
    const { reading } = this.lab;
    return this.text.spoken(reading.text, this.text.verdicts[reading.direction.verdict](reading.text));
  }

  tableHead() {
    const { common } = this.lab.text;
    return [common.point, this.text.rows.value, this.text.rows.gradient, this.text.rows.length];
  }

  tableRow({ point, value, gradient, length }) {
    return [point, value, gradient, length];
  }

  tableScenes() {
    return this.lattice().map(([x, y]) => `v1;gradient;${this.formulaParts};probe=${x},${y}`);
  }

  drawCurve() {
    this.lab.picture(1, this.curve, (words) => this.curve.draw(words));
  }

  drawn() {
    super.drawn();
    this.dial.fit(this.plane);
    this.trace();
  }

  /** Finds the level line through the probe in all that is shown. */
  trace() {
    const frame = this.plane.frame;
    if (!frame) return;
    const view = `view=${frame.xMin},${frame.xMax},${frame.yMin},${frame.yMax}`;
    this.line = this.lab.elsewhere(view, () => this.lab.core.levelLine());
    this.plane.picture.repaint();
  }

  /** @param {string[] | null} changed */
  update(changed) {
    super.update(changed);
    if (changed === null || !changed.every((key) => key === "trail")) this.drawCurve();
    if (changed?.includes("probe")) this.trace();
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const { lab } = this;
    const frame = /** @type {import("./canvas.js").Frame} */ (plane.frame);
    const [accent, ink, paper] = ["accent", "ink", "paper"].map((name) => lab.color(name));
    clipTo(context, frame);
    this.paintLine(context, plane, accent, paper);
    context.restore();
    const [x, y] = plane.toPixel(this.probe[0], this.probe[1]);
    if (!plane.contains(x, y)) return;
    this.dial.paint(context, plane, { accent, ink, paper });
    const [gx, gy] = lab.reading.gradient;
    const { length } = lab.reading;
    const drawn = length > 0 && Number.isFinite(length);
    // The arrow of the gradient ends on the dial's ring when it is as steep as one, and never runs out of the picture.
    const shown = Math.min(Math.max(length * this.dial.radius, 26), frame.width / 3);
    const [right, down] = drawn ? [(gx / length) * shown, (-gy / length) * shown] : [0, 0];
    arrow(context, x, y, x + right, y + down, accent, paper);
    dot(context, x, y, accent, paper);
    if (!drawn) return;
    context.font = labelFont(13, 600);
    label(context, "∇f", x + right, y + down, frame, -right, -down, ink, paper);
  }

  paintLine(context, plane, accent, paper) {
    if (!this.line || this.line.x.length < 2) return;
    const { x, y } = this.line;
    context.beginPath();
    for (let at = 0; at < x.length; at += 1) context.lineTo(...plane.toPixel(x[at], y[at]));
    strokeCased(context, accent, paper, 1.8);
  }

  close() {
    super.close();
    this.curve.close();
  }
}
