import { Plane } from "./plane.js";
import { turned } from "./space.js";

/**
 * What a bench does when its ground is used, besides what the plane asks for.
 *
 * @typedef {object} TerrainActions
 * @property {() => [number, number]} camera azimuth and elevation in degrees
 * @property {(camera: [number, number]) => void} turn
 * @property {(x: number, y: number) => [number, number] | null} ground the point of the plane that a relief shows there
 */

/**
 * The ground of a scalar field, from above as a map or from the side as a relief that the hand turns. The coordinates of a
 * relief's picture are the camera's: only the module knows which point of the plane is seen where.
 */
export class Terrain extends Plane {
  /**
   * @param {{ label: string, description: string }} names
   * @param {import("./plane.js").PlaneActions & TerrainActions} actions
   */
  constructor(names, actions) {
    super(names, actions);
    this.terrain = actions;
    /** Whether the picture on the screen is a relief. */
    this.isRelief = false;
  }

  /** The width of the plane that is shown, in its own units. */
  get extent() {
    if (!this.isRelief) return super.extent;
    const [xMin, xMax] = this.actions.view();
    return xMax - xMin;
  }

  get scale() {
    return this.isRelief && this.frame ? this.frame.width / (1.5 * this.extent) : super.scale;
  }

  outlook() {
    const outlook = super.outlook();
    return outlook && { ...outlook, camera: this.terrain.camera() };
  }

  /** On a relief a drag turns, and a pinch shows more or less of the plane around the middle of the view. */
  lookAt(left, top, factor, from) {
    if (!this.isRelief) {
      super.lookAt(left, top, factor, from);
    } else if (factor === 1) {
      this.terrain.turn(turned(from.camera, left - from.frame.x, from.frame.y - top));
    } else {
      this.actions.look(scaled(from.view, factor));
    }
  }

  zoom(factor, pixelX = NaN, pixelY = NaN) {
    if (this.isRelief) this.actions.look(scaled(this.actions.view(), factor));
    else super.zoom(factor, pixelX, pixelY);
  }
}

/** A view so many times larger around its middle. @param {number[]} view @param {number} factor */
function scaled([xMin, xMax, yMin, yMax], factor) {
  return [[xMin, xMax], [yMin, yMax]].flatMap(([low, high]) => {
    const half = (high - low) / 2 / factor;
    const digits = Math.max(0, Math.min(15, 4 - Math.floor(Math.log10(half))));
    return [(low + high) / 2 - half, (low + high) / 2 + half].map((value) => Number(value.toFixed(digits)));
  });
}
