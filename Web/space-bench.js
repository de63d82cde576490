import { chips } from "./controls.js";
import { FormulaBench } from "./formula-bench.js";
import { Space, turned } from "./space.js";

/** @typedef {import("./lab.js").Lab} Lab */

/** What the benches of space share: the picture of space, and what the hand and the arrow keys turn. */
export class SpaceBench extends FormulaBench {
  /**
   * @param {Lab} lab
   * @param {string} name
   * @param {object} parts
   * @param {Record<string, import("./formula-bench.js").Preset>} parts.presets
   */
  constructor(lab, name, parts) {
    super(lab, name, { labels: ["P =", "Q =", "R ="], ...parts });
    this.space = new Space({ label: this.text.label, description: "plane-description" }, {
      request: () => this.draw(),
      paint: (context, space) => this.paint(context, space),
      handles: () => this.handles(),
      hover: null,
      focus: () => [0, 0],
      move: () => {},
      view: () => [],
      look: () => this.fit(),
      key: (key, event) => this.key(key, event),
      pose: () => ({ camera: this.lab.reading.camera, size: this.lab.reading.size }),
      take: (pose) => this.take(pose),
      nudge: (right, up, factor) => this.nudge(right, up, factor),
      drag: (right, down, from) => this.drag(right, down, from),
      grip: () => this.grip(),
    });
    /** What the hand on the empty picture and the arrow keys turn. @type {"view" | "thing"} */
    this.turns = "view";
    this.turnChips = chips({
      legend: this.text.turnsLegend,
      name: "turns",
      choices: ["view", "thing"].map((value) => ({ value, label: this.text.turns[value] })),
      onchange: (value) => { this.turns = /** @type {any} */ (value); },
    });
    this.turnChips.select(this.turns);
  }

  get surface() {
    return this.space;
  }

  layerControls() {
    return [...super.layerControls(), this.turnChips.element];
  }

  get opening() {
    return { with: null, camera: null, size: null };
  }

  get drawnKeys() {
    return [...super.drawnKeys, "camera", "size"];
  }

  fit() {
    this.lab.change({ camera: null, size: null });
  }

  /** @param {{ camera?: [number, number], size?: number }} pose */
  take({ camera, size }) {
    this.lab.change({ ...(camera && { camera: camera.join(",") }), ...(size && { size: String(size) }) });
  }

  /** What a drag must remember of its beginning, besides the camera. */
  grip() {
    return {};
  }

  /** The hand on the empty picture. */
  drag(right, down, from) {
    if (this.turns === "thing") this.dragThing(right, down, from);
    else this.take({ camera: turned(from.camera, -right, down) });
  }

  /** The hand on the empty picture, when it turns or moves the bench's own thing. */
  dragThing(right, down, from) {}

  nudge(right, up, factor) {
    if (this.turns === "thing") {
      this.nudgeThing(right, up, factor);
      this.announce();
    } else {
      this.take({ camera: turned(this.lab.reading.camera, right * 5 * factor, up * 5 * factor, 1) });
    }
  }

  /** The arrow keys, when they turn or move the bench's own thing. */
  nudgeThing(right, up, factor) {}

  /** The corners of the cube half-way out, and its middle. */
  lattice() {
    const half = this.lab.reading.size / 2;
    const signs = [-1, 1];
    const corners = signs.flatMap((z) => signs.flatMap((y) => signs.map((x) => [x * half, y * half, z * half])));
    return [[0, 0, 0], ...corners];
  }

  tableScenes() {
    const { size } = this.lab.reading;
    return this.lattice().map((point) => `v1;rotor;${this.formulaParts};size=${size};probe=${point.join(",")}`);
  }
}
