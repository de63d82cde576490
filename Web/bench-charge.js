import { readout, slider } from "./controls.js";
import { element } from "./element.js";
import { SpaceBench } from "./space-bench.js";

export const chargeDefaults = {
  F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", with: "", trail: "", sphere: "0.5,0,0,1.5",
  camera: "-60,25", size: "3", show: "arrows", seed: "1",
};

const presets = {
  charge: chargeDefaults.F,
  pair: "a (x - 1, y, z)/r^3 + b (x + 1, y, z)/s^3 where r = sqrt((x - 1)^2 + y^2 + z^2), "
    + "s = sqrt((x + 1)^2 + y^2 + z^2), a = 1 in -2…2, b = -1 in -2…2",
  expansion: "x/3, y/3, z/3",
  rotation: "-y, x, 0",
};

const coordinates = ["x", "y", "z"];

/** The bench of the point charge: the flux through a sphere beside the divergence inside it. */
export class ChargeBench extends SpaceBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "charge", { presets, layers: ["arrows"] });
    const { rows } = this.text;
    this.readout = readout(this.text.readout, [
      { id: "flux", symbol: "∯F·n dA", name: rows.flux },
      { id: "enclosed", symbol: element("span", {}, "∯F·n dA / 4π"), name: rows.enclosed },
      { id: "integral", symbol: "∭∇·F dV", name: rows.integral },
      { id: "divergence", symbol: "∇·F", name: rows.divergence, trail: "divergence" },
    ], this.trails);
    this.sliders = coordinates.map((name, index) => slider({
      label: name, min: -3, max: 3, step: 0.05, oninput: (value) => this.set(index, value),
    }));
    this.radius = slider({
      label: lab.text.common.radius, min: 0.05, max: 3, step: 0.05, oninput: (radius) => this.set(3, radius),
    });
    this.assemble();
  }

  get canMove() {
    return false;
  }

  controls() {
    return [element("fieldset", { class: "sliders" }, element("legend", { class: "heading" }, this.text.place),
      ...this.sliders.map((each) => each.element), this.radius.element)];
  }

  get drawnKeys() {
    return [...super.drawnKeys, "sphere"];
  }

  /** @param {number} index 0 to 2 for the centre, 3 for the radius @param {number} value */
  set(index, value) {
    this.put(this.lab.reading.sphere.map((old, at) => (at === index ? value : old)));
  }

  /** @param {number[]} sphere */
  put(sphere) {
    this.lab.change({ sphere: sphere.map((value) => Number(value.toFixed(3))).join(",") });
    this.announce();
  }

  read() {
    const { text, flux, integral, enclosed, verdict, sphere, size } = this.lab.reading;
    const { common } = this.lab.text;
    const known = ({ value }) => Number.isFinite(value);
    this.readout.set("flux", known(flux) ? flux.text : common.undefined, this.text.verdicts[verdict]);
    this.readout.set("enclosed", known(enclosed) ? enclosed.text : "–");
    this.readout.set("integral", known(integral) ? integral.text : common.undefined);
    this.readout.set("divergence", text.divergence);
    this.sliders.forEach((each, index) => {
      each.input.min = String(-size);
      each.input.max = String(size);
      each.set(sphere[index], String(sphere[index]));
    });
    this.radius.input.max = String(size);
    this.radius.set(sphere[3], text.radius);
  }

  /** @param {string} key @param {KeyboardEvent} event */
  key(key, event) {
    if (event.ctrlKey || event.metaKey) return false;
    const { sphere } = this.lab.reading;
    const resize = { "[": -0.1, "]": 0.1 }[key];
    const inward = { PageUp: 1, PageDown: -1 }[key];
    if (resize !== undefined) this.set(3, Math.max(0.05, sphere[3] + resize));
    else if (inward !== undefined && this.turns === "thing") this.set(1, sphere[1] + inward * this.step(event));
    else return false;
    return true;
  }

  /** How far a key moves the sphere. @param {KeyboardEvent} event */
  step(event) {
    return 0.1 * (event.shiftKey ? 5 : event.altKey ? 0.1 : 1);
  }

  nudgeThing(right, up, factor) {
    const [x, y, z, radius] = this.lab.reading.sphere;
    this.put([x + right * 0.1 * factor, y, z + up * 0.1 * factor, radius]);
  }

  grip() {
    return { place: this.lab.reading.place };
  }

  dragThing(right, down, from) {
    const scale = this.space.scale;
    this.moveTo(from.place[0] + right / scale, from.place[1] - down / scale);
  }

  handles() {
    const [x, y, radius] = this.lab.reading.place;
    const [pixelX, pixelY] = this.space.toPixel(x, y);
    return [{
      x, y, cursor: "grab",
      hit: (toX, toY, reach) => Math.hypot(toX - pixelX, toY - pixelY) < Math.max(reach, radius * this.space.scale),
      drag: (toX, toY) => this.moveTo(toX, toY),
    }];
  }

  /** Moves the sphere to where it is seen at a place, as far from the eye as it is. */
  moveTo(toX, toY) {
    const { x, y, z } = this.lab.core.pointAt(toX, toY);
    this.put([x, y, z, this.lab.reading.sphere[3]]);
  }

  spoken() {
    const { reading } = this.lab;
    return this.text.spoken(reading, this.text.verdicts[reading.verdict]);
  }

  /** The module draws the sphere; nothing is held over it. */
  paint() {}
}
