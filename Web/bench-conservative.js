import { labelFont } from "./canvas.js";
import { chips, readout } from "./controls.js";
import { formula } from "./formula.js";
import { clipTo, headedStroke, knob, label, strokeCased } from "./marks.js";
import { PlaneBench } from "./plane-bench.js";

export const conservativeDefaults = {
  F: "0, x y", with: "", trail: "", view: "-3,3,-3,3", from: "-1.5,-1", to: "2,1", path: "-1.5,1,0,2",
  detour: "0,-2,2,-1.5", show: "arrows,potential", seed: "1",
};

const presets = {
  turning: "0, x y",
  gradient: "2x y, x^2 + 2y",
  vortex: "-y/(x^2 + y^2), x/(x^2 + y^2)",
  source: "x/(x^2 + y^2), y/(x^2 + y^2)",
  shear: "y, 0",
  waves: "cos x cos y, -sin x sin y",
};

/** The keys of the two paths in a scene. */
const paths = ["path", "detour"];
/** How far apart the corners of a drawn path are at least, in pixels, and how many there may be. */
const [spacing, most] = [9, 60];

/** The bench of conservative fields: two paths between two points, the work along each, and the verdict. */
export class ConservativeBench extends PlaneBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "conservative", { presets, layers: ["arrows", "potential", "curl"], formulas: ["formula", "curlFormula"] });
    const { rows } = this.text;
    this.readout = readout(this.text.readout, [
      { id: "work", symbol: "∫₁F·dr", name: rows.work },
      { id: "otherWork", symbol: "∫₂F·dr", name: rows.otherWork },
      { id: "difference", symbol: "∮F·dr", name: rows.difference },
      { id: "verdict", symbol: "∇φ = F?", name: rows.verdict },
      { id: "curl", symbol: "∇×F", name: rows.curl, trail: "curl" },
      { id: "potential", symbol: "φ(B) − φ(A)", name: rows.potential },
    ], this.trails);
    this.drawing = "move";
    this.hand = chips({
      legend: this.text.hand,
      name: "hand",
      choices: ["move", ...paths].map((value) => ({ value, label: this.text.hands[value] })),
      onchange: (value) => { this.drawing = value; },
    });
    this.hand.select(this.drawing);
    /** Which of the points the arrow keys move. */
    this.held = 0;
    this.assemble();
  }

  get canMove() {
    return false;
  }

  get opening() {
    return { view: null, with: null, from: null, to: null, path: null, detour: null };
  }

  layerControls() {
    return [...super.layerControls(), this.hand.element];
  }

  /** The points of a path, ends included. @param {string} key @returns {[number, number][]} */
  points(key) {
    const { reading } = this.lab;
    const corners = reading[key];
    const between = Array.from({ length: corners.length / 2 }, (_, at) => [corners[2 * at], corners[2 * at + 1]]);
    return /** @type {[number, number][]} */ ([reading.from, ...between, reading.to]);
  }

  /** All that can be held: the ends, then the corners. */
  stops() {
    const { reading } = this.lab;
    const end = (key, name) => ({
      name, place: reading[key], move: (x, y) => this.put({ [key]: `${x},${y}` }),
    });
    const corners = paths.flatMap((key, which) => this.points(key).slice(1, -1).map((place, at) => ({
      name: this.text.corner(which + 1, at + 1), place, move: (x, y) => this.putCorner(key, at, x, y),
    })));
    return [end("from", "A"), end("to", "B"), ...corners];
  }

  /** @param {Record<string, string | null>} changes */
  put(changes) {
    this.lab.change(changes);
    this.announce();
  }

  putCorner(key, at, x, y) {
    const corners = [...this.lab.reading[key]];
    corners.splice(2 * at, 2, x, y);
    this.put({ [key]: corners.join(",") });
  }

  handles() {
    if (this.drawing !== "move") return [this.pencil(this.drawing)];
    return this.stops().map(({ place: [x, y], move }, index) => {
      const [pixelX, pixelY] = this.plane.toPixel(x, y);
      return {
        x, y, cursor: "grab",
        hit: (toX, toY, reach) => Math.hypot(toX - pixelX, toY - pixelY) < reach + (index < 2 ? 4 : 0),
        drag: (toX, toY) => {
          this.held = index;
          move(this.plane.rounded(toX), this.plane.rounded(toY));
        },
      };
    });
  }

  /** Draws a path anew, from where it is put down. @param {string} key */
  pencil(key) {
    /** @type {number[]} */
    let corners = [];
    let least = spacing / this.plane.scale;
    return {
      cursor: "crosshair",
      hit: (x, y) => this.plane.contains(x, y),
      drag: (toX, toY) => {
        const [x, y] = [this.plane.rounded(toX), this.plane.rounded(toY)];
        const [lastX, lastY] = corners.slice(-2);
        if (corners.length > 0 && Math.hypot(x - lastX, y - lastY) < least) return;
        corners.push(x, y);
        if (corners.length > 2 * most) {
          // Every other corner goes, and from here on they are twice as far apart.
          corners = corners.filter((_, at) => at % 4 < 2);
          least *= 2;
        }
        this.lab.change({ [key]: corners.join(",") });
      },
    };
  }

  focus() {
    const stops = this.stops();
    return stops[this.held % stops.length].place;
  }

  move(x, y) {
    const stops = this.stops();
    stops[this.held % stops.length].move(x, y);
  }

  key(key, event) {
    const step = { "[": -1, "]": 1 }[key];
    if (step === undefined || event.ctrlKey || event.metaKey) return false;
    const stops = this.stops();
    this.held = (this.held + step + stops.length) % stops.length;
    this.plane.picture.paintOverlay();
    this.lab.announcer.say(this.text.holding(stops[this.held].name));
    return true;
  }

  /** What is known of the curl, in a sentence. */
  curlNote() {
    const { curlEvidence } = this.lab.reading;
    return this.text.curls[curlEvidence.kind](curlEvidence);
  }

  /** Why the verdict is what it is. */
  verdictNote() {
    const { reading, text } = { ...this.lab, text: this.text };
    const hole = reading.holes.find(({ hasPeriod }) => hasPeriod);
    if (reading.verdict === "undecided") return text.because.undecided;
    if (reading.verdict === "conservative") {
      return reading.holes.length > 0 ? text.because.holesWithout(reading.holes.length) : text.because.noCurl;
    }
    if (hole) return text.because.hole(hole);
    return reading.witness ? text.because.loop(reading.witness) : text.because.curl;
  }

  potentialNote() {
    const { reading } = this.lab;
    if (reading.verdict !== "conservative") return reading.potentialFormula ? this.text.local : "";
    return reading.potential ? this.text.sameForAll : this.text.integrated;
  }

  read() {
    const { reading } = this.lab;
    const { common } = this.lab.text;
    const shown = (estimate) => (Number.isFinite(estimate?.value) ? estimate.text : common.undefined);
    this.readout.set("work", shown(reading.work));
    this.readout.set("otherWork", shown(reading.otherWork));
    this.readout.set("difference", shown(reading.difference),
      Number.isFinite(reading.difference.value) ? this.text.differences[String(reading.isEqual)] : "");
    this.readout.set("verdict", this.text.verdicts[reading.verdict], this.verdictNote());
    const { kind, text } = reading.curlEvidence;
    this.readout.set("curl", kind === "zero" ? "0" : kind === "nonzero" ? text : `|∇×F| ≤ ${text}`, this.curlNote());
    this.readout.set("potential", reading.potential ? reading.potential.text : "–", this.potentialNote());
  }

  /** @param {string[] | null} changed */
  update(changed) {
    super.update(changed);
    // The potential depends on the view as well, because a hole in it may forbid one.
    const { potentialFormula } = this.lab.reading;
    if (changed === null || changed.some((key) => ["F", "view"].includes(key))) {
      this.potential?.remove();
      this.potential = potentialFormula ? Object.assign(document.createElement("div"), { className: "formula" }) : null;
      if (!this.potential) return;
      this.potential.append(formula(potentialFormula));
      this.formulas.append(this.potential);
    }
  }

  spoken() {
    const { reading } = this.lab;
    return this.text.spoken(reading, this.text.verdicts[reading.verdict]);
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const frame = /** @type {import("./canvas.js").Frame} */ (plane.frame);
    const [accent, ink, paper] = ["accent", "ink", "paper"].map((name) => this.lab.color(name));
    clipTo(context, frame);
    this.paintEvidence(context, plane, ink, paper);
    paths.forEach((key, which) => this.paintPath(context, plane, this.points(key), which === 0 ? accent : ink, paper, which));
    const stops = this.stops();
    stops.forEach(({ place }, index) => {
      const [x, y] = plane.toPixel(place[0], place[1]);
      const isHeld = index === this.held % stops.length && document.activeElement === plane.surface;
      if (index < 2 || stops.length <= 14 || isHeld) knob(context, x, y, isHeld ? accent : ink, paper, index < 2 ? 6.5 : 4.5);
    });
    context.font = labelFont(13, 600);
    stops.slice(0, 2).forEach(({ name, place }) => {
      const [x, y] = plane.toPixel(place[0], place[1]);
      label(context, name, x, y, frame, -1, -1, ink, paper);
    });
    context.restore();
  }

  /** The loop that shows the verdict, and the holes. */
  paintEvidence(context, plane, ink, paper) {
    const { holes = [], witness } = this.lab.reading;
    const ring = ([x, y], radius, dash) => {
      const [pixelX, pixelY] = plane.toPixel(x, y);
      context.beginPath();
      context.arc(pixelX, pixelY, radius, 0, 2 * Math.PI);
      context.setLineDash(dash);
      strokeCased(context, ink, paper, 1.4);
      context.setLineDash([]);
    };
    if (witness) ring(witness.centre, witness.radius * plane.scale, [3, 5]);
    for (const hole of holes) {
      ring(hole.point, 4, []);
      if (hole.hasPeriod) ring(hole.centre, hole.radius * plane.scale, [3, 5]);
    }
  }

  /** A path with an arrow half-way; the second is dashed. */
  paintPath(context, plane, points, color, paper, which) {
    const pixels = points.map(([x, y]) => plane.toPixel(x, y));
    const lay = () => {
      context.beginPath();
      for (const [x, y] of pixels) context.lineTo(x, y);
    };
    lay();
    context.setLineDash(which === 0 ? [] : [8, 5]);
    strokeCased(context, color, paper, 2.4);
    context.setLineDash([]);
    const lengths = pixels.slice(1).map(([x, y], at) => Math.hypot(x - pixels[at][0], y - pixels[at][1]));
    let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
    const at = lengths.findIndex((length) => { rest -= length; return rest <= 0; });
    if (at < 0 || lengths[at] === 0) return;
    const part = 1 + rest / lengths[at];
    const [[fromX, fromY], [toX, toY]] = [pixels[at], pixels[at + 1]];
    const [x, y] = [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
    const angle = Math.atan2(toY - fromY, toX - fromX);
    const back = () => { context.beginPath(); context.moveTo(x - 6 * Math.cos(angle), y - 6 * Math.sin(angle)); context.lineTo(x, y); };
    headedStroke(context, back, x + 7 * Math.cos(angle), y + 7 * Math.sin(angle), angle, 14, color, paper, 2.4);
    context.font = labelFont(12, 600);
    const frame = /** @type {import("./canvas.js").Frame} */ (plane.frame);
    label(context, this.text.names[which], x, y, frame, 0, 0, color, paper);
  }
}
