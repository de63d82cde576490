/** @typedef {import("./plane.js").Plane} Plane */
/** @typedef {import("./plane.js").Handle} Handle */

/**
 * A circle of the scene (`key=x,y,r`) in the hand: its inside moves it, its rim resizes it, and so do the
 * keys [ and ].
 */
export class Round {
  /** @param {import("./lab.js").Lab} lab @param {string} key */
  constructor(lab, key) {
    this.lab = lab;
    this.sceneKey = key;
  }

  /** @returns {[number, number, number]} centre and radius */
  get place() {
    return this.lab.reading[this.sceneKey];
  }

  /** @param {number} x @param {number} y */
  move(x, y) {
    this.lab.change({ [this.sceneKey]: `${x},${y},${this.place[2]}` });
  }

  /** @param {number} radius */
  resize(radius) {
    const [x, y] = this.place;
    this.lab.change({ [this.sceneKey]: `${x},${y},${radius}` });
  }

  /** @param {string} key @param {KeyboardEvent} event */
  key(key, event) {
    if (event.ctrlKey || event.metaKey) return false;
    const step = { "[": -0.1, "]": 0.1 }[key];
    if (step === undefined) return false;
    this.resize(Math.max(0.05, Number((this.place[2] + step).toFixed(3))));
    return true;
  }

  /** The pixel of the knob on the rim. @param {Plane} plane */
  rim(plane) {
    const [x, y, radius] = this.place;
    const part = Math.SQRT1_2 * radius;
    return plane.toPixel(x + part, y + part);
  }

  /** @param {Plane} plane @returns {Handle[]} */
  handles(plane) {
    const [x, y, radius] = this.place;
    const [centreX, centreY] = plane.toPixel(x, y);
    const pixels = radius * plane.scale;
    const far = (pixelX, pixelY) => Math.hypot(pixelX - centreX, pixelY - centreY);
    const [knobX, knobY] = this.rim(plane);
    const part = Math.SQRT1_2 * radius;
    return [
      {
        x: x + part, y: y + part, cursor: "nesw-resize",
        hit: (pixelX, pixelY, reach) => Math.hypot(pixelX - knobX, pixelY - knobY) < reach + 4,
        drag: (toX, toY) => this.resize(Math.max(0.02, plane.rounded(Math.hypot(toX - x, toY - y)))),
      },
      {
        x, y, cursor: "grab",
        hit: (pixelX, pixelY, reach) => far(pixelX, pixelY) < Math.max(pixels, reach),
        drag: (toX, toY) => this.move(plane.rounded(toX), plane.rounded(toY)),
      },
    ];
  }

  /** Lays the circle as the current path. @param {CanvasRenderingContext2D} context @param {Plane} plane */
  trace(context, plane) {
    const [x, y, radius] = this.place;
    const [pixelX, pixelY] = plane.toPixel(x, y);
    context.beginPath();
    context.ellipse(pixelX, pixelY, radius * plane.scale, radius * plane.scale, 0, 0, 2 * Math.PI);
  }
}
