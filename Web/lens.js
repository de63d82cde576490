import { readout } from "./controls.js";
import { element } from "./element.js";
import { arrow, clipTo, knob, strokeCased } from "./marks.js";
import { Picture } from "./picture.js";
import { Round } from "./round.js";

/** The lens in the hand: its inside moves the probe, its rim resizes it. */
class LensCircle extends Round {
  /** @returns {[number, number, number]} */
  get place() {
    const { point, lens } = this.lab.reading;
    return [point[0], point[1], lens?.radius ?? 1];
  }

  /** @param {number} x @param {number} y */
  move(x, y) {
    this.lab.change({ probe: `${x},${y}` });
    this.lab.bench.announce();
  }

  /** @param {number} radius */
  resize(radius) {
    this.lab.change({ lens: String(radius) });
  }
}

/**
 * The lens on the field: inside its circle only the linear part of the field is seen, and beside the picture that part
 * taken apart.
 */
export class LensView {
  /** @param {import("./lab.js").Lab} lab @param {import("./bench-field.js").FieldBench} bench */
  constructor(lab, bench) {
    this.lab = lab;
    this.bench = bench;
    this.text = lab.text.field.lens;
    this.round = new LensCircle(lab, "lens");
    const { rows } = this.text;
    this.readout = readout(this.text.title, [
      { id: "type", symbol: "J", name: rows.type },
      { id: "eigenvalues", symbol: "λ", name: rows.eigenvalues },
    ]);
    this.picture = new Picture({ name: "lens", label: this.text.label, request: () => this.draw() });
    this.element = element("section", { class: "lens-parts", hidden: true }, this.readout.element,
      this.picture.element, element("p", { class: "note" }, this.text.note));
  }

  read() {
    const { lens } = this.lab.reading;
    this.element.hidden = !this.bench.hasLens;
    if (!lens) return;
    const { types, notes } = this.text;
    const sure = lens.isSure || lens.possible.length === 0;
    this.readout.set("type", types[lens.type], sure ? notes[lens.type]
      : this.text.unsure(lens.possible.map((type) => types[type])));
    this.readout.set("eigenvalues", lens.type === "undecided" ? "–" : lens.text.eigenvalues);
    this.picture.relabel(`${this.text.label}: ${this.text.spoken(lens)}`);
  }

  draw() {
    if (this.bench.hasLens) this.lab.picture(1, this.picture, (words) => this.picture.draw(words));
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const { lens } = this.lab.reading;
    if (!lens) return;
    const [accent, ink, paper] = ["accent", "ink", "paper"].map((name) => this.lab.color(name));
    clipTo(context, /** @type {any} */ (plane.frame));
    this.round.trace(context, plane);
    context.fillStyle = paper;
    context.globalAlpha = 0.9;
    context.fill();
    context.globalAlpha = 1;
    strokeCased(context, accent, paper, 2);
    const { arrows } = lens;
    for (let at = 0; at < arrows.length; at += 4) {
      const [x, y] = plane.toPixel(arrows[at], arrows[at + 1]);
      const [toX, toY] = plane.toPixel(arrows[at] + arrows[at + 2], arrows[at + 1] + arrows[at + 3]);
      arrow(context, x, y, toX, toY, ink, paper, 1.6);
    }
    context.restore();
    const [rimX, rimY] = this.round.rim(plane);
    knob(context, rimX, rimY, accent, paper);
  }

  close() {
    this.picture.close();
  }
}
