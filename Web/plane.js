import { Picture } from "./picture.js";
import { listenToGestures } from "./gestures.js";

/** @typedef {import("./canvas.js").Frame} Frame */

/**
 * Something on the plane that can be dragged, in the plane's coordinates.
 *
 * @typedef {object} Handle
 * @property {number} [x] where it is; without, it is taken where the pointer is
 * @property {number} [y]
 * @property {string} cursor
 * @property {(pixelX: number, pixelY: number, reach: number) => boolean} hit
 * @property {(x: number, y: number) => void} drag
 */

/**
 * What a bench does when the plane is used.
 *
 * @typedef {object} PlaneActions
 * @property {() => void} request draws the picture anew
 * @property {(context: CanvasRenderingContext2D, plane: Plane) => void} paint
 * @property {() => Handle[]} handles the topmost first
 * @property {((x: number, y: number) => void) | null} hover
 * @property {(x: number, y: number) => void} [click] a press on nothing that does not move
 * @property {() => [number, number]} focus the point that the arrow keys move
 * @property {(x: number, y: number) => void} move
 * @property {() => number[]} view the view that the scene asks for: xmin, xmax, ymin, ymax
 * @property {(view: number[] | null) => void} look null asks for the first view
 * @property {(key: string, event: KeyboardEvent) => boolean} [key] a key of the bench's own; true when it was used
 */

/**
 * The plane: a picture with coordinates, an overlay, and the hand on it.
 */
export class Plane {
  /**
   * @param {{ label: string, description: string }} names
   * @param {PlaneActions} actions
   */
  constructor({ label, description }, actions) {
    this.actions = actions;
    this.picture = new Picture({
      name: "plane", label, description, surface: true, request: () => actions.request(),
    });
    this.picture.paint = (context) => { if (this.frame) actions.paint(context, this); };
    this.surface = /** @type {HTMLCanvasElement} */ (this.picture.overlay);
    /** The view asked for while its picture is still on the way. @type {Frame | null} */
    this.coming = null;
    listenToGestures(this);
    this.surface.addEventListener("keydown", (event) => this.keydown(event));
  }

  /** @returns {Frame | undefined} */
  get frame() {
    return this.picture.frames[0];
  }

  /** @param {Uint32Array} words */
  draw(words) {
    this.coming = null;
    this.picture.draw(words);
  }

  /** Pixels of one unit along x. */
  get scale() {
    const frame = this.frame;
    return frame ? frame.width / (frame.xMax - frame.xMin) : 1;
  }

  /** The width of what is shown. */
  get extent() {
    const frame = this.frame;
    return frame ? frame.xMax - frame.xMin : 1;
  }

  /** @param {number} x @param {number} y @returns {[number, number]} */
  toPixel(x, y) {
    const frame = /** @type {Frame} */ (this.frame);
    return [
      frame.x + ((x - frame.xMin) / (frame.xMax - frame.xMin)) * frame.width,
      frame.y + ((frame.yMax - y) / (frame.yMax - frame.yMin)) * frame.height,
    ];
  }

  /** @param {number} pixelX @param {number} pixelY @returns {[number, number]} */
  toPlane(pixelX, pixelY, frame = /** @type {Frame} */ (this.frame)) {
    return [
      frame.xMin + ((pixelX - frame.x) / frame.width) * (frame.xMax - frame.xMin),
      frame.yMax - ((pixelY - frame.y) / frame.height) * (frame.yMax - frame.yMin),
    ];
  }

  /** A coordinate with no more digits than a pixel can tell. @param {number} value */
  rounded(value) {
    const digits = Math.max(0, Math.min(12, Math.ceil(Math.log10(this.scale))));
    return Number(value.toFixed(digits));
  }

  /** @param {number} pixelX @param {number} pixelY */
  contains(pixelX, pixelY) {
    const frame = this.frame;
    return frame !== undefined && pixelX >= frame.x && pixelX <= frame.x + frame.width
      && pixelY >= frame.y && pixelY <= frame.y + frame.height;
  }

  /** What is shown, or will be when its picture comes: the frame, and the view that the scene asks for. */
  outlook() {
    const frame = this.coming ?? this.frame;
    return frame && { frame, view: this.actions.view() };
  }

  /**
   * Shows the part of an outlook that begins at this pixel of it, so many times larger. The scene's view is
   * moved and scaled, not replaced by the frame, which is wider where the picture has another shape: else the
   * view would grow with every step.
   *
   * @param {number} left @param {number} top @param {number} factor
   * @param {{ frame: Frame, view: number[] }} from
   */
  lookAt(left, top, factor, { frame, view }) {
    const [xMin, yMax] = this.toPlane(left, top, frame);
    const width = (frame.xMax - frame.xMin) / factor;
    const height = (frame.yMax - frame.yMin) / factor;
    const digits = Math.max(0, Math.min(15, 4 - Math.floor(Math.log10(width))));
    const moved = [
      ...view.slice(0, 2).map((x) => xMin + (x - frame.xMin) / factor),
      ...view.slice(2).map((y) => yMax + (y - frame.yMax) / factor),
    ].map((value) => Number(value.toFixed(digits)));
    this.coming = { ...frame, xMin, xMax: xMin + width, yMin: yMax - height, yMax };
    this.actions.look(moved);
  }

  /**
   * Zooms so that the point under the pixel stays where it is.
   *
   * @param {number} factor above 1 shows less, larger
   */
  zoom(factor, pixelX = NaN, pixelY = NaN) {
    const outlook = this.outlook();
    if (!outlook) return;
    const { x, y, width, height } = outlook.frame;
    const fixedX = Number.isNaN(pixelX) ? x + width / 2 : pixelX;
    const fixedY = Number.isNaN(pixelY) ? y + height / 2 : pixelY;
    this.lookAt(fixedX + (x - fixedX) / factor, fixedY + (y - fixedY) / factor, factor, outlook);
  }

  /** @param {KeyboardEvent} event */
  keydown(event) {
    if (this.actions.key?.(event.key, event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (direction) this.nudge(direction[0], direction[1], event.shiftKey ? 5 : event.altKey ? 0.1 : 1);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-" || event.key === "−") this.zoom(0.8);
    else return;
    event.preventDefault();
  }

  /** Moves the focused point along a lattice of round numbers, some 1/60 of the picture apart. */
  nudge(right, up, factor) {
    const frame = this.frame;
    if (!frame) return;
    const step = roundStep(this.extent / 60) * factor;
    const [x, y] = this.actions.focus();
    const place = (value, direction) => (
      direction === 0 ? value : Number(((Math.round(value / step) + direction) * step).toPrecision(10)));
    this.actions.move(place(x, right), place(y, up));
  }
}

/** The number 1, 2 or 5 × 10ⁿ nearest below `value`. @param {number} value */
function roundStep(value) {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return power * ([5, 2].find((digit) => value >= digit * power * (1 - 1e-9)) ?? 1);
}
