import { labelFont } from "./canvas.js";
import { readout } from "./controls.js";
import { arrow, dot, label } from "./marks.js";
import { Particles } from "./particles.js";
import { PlaneBench } from "./plane-bench.js";

export const fieldDefaults = { F: "-y, x", view: "-3,3,-3,3", show: "arrows,particles", seed: "1" };

const presets = {
  descent: "-x, -y",
  source: "x, y",
  vortex: "-y, x",
  saddle: "x, -y",
  shear: "y, 0",
  uniform: "1, 0",
  spiral: "-x - y, x - y",
};

/** The bench of the field: arrows, streamlines, particles, and a probe that reads the vector exactly. */
export class FieldBench extends PlaneBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "field", {
      presets, layers: ["arrows", "streamlines", "particles"], colors: ["magnitude", "divergence", "curl"],
    });
    const { rows } = this.text;
    this.readout = readout("", [
      { id: "value", symbol: "F", name: rows.value },
      { id: "length", symbol: "|F|", name: rows.length },
      { id: "divergence", symbol: "∇·F", name: rows.divergence },
      { id: "curl", symbol: "∇×F", name: rows.curl },
    ]);
    /** @type {Particles | null} */
    this.particles = null;
    this.assemble();
  }

  get probe() {
    return this.lab.reading.point;
  }

  read() {
    const { text, signs, divergence, curl } = this.lab.reading;
    const { common } = this.lab.text;
    const tell = (id, value, sentences) => (Number.isFinite(value)
      ? this.readout.set(id, text[id], sentences[signs[id] + 1]) : this.readout.set(id, "–", common.noValue));
    this.readout.caption(this.text.at(text.point));
    this.readout.set("value", this.valueText());
    this.readout.set("length", Number.isFinite(this.lab.reading.length) ? text.length : "–");
    tell("divergence", divergence, common.divergenceSign);
    tell("curl", curl, common.curlSign);
  }

  /** The vector, or that there is none. */
  valueText() {
    const { text, length } = this.lab.reading;
    return Number.isFinite(length) ? text.value : this.lab.text.common.undefined;
  }

  /** @param {number} x @param {number} y */
  hover(x, y) {
    this.move(this.plane.rounded(x), this.plane.rounded(y));
  }

  focus() {
    return this.probe;
  }

  move(x, y) {
    this.lab.change({ probe: `${x},${y}` });
    this.announce();
  }

  handles() {
    return [];
  }

  spoken() {
    return this.text.spoken(this.lab.reading.text);
  }

  moves() {
    return this.lab.scene.list("show").includes("particles");
  }

  restart() {
    this.particles = null;
    this.plane.picture.repaint();
  }

  /** @param {number} duration */
  tick(duration) {
    const frame = this.plane.frame;
    if (!frame) return;
    const { core, scene } = this.lab;
    // The particles fill what is shown, which is more than the scene's view where the picture has another shape.
    this.lab.elsewhere(`view=${frame.xMin},${frame.xMax},${frame.yMin},${frame.yMax}`, () => {
      if (!this.particles) {
        const count = Math.round(Math.min(3000, Math.max(200, (frame.width * frame.height) / 600)));
        this.particles = new Particles(count);
        core.resetParticles(count, Number(scene.get("seed")));
      }
      this.particles.add(core.stepParticles(duration * this.particles.pace), duration);
    });
    this.particles.adjustPace(this.plane.scale, duration);
    this.plane.picture.paintOverlay();
  }

  /** @param {string[] | null} changed */
  update(changed) {
    if (changed === null || changed.some((key) => key === "F" || key === "show" || key === "seed")) this.particles = null;
    super.update(changed);
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const frame = /** @type {import("./canvas.js").Frame} */ (plane.frame);
    const { lab } = this;
    if (this.moves()) this.particles?.paint(context, plane, lab.color("particle"));
    const [x, y] = this.probe;
    const [pixelX, pixelY] = plane.toPixel(x, y);
    if (!plane.contains(pixelX, pixelY)) return;
    const [ink, paper] = [lab.color("accent"), lab.color("paper")];
    const [u, v] = lab.reading.value;
    const length = Math.hypot(u, v);
    const shown = Math.min(Math.max(length * plane.scale * 0.3, 32), frame.width / 3);
    const drawn = length > 0 && Number.isFinite(length);
    const [right, down] = drawn ? [(u / length) * shown, (-v / length) * shown] : [0, 0];
    arrow(context, pixelX, pixelY, pixelX + right, pixelY + down, ink, paper);
    dot(context, pixelX, pixelY, ink, paper);
    context.font = labelFont(13, 600);
    label(context, this.valueText(), pixelX, pixelY, frame, right, down, lab.color("ink"), paper);
  }
}
