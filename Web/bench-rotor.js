import { readout, rove, slider } from "./controls.js";
import { element } from "./element.js";
import { headedStroke, knob, strokeCased } from "./marks.js";
import { turned } from "./space.js";
import { SpaceBench } from "./space-bench.js";

export const rotorDefaults = {
  F: "-y, x, 0", with: "", trail: "", probe: "0,0,0", axis: "20,30", camera: "-60,25", size: "2", show: "arrows", seed: "1",
};

const presets = {
  rotation: "-y, x, 0",
  shear: "z, 0, 0",
  abc: {
    F: "A sin z + C cos y, B sin x + A cos z, C sin y + B cos x where A = 1 in 0…2, B = 1 in 0…2, C = 1 in 0…2",
    size: "3", probe: "1,0.5,-0.5",
  },
  gradient: { F: "grad(x y + z^2/2)", probe: "1,0.5,0.5" },
};

const coordinates = ["x", "y", "z"];

/** The bench of the curl in space: a wheel whose axis is dragged turns fastest along the curl. */
export class RotorBench extends SpaceBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "rotor", { presets, layers: ["arrows"] });
    const { rows } = this.text;
    this.readout = readout(this.text.readout, [
      { id: "omega", symbol: "ω", name: rows.omega },
      { id: "limit", symbol: "½ ∇×F·n", name: rows.limit },
      { id: "curl", symbol: "∇×F", name: rows.curl, trail: "curl" },
      { id: "fastest", symbol: "½ |∇×F|", name: rows.fastest },
      { id: "axis", symbol: "n", name: rows.axis },
    ], this.trails);
    this.sliders = coordinates.map((name, index) => slider({
      label: name, min: -2, max: 2, step: 0.05, oninput: (value) => this.place(index, value),
    }));
    this.shortcuts = element("div", { class: "row shortcuts", role: "group", "aria-label": this.text.turnTo },
      ...Object.entries(this.text.axes).map(([axis, name]) => element("button", {
        type: "button", class: "shortcut", onclick: () => this.align(axis),
      }, name)));
    rove(this.shortcuts, /** @type {HTMLElement[]} */ ([...this.shortcuts.children]));
    /** How the wheel turns, and its pieces on the picture. @type {any} */
    this.wheel = null;
    this.sinceReading = 0;
    this.assemble();
  }

  controls() {
    return [this.shortcuts, element("fieldset", { class: "sliders" },
      element("legend", { class: "heading" }, this.text.place), ...this.sliders.map((each) => each.element))];
  }

  get opening() {
    return { ...super.opening, probe: null };
  }

  /** @param {number} index @param {number} value */
  place(index, value) {
    const point = this.lab.reading.point.map((old, at) => (at === index ? value : old));
    this.lab.change({ probe: point.join(",") });
    this.announce();
  }

  /** @param {string} axis */
  align(axis) {
    const { along } = this.lab.reading;
    if (!along) return;
    const [azimuth, elevation] = along;
    // A quarter turn upwards or downwards from the curl is across it.
    const across = [azimuth, elevation > 0 ? elevation - 90 : elevation + 90];
    this.turnAxis({ along, against: [azimuth + 180, -elevation], across }[axis] ?? along);
    this.announce();
  }

  /** @param {number[]} angles */
  turnAxis(angles) {
    this.lab.change({ axis: angles.join(",") });
  }

  read() {
    const { text, verdict, size, point } = this.lab.reading;
    const { common } = this.lab.text;
    const known = verdict !== "undefined";
    this.readout.set("limit", known ? text.angularVelocity : "–", this.text.verdicts[verdict](text));
    this.readout.set("curl", known ? text.curl : common.undefined);
    this.readout.set("fastest", known ? text.fastest : "–");
    this.readout.set("axis", text.axis);
    this.sliders.forEach((each, index) => {
      each.input.min = String(-size);
      each.input.max = String(size);
      each.set(point[index], String(point[index]));
    });
  }

  readWheel() {
    const { text, sense } = this.wheel;
    this.readout.set("omega", text.angularVelocity, this.text.senses[sense]);
  }

  moves() {
    return true;
  }

  restart() {
    this.wheel = this.lab.core.resetRotor();
    this.readWheel();
    this.space.picture.repaint();
  }

  /** @param {number} duration */
  tick(duration) {
    this.wheel = this.lab.core.stepRotor(duration);
    this.sinceReading += duration;
    if (this.sinceReading > 0.12) {
      this.sinceReading = 0;
      this.readWheel();
    }
    this.space.picture.paintOverlay();
  }

  /** @param {string[] | null} changed */
  update(changed) {
    super.update(changed);
    if (changed === null || changed.some((key) => key === "F" || key === "probe")) this.restart();
    // The pieces lie elsewhere when the camera or the axis turns, while the clock stands too.
    else this.wheel = this.lab.core.stepRotor(0);
  }

  grip() {
    return { axis: this.lab.reading.axis };
  }

  dragThing(right, down, from) {
    this.turnAxis(turned(from.axis, right, -down));
  }

  nudgeThing(right, up, factor) {
    this.turnAxis(turned(this.lab.reading.axis, right * 5 * factor, up * 5 * factor, 1));
  }

  handles() {
    const { tip } = this.lab.reading;
    const [pixelX, pixelY] = this.space.toPixel(tip[0], tip[1]);
    return [{
      x: tip[0], y: tip[1], cursor: "grab",
      hit: (toX, toY, reach) => Math.hypot(toX - pixelX, toY - pixelY) < reach + 6,
      drag: (x, y) => this.dragTip(x, y),
    }];
  }

  /** Points the axis to a place of the picture; near the curl it falls in with it. */
  dragTip(x, y) {
    const { azimuth, elevation } = this.lab.core.axisAt(x, y);
    this.turnAxis([azimuth, elevation].map((angle) => Number(angle.toFixed(2))));
    const { angle, along } = this.lab.reading;
    if (along && angle < 4) this.turnAxis(along);
    else if (along && angle > 176) this.align("against");
  }

  spoken() {
    const { text, verdict } = this.lab.reading;
    return this.text.spoken(text, this.text.verdicts[verdict](text));
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./space.js").Space} space */
  paint(context, space) {
    if (!this.wheel) return;
    const colors = Object.fromEntries(["accent", "ink", "quiet", "paper"].map((name) => [name, this.lab.color(name)]));
    for (const { role, points } of this.wheel.parts) {
      const pixels = [];
      for (let at = 0; at < points.length; at += 2) pixels.push(space.toPixel(points[at], points[at + 1]));
      paintPart(context, role, pixels, colors);
    }
    const { tip } = this.lab.reading;
    const [x, y] = space.toPixel(tip[0], tip[1]);
    knob(context, x, y, colors.ink, colors.paper);
  }
}

/** One piece of the wheel. @param {CanvasRenderingContext2D} context @param {string} role @param {number[][]} pixels */
function paintPart(context, role, pixels, { accent, ink, quiet, paper }) {
  const trace = () => {
    context.beginPath();
    for (const [x, y] of pixels) context.lineTo(x, y);
  };
  if (role === "paddle" || role === "marked") {
    trace();
    context.closePath();
    context.fillStyle = role === "marked" ? accent : quiet;
    context.fill();
    context.strokeStyle = paper;
    context.lineWidth = 1;
    context.stroke();
  } else if (role === "rim" || role === "axle") {
    trace();
    strokeCased(context, ink, paper, role === "rim" ? 1.4 : 2.2);
  } else {
    const [[nearX, nearY], [tipX, tipY]] = pixels.slice(-2);
    const angle = Math.atan2(tipY - nearY, tipX - nearX);
    const size = role === "curl" ? 13 : 9;
    // The line ends where the head begins.
    const shaft = () => {
      context.beginPath();
      const line = role === "curl" ? [pixels[0], [tipX - size * 0.7 * Math.cos(angle), tipY - size * 0.7 * Math.sin(angle)]]
        : pixels.slice(0, -1);
      for (const [x, y] of line) context.lineTo(x, y);
    };
    headedStroke(context, shaft, tipX, tipY, angle, size, accent, paper, role === "curl" ? 3 : 2.2);
  }
}
