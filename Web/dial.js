import { labelFont } from "./canvas.js";
import { arrow, knob, label, strokeCased } from "./marks.js";

/** @typedef {import("./plane.js").Plane} Plane */
/** @typedef {import("./plane.js").Handle} Handle */

/** As near as this, in degrees, the hand means the gradient's direction, or one across it. */
const catching = 4;

/** The dial around the probe: a knob on its ring sets the direction in which the slope is asked for. */
export class Dial {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    this.lab = lab;
    /** In pixels: a dial has no size on the plane. */
    this.radius = 64;
  }

  /** Takes the size that the picture has room for. @param {Plane} plane */
  fit(plane) {
    const { width, height } = /** @type {any} */ (plane.frame);
    this.radius = Math.max(36, Math.min(64, width / 6, height / 6));
  }

  /** @returns {number} degrees from the x-axis, counter-clockwise */
  get degrees() {
    return this.lab.reading.direction.degrees;
  }

  /** @param {number} degrees */
  turnTo(degrees) {
    this.lab.change({ direction: String(degrees) });
  }

  /** Turns by so much from the direction of the gradient, where there is one. @param {number} degrees */
  turnToward(degrees) {
    const { steepest } = this.lab.reading.direction;
    if (Number.isFinite(steepest)) this.turnTo((steepest + degrees) % 360);
  }

  /** @param {string} key @param {KeyboardEvent} event */
  key(key, event) {
    const ways = event.ctrlKey ? { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 } : { "[": 1, "]": -1 };
    const way = ways[key];
    if (way === undefined || event.metaKey) return false;
    const step = event.shiftKey ? 15 : event.altKey ? 0.5 : 5;
    this.turnTo((Number((this.degrees + way * step).toFixed(6)) + 360) % 360);
    return true;
  }

  /** The pixel of the knob. @param {Plane} plane @returns {[number, number]} */
  knobPixel(plane) {
    const [x, y] = plane.toPixel(this.lab.reading.point[0], this.lab.reading.point[1]);
    const [u, v] = this.lab.reading.direction.vector;
    return [x + u * this.radius, y - v * this.radius];
  }

  /** @param {Plane} plane @param {(x: number, y: number) => void} move moves the probe @returns {Handle[]} */
  handles(plane, move) {
    const [x, y] = this.lab.reading.point;
    const [centreX, centreY] = plane.toPixel(x, y);
    const [knobX, knobY] = this.knobPixel(plane);
    const [atX, atY] = plane.toPlane(knobX, knobY);
    return [
      {
        x: atX, y: atY, cursor: "grab",
        hit: (pixelX, pixelY, reach) => Math.hypot(pixelX - knobX, pixelY - knobY) < reach + 6,
        drag: (toX, toY) => this.drag(toX - x, toY - y),
      },
      {
        x, y, cursor: "move",
        hit: (pixelX, pixelY, reach) => (
          Math.hypot(pixelX - centreX, pixelY - centreY) < Math.max(reach, this.radius * 0.7)),
        drag: move,
      },
    ];
  }

  /** Turns the knob towards a point, seen from the probe. */
  drag(right, up) {
    const degrees = ((Math.atan2(up, right) * 180) / Math.PI + 360) % 360;
    const { steepest } = this.lab.reading.direction;
    const near = [0, 90, 180, 270].map((turn) => (steepest + turn) % 360)
      .find((candidate) => Math.abs(((degrees - candidate + 540) % 360) - 180) < catching);
    this.turnTo(near ?? Math.round(degrees));
  }

  /** @param {CanvasRenderingContext2D} context @param {Plane} plane */
  paint(context, plane, { accent, ink, paper }) {
    const [x, y] = plane.toPixel(this.lab.reading.point[0], this.lab.reading.point[1]);
    context.beginPath();
    context.arc(x, y, this.radius, 0, 2 * Math.PI);
    context.fillStyle = paper;
    context.globalAlpha = 0.3;
    context.fill();
    context.globalAlpha = 1;
    context.setLineDash([3, 3]);
    strokeCased(context, ink, paper, 1);
    context.setLineDash([]);
    this.paintAngle(context, x, y, ink, paper);
    const [knobX, knobY] = this.knobPixel(plane);
    const [u, v] = this.lab.reading.direction.vector;
    arrow(context, x, y, knobX - 7 * u, knobY + 7 * v, ink, paper, 2);
    knob(context, knobX, knobY, accent, paper);
    context.font = labelFont(13, 600, true);
    label(context, "u", knobX, knobY, /** @type {any} */ (plane.frame), -u, v, ink, paper);
  }

  /** The angle between the gradient and the dial. */
  paintAngle(context, x, y, ink, paper) {
    const { steepest, degrees } = this.lab.reading.direction;
    if (!Number.isFinite(steepest)) return;
    const from = (-steepest * Math.PI) / 180;
    const way = (((degrees - steepest + 540) % 360) - 180) * (Math.PI / 180);
    if (Math.abs(way) < 0.05) return;
    context.beginPath();
    context.arc(x, y, this.radius * 0.42, from, from - way, way > 0);
    strokeCased(context, ink, paper, 1.2);
  }
}
