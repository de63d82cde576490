import { Plane } from "./plane.js";

/**
 * What a bench does when the picture of space is used, besides what the plane asks for.
 *
 * @typedef {object} SpaceActions
 * @property {() => { camera: [number, number], size: number }} pose
 * @property {(pose: { camera?: [number, number], size?: number }) => void} take
 * @property {(right: number, up: number, factor: number) => void} nudge arrow keys, in steps
 * @property {(right: number, down: number, from: any) => void} drag the hand on nothing, in pixels since it came down
 */

/**
 * Space, seen from a camera that the hand turns. The picture's coordinates are the camera's: places are what is seen
 * where, and only the module knows which points they are.
 */
export class Space extends Plane {
  /**
   * @param {{ label: string, description: string }} names
   * @param {import("./plane.js").PlaneActions & SpaceActions} actions
   */
  constructor(names, actions) {
    super(names, actions);
    this.space = actions;
  }

  outlook() {
    const frame = this.frame;
    return frame && { frame, view: [], ...this.space.pose(), ...this.space.grip?.() };
  }

  /** A drag turns, a pinch zooms. */
  lookAt(left, top, factor, from) {
    if (factor !== 1) this.space.take({ size: tidy(from.size / factor) });
    else this.space.drag(from.frame.x - left, from.frame.y - top, from);
  }

  zoom(factor) {
    this.space.take({ size: tidy(this.space.pose().size / factor) });
  }

  nudge(right, up, factor) {
    this.space.nudge(right, up, factor);
  }
}

/** A size with as many digits as anyone needs. @param {number} size */
function tidy(size) {
  return Number(size.toPrecision(3));
}

/**
 * A direction turned by a drag: to the right and downwards, in pixels.
 *
 * @param {[number, number]} angles azimuth and elevation in degrees
 * @returns {[number, number]}
 */
export function turned([azimuth, elevation], right, down, speed = 0.5) {
  const turn = (((azimuth + right * speed + 540) % 360) + 360) % 360 - 180;
  const rise = Math.max(-90, Math.min(90, elevation + down * speed));
  return [Number(turn.toFixed(2)), Number(rise.toFixed(2))];
}
