import { labelFont } from "./canvas.js";
import { readout } from "./controls.js";
import { CriticalList } from "./critical.js";
import { LensView } from "./lens.js";
import { arrow, dot, label } from "./marks.js";
import { Particles } from "./particles.js";
import { PlaneBench } from "./plane-bench.js";

export const fieldDefaults = {
  F: "-y, x", with: "", trail: "", view: "-3,3,-3,3", lens: "0.8", show: "arrows,particles", seed: "1",
};

const presets = {
  descent: "-x, -y",
  source: "x, y",
  vortex: "-y, x",
  saddle: "x, -y",
  shear: "y, 0",
  uniform: "1, 0",
  spiral: "-x - y, x - y",
  pendulum: "y, -sin x - b y where b = 0.2 in 0…2",
};

/**
 * The bench of the field: arrows, streamlines, particles, a probe that reads the vector exactly, and a lens that takes
 * the linear part of the field apart.
 */
export class FieldBench extends PlaneBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "field", {
      presets,
      layers: [
        "arrows", "streamlines", "particles", "lens", "critical", "separatrices", "nullclines", "cycles", "texture",
        "strain",
      ],
      colors: ["magnitude", "divergence", "curl"],
    });
    const { rows } = this.text;
    this.readout = readout("", [
      { id: "value", symbol: "F", name: rows.value },
      { id: "length", symbol: "|F|", name: rows.length },
      { id: "divergence", symbol: "∇·F", name: rows.divergence, trail: "divergence" },
      { id: "curl", symbol: "∇×F", name: rows.curl, trail: "curl" },
    ], this.trails);
    this.lens = new LensView(lab, this);
    this.critical = new CriticalList(lab, this.text.lens.types);
    /** @type {Particles | null} */
    this.particles = null;
    this.assemble();
  }

  controls() {
    return [this.lens.element, this.critical.element];
  }

  get probe() {
    return this.lab.reading.point;
  }

  get hasLens() {
    return this.lab.scene.list("show").includes("lens");
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
    this.lens.read();
    this.critical.read();
  }

  /** The vector, or that there is none. */
  valueText() {
    const { text, length } = this.lab.reading;
    return Number.isFinite(length) ? text.value : this.lab.text.common.undefined;
  }

  /** Without a lens the probe follows the pointer; a lens is dragged. */
  get hovers() {
    return !this.hasLens;
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

  key(key, event) {
    return this.hasLens && this.lens.round.key(key, event);
  }

  handles() {
    return this.hasLens ? this.lens.round.handles(this.plane) : [];
  }

  spoken() {
    const { reading } = this.lab;
    return this.text.spoken(reading.text) + (reading.lens ? ` ${this.text.lens.spoken(reading.lens)}` : "");
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
    if (changed === null || changed.some((key) => ["F", "show", "seed"].includes(key))) this.particles = null;
    super.update(changed);
    this.lens.draw();
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const frame = /** @type {import("./canvas.js").Frame} */ (plane.frame);
    const { lab } = this;
    if (this.moves()) this.particles?.paint(context, plane, lab.color("particle"));
    const [x, y] = this.probe;
    const [pixelX, pixelY] = plane.toPixel(x, y);
    const [ink, paper] = [lab.color("accent"), lab.color("paper")];
    if (this.hasLens) this.lens.paint(context, plane);
    if (!plane.contains(pixelX, pixelY)) return;
    if (this.hasLens) {
      dot(context, pixelX, pixelY, ink, paper, 4);
      return;
    }
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

  close() {
    super.close();
    this.lens.close();
  }
}
