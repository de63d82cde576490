import { drawDisplayList, sizedContext } from "./canvas.js";
import { element } from "./element.js";

/** @typedef {import("./canvas.js").Frame} Frame */

/**
 * A canvas that shows one display list and asks for a new one when its size changes. With `surface` it
 * carries a second, transparent canvas above the first for what moves and what the hand holds.
 */
export class Picture {
  /**
   * @param {object} options
   * @param {string} options.name a class name that sets the size
   * @param {string} options.label what a screen reader calls the picture
   * @param {string} [options.description] the id of a longer description
   * @param {boolean} [options.surface] whether the picture takes pointer and keyboard
   * @param {() => void} options.request asks for a display list of this size
   */
  constructor({ name, label, description, surface = false, request }) {
    this.base = /** @type {HTMLCanvasElement} */ (element("canvas", surface
      ? { "aria-hidden": "true" }
      : { role: "img", "aria-label": label, "aria-describedby": description }));
    this.overlay = surface
      ? /** @type {HTMLCanvasElement} */ (element("canvas", {
        class: "surface", tabindex: "0", role: "application", "aria-label": label, "aria-describedby": description,
      }))
      : null;
    this.element = element("div", { class: `picture ${name}` }, this.base, this.overlay);
    this.request = request;
    this.width = 0;
    this.height = 0;
    /** How much larger than it was laid out the picture is drawn: its type follows the page's. */
    this.zoom = 1;
    /** @type {Frame[]} */
    this.frames = [];
    /** @type {(context: CanvasRenderingContext2D) => void} */
    this.paint = () => {};
    this.pending = 0;
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.element);
  }

  measure() {
    const { clientWidth, clientHeight } = this.element;
    if (clientWidth === 0 || clientHeight === 0) return;
    if (clientWidth === this.width && clientHeight === this.height) return;
    this.width = clientWidth;
    this.height = clientHeight;
    this.zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    this.request();
  }

  /** @param {Uint32Array} words */
  draw(words) {
    const context = sizedContext(this.base, this.width, this.height);
    context.scale(this.zoom, this.zoom);
    this.frames = drawDisplayList(context, words).map((frame) => ({
      ...frame, x: frame.x * this.zoom, y: frame.y * this.zoom,
      width: frame.width * this.zoom, height: frame.height * this.zoom,
    }));
    // Where the panels lie, for whoever drives the page from outside.
    this.element.dataset.frames = JSON.stringify(this.frames);
    this.paintOverlay();
  }

  /** Paints the overlay with the next frame of the screen. */
  repaint() {
    this.pending ||= requestAnimationFrame(() => this.paintOverlay());
  }

  paintOverlay() {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    if (this.overlay === null || this.width === 0) return;
    this.paint(sizedContext(this.overlay, this.width, this.height));
  }

  /** @param {string} label */
  relabel(label) {
    (this.overlay ?? this.base).setAttribute("aria-label", label);
  }

  close() {
    this.observer.disconnect();
    cancelAnimationFrame(this.pending);
  }
}
