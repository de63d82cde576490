import { readout, slider, switches } from "./controls.js";
import { clipTo, knob } from "./marks.js";
import { PlaneBench } from "./plane-bench.js";
import { Round } from "./round.js";
import { paintPath, paintWheel } from "./wheel.js";

export const curlDefaults = {
  F: "-y, x", with: "", trail: "", view: "-3,3,-3,3", show: "arrows", carried: "off", seed: "1",
};

const presets = {
  vortex: "-y, x",
  shear: "y, 0",
  irrotational: "-y/(x^2 + y^2), x/(x^2 + y^2)",
  uniform: "1, 0",
};
const pathLength = 400;

/** The bench of the curl: a paddlewheel in the flow, and the circulation of its rim beside the curl inside. */
export class CurlBench extends PlaneBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "curl", { presets, layers: ["arrows", "curl", "streamlines"] });
    const { rows } = this.text;
    this.round = new Round(lab, "wheel");
    this.readout = readout(this.text.readout, [
      { id: "omega", symbol: "ω", name: rows.omega },
      { id: "limit", symbol: "½ ∇×F", name: rows.limit, trail: "curl" },
      { id: "circulation", symbol: "∮F·dr", name: rows.circulation },
      { id: "integral", symbol: "∬∇×F dA", name: rows.integral },
    ], this.trails);
    this.radius = slider({
      label: lab.text.common.radius, min: 0.05, max: 3, step: 0.05, oninput: (radius) => this.round.resize(radius),
    });
    this.carried = switches({
      legend: this.text.wheel,
      choices: [{ value: "carried", label: this.text.carried }],
      onchange: (on) => this.carry(on.length > 0),
    });
    /** Where the wheel is now and how it turns. @type {any} */
    this.wheel = null;
    /** @type {[number, number][]} */
    this.path = [];
    this.sinceReading = 0;
    this.assemble();
  }

  get isCarried() {
    return this.lab.scene.get("carried") === "on";
  }

  controls() {
    return [this.radius.element];
  }

  layerControls() {
    return [...super.layerControls(), this.carried.element];
  }

  /** The place of the wheel now, as the scene writes it. */
  here() {
    return [this.wheel.x, this.wheel.y].map((value) => this.plane.rounded(value)).concat(this.wheel.radius).join(",");
  }

  /** @param {boolean} on */
  carry(on) {
    this.lab.change({ ...(this.wheel && !on ? { wheel: this.here() } : {}), carried: on ? "on" : null }, { step: true });
  }

  read() {
    this.readRim(this.lab.reading);
    this.radius.set(this.round.place[2], this.lab.reading.text.radius);
    this.carried.select(this.isCarried ? ["carried"] : []);
  }

  /** What belongs to the rim. @param {any} reading */
  readRim({ circulation, integral }) {
    this.readout.set("circulation", circulation.text);
    this.readout.set("integral", integral.text, this.text.stokes);
  }

  /** What belongs to the turning wheel. */
  readWheel() {
    const { text, sense } = this.wheel;
    this.readout.set("omega", text.angularVelocity, this.text.senses[sense]);
    this.readout.set("limit", text.limit);
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
    const handles = this.round.handles(this.plane);
    if (!this.isCarried || !this.wheel) return handles;
    // A wheel that drifts is caught where it is, not where it started.
    const [x, y, radius] = this.round.place;
    const [pixelX, pixelY] = this.plane.toPixel(this.wheel.x, this.wheel.y);
    const hub = handles[1];
    return [{
      ...hub, x: this.wheel.x, y: this.wheel.y,
      hit: (toX, toY, reach) => Math.hypot(toX - pixelX, toY - pixelY) < Math.max(reach, radius * this.plane.scale),
    }];
  }

  spoken() {
    return this.text.spoken(this.lab.reading, this.round.place, this.wheel);
  }

  moves() {
    return true;
  }

  restart() {
    this.wheel = this.lab.core.resetWheel();
    this.path = [];
    this.readWheel();
    this.plane.picture.repaint();
  }

  /** @param {number} duration */
  tick(duration) {
    this.wheel = this.lab.core.stepWheel(duration, this.isCarried);
    if (this.isCarried) {
      this.path.push([this.wheel.x, this.wheel.y]);
      if (this.path.length > pathLength) this.path.shift();
      this.catchRunaway();
    }
    this.sinceReading += duration;
    if (this.sinceReading > 0.12) {
      this.sinceReading = 0;
      this.readWheel();
      if (this.isCarried) this.readRim(this.lab.elsewhere(`wheel=${this.here()}`, () => this.lab.core.reading()));
    }
    this.plane.picture.paintOverlay();
  }

  /** A wheel that has drifted out of the picture starts again. */
  catchRunaway() {
    const frame = this.plane.frame;
    if (!frame) return;
    const { x, y } = this.wheel;
    const margin = this.round.place[2];
    const gone = !(x > frame.xMin - margin && x < frame.xMax + margin && y > frame.yMin - margin && y < frame.yMax + margin);
    if (gone) this.restart();
  }

  /** @param {string[] | null} changed */
  update(changed) {
    super.update(changed);
    if (changed === null || changed.some((key) => ["F", "with", "wheel", "carried"].includes(key))) this.restart();
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    if (!this.wheel) return;
    const { lab } = this;
    const colors = { accent: lab.color("accent"), ink: lab.color("ink"), quiet: lab.color("quiet"), paper: lab.color("paper") };
    const radius = this.round.place[2] * plane.scale;
    clipTo(context, /** @type {any} */ (plane.frame));
    paintPath(context, this.path.map(([x, y]) => plane.toPixel(x, y)), colors);
    const [pixelX, pixelY] = plane.toPixel(this.wheel.x, this.wheel.y);
    paintWheel(context, pixelX, pixelY, radius, this.wheel, colors);
    context.restore();
    if (!this.isCarried) {
      const [rimX, rimY] = this.round.rim(plane);
      knob(context, rimX, rimY, colors.accent, colors.paper);
    }
  }
}
