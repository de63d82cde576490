/**
 * Particles with short trails. The last positions stay in a ring of frames in the plane's own coordinates,
 * so that panning and zooming move the trails along instead of smearing them.
 */
const longest = 24;
/** How long a trail looks back, in seconds: the same on a slow screen and a quick one. */
const memory = 0.3;
/** The mean speed on the screen, in pixels a second; the field's own time would be a blur or a standstill. */
const speed = 70;

export class Particles {
  /** @param {number} count */
  constructor(count) {
    this.count = count;
    /** @type {Float32Array[]} newest first */
    this.frames = [];
    /** The seconds that each frame took. @type {number[]} */
    this.durations = [];
    /** How much of the field's time passes in a second. */
    this.pace = 1e-3;
  }

  /**
   * Sets the pace by how far the last step went.
   *
   * @param {number} scale pixels of one unit
   * @param {number} duration of the last step, in seconds
   */
  adjustPace(scale, duration) {
    const [now, before] = this.frames;
    if (!before || duration === 0) return;
    let sum = 0;
    let moved = 0;
    for (let i = 0; i < this.count; i += 1) {
      const way = Math.abs(now[i] - before[i]) + Math.abs(now[this.count + i] - before[this.count + i]);
      if (way < Infinity) {
        sum += way;
        moved += 1;
      }
    }
    const pixels = (sum / moved) * scale / duration;
    if (!(pixels > 1e-9)) return;
    const wanted = speed / pixels;
    this.pace = Math.min(1e6, Math.max(1e-9, this.pace * (wanted > 4 || wanted < 0.25 ? wanted : wanted ** 0.1)));
  }

  /**
   * @param {Float32Array} positions every x, then every y; NaN where a particle has just been reborn
   * @param {number} duration since the last ones, in seconds
   */
  add(positions, duration) {
    this.frames.unshift(positions);
    this.durations.unshift(duration);
    let seconds = 0;
    const kept = this.durations.findIndex((part) => (seconds += part) > memory);
    const count = Math.min(longest, kept < 0 ? longest : Math.max(3, kept + 1));
    this.frames.splice(count);
    this.durations.splice(count);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {import("./plane.js").Plane} plane
   * @param {string} color
   */
  paint(context, plane, color) {
    const frame = plane.frame;
    if (!frame || this.frames.length < 2) return;
    const scaleX = frame.width / (frame.xMax - frame.xMin);
    const scaleY = frame.height / (frame.yMax - frame.yMin);
    const originX = frame.x - frame.xMin * scaleX;
    const originY = frame.y + frame.yMax * scaleY;
    context.save();
    context.beginPath();
    context.rect(frame.x, frame.y, frame.width, frame.height);
    context.clip();
    context.strokeStyle = color;
    context.lineCap = "round";
    for (let age = this.frames.length - 1; age > 0; age -= 1) {
      const newer = this.frames[age - 1];
      const older = this.frames[age];
      const fresh = 1 - (age - 1) / this.frames.length;
      context.globalAlpha = 0.7 * fresh * fresh;
      context.lineWidth = 0.6 + fresh;
      context.beginPath();
      for (let i = 0; i < this.count; i += 1) {
        const x = originX + newer[i] * scaleX;
        const y = originY - newer[this.count + i] * scaleY;
        const oldX = originX + older[i] * scaleX;
        const oldY = originY - older[this.count + i] * scaleY;
        // A comparison with NaN is false, so a rebirth leaves no line across the picture.
        if (Math.abs(x - oldX) + Math.abs(y - oldY) < 60) {
          context.moveTo(oldX, oldY);
          context.lineTo(x, y);
        }
      }
      context.stroke();
    }
    context.restore();
  }
}
