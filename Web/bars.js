import { Picture } from "./picture.js";
import { clipTo } from "./marks.js";

/** @typedef {import("./canvas.js").Frame} Frame */

/**
 * What the bench of the bars does when they are used.
 *
 * @typedef {object} BarActions
 * @property {() => void} request
 * @property {() => [number[], number[]]} values p and q
 * @property {(series: 0 | 1, index: number, value: number) => void} set
 * @property {(series: 0 | 1, index: number) => void} select
 */

/**
 * The bars of p and q, side by side in each category, to be dragged by their tops or moved by the arrow
 * keys: left and right choose a bar, up and down change it (Shift coarse, Alt fine).
 */
export class Bars {
  /** @param {{ label: string, description: string }} names @param {BarActions} actions */
  constructor({ label, description }, actions) {
    this.actions = actions;
    this.selected = { series: /** @type {0 | 1} */ (0), index: 0 };
    this.dragging = false;
    /** @type {Frame | undefined} */
    this.startFrame = undefined;
    this.picture = new Picture({
      name: "bars", label, description, surface: true, request: () => actions.request(),
    });
    this.picture.paint = (context) => this.paint(context);
    this.surface = /** @type {HTMLCanvasElement} */ (this.picture.overlay);
    this.ink = "";
    this.listen();
  }

  listen() {
    const { surface } = this;
    surface.addEventListener("pointerdown", (event) => this.down(event));
    surface.addEventListener("pointermove", (event) => this.moved(event));
    for (const name of ["pointerup", "pointercancel"]) {
      surface.addEventListener(name, () => { this.dragging = false; this.picture.repaint(); });
    }
    surface.addEventListener("touchstart", (event) => {
      if (this.dragging && event.cancelable) event.preventDefault();
    }, { passive: false });
    surface.addEventListener("keydown", (event) => this.keydown(event));
    for (const name of ["focus", "blur"]) surface.addEventListener(name, () => this.picture.repaint());
  }

  /** @returns {Frame | undefined} */
  get frame() {
    return this.picture.frames[0];
  }

  /**
   * The bar under a pixel: each category's left half is p, its right half q.
   *
   * @param {number} pixelX
   * @returns {{ series: 0 | 1, index: number } | null}
   */
  barAt(pixelX) {
    const frame = this.frame;
    if (!frame) return null;
    const count = this.actions.values()[0].length;
    const place = frame.xMin + ((pixelX - frame.x) / frame.width) * (frame.xMax - frame.xMin);
    const index = Math.round(place);
    if (index < 0 || index >= count) return null;
    return { series: place < index ? 0 : 1, index };
  }

  /** @param {number} value */
  pixelOf(value) {
    const frame = /** @type {Frame} */ (this.frame);
    return frame.y + ((frame.yMax - value) / (frame.yMax - frame.yMin)) * frame.height;
  }

  /** @param {MouseEvent} event @returns {[number, number]} */
  place(event) {
    const box = this.surface.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button > 0) return;
    const [pixelX, pixelY] = this.place(event);
    const bar = this.barAt(pixelX);
    this.surface.focus({ preventScroll: true });
    if (!bar) return;
    this.select(bar);
    this.dragging = true;
    // The scale may follow the bars, so a drag measures by the scale that it began with.
    this.startFrame = this.frame;
    try { this.surface.setPointerCapture(event.pointerId); } catch { /* the pointer is gone */ }
    this.drag(pixelY);
  }

  /** @param {PointerEvent} event */
  moved(event) {
    const [pixelX, pixelY] = this.place(event);
    if (this.dragging) {
      this.drag(pixelY);
    } else {
      this.surface.style.cursor = this.barAt(pixelX) ? "ns-resize" : "";
    }
  }

  /** @param {number} pixelY */
  drag(pixelY) {
    const frame = this.startFrame ?? /** @type {Frame} */ (this.frame);
    const part = (frame.y + frame.height - pixelY) / frame.height;
    this.set(frame.yMin + part * (frame.yMax - frame.yMin), 3);
  }

  /** @param {number} value @param {number} digits */
  set(value, digits) {
    const { series, index } = this.selected;
    this.actions.set(series, index, Number(Math.min(1, Math.max(0, value)).toFixed(digits)));
  }

  /** @param {{ series: 0 | 1, index: number }} bar */
  select(bar) {
    this.selected = bar;
    this.actions.select(bar.series, bar.index);
    this.picture.repaint();
  }

  /** @param {KeyboardEvent} event */
  keydown(event) {
    if (event.ctrlKey || event.metaKey) return;
    const values = this.actions.values();
    const { series, index } = this.selected;
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const upward = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (aside !== undefined) {
      const count = 2 * values[0].length;
      const next = (2 * index + series + aside + count) % count;
      this.select({ series: /** @type {0 | 1} */ (next % 2), index: Math.floor(next / 2) });
    } else if (upward !== undefined) {
      const step = event.shiftKey ? 0.1 : event.altKey ? 0.001 : 0.01;
      this.set(values[series][index] + upward * step, 4);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Marks the chosen bar. @param {CanvasRenderingContext2D} context */
  paint(context) {
    const frame = this.frame;
    const values = this.actions.values();
    const { series, index } = this.selected;
    if (!frame || index >= values[0].length) return;
    if (!this.dragging && document.activeElement !== this.surface) return;
    const unit = frame.width / (frame.xMax - frame.xMin);
    const left = frame.x + (index - frame.xMin + (series === 0 ? -0.32 : 0.02)) * unit;
    const top = this.pixelOf(values[series][index]);
    clipTo(context, { x: frame.x - 4, y: frame.y - 8, width: frame.width + 8, height: frame.height + 16 });
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(left + 0.3 * unit, top);
    context.lineCap = "round";
    context.strokeStyle = this.ink;
    context.lineWidth = 5;
    context.stroke();
    context.restore();
  }
}
