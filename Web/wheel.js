import { dot, headedStroke, strokeCased } from "./marks.js";

const blades = 8;

/** @typedef {{ accent: string, ink: string, quiet: string, paper: string }} Colors */

/**
 * A paddlewheel: rim, blades (one of them coloured, so that turning can be seen), hub, and outside the rim a
 * bent arrow as long as the wheel is fast.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number} x the hub's pixel
 * @param {number} y
 * @param {number} radius in pixels
 * @param {{ angle: number, angularVelocity: number }} state counter-clockwise, in radians
 * @param {Colors} colors
 */
export function paintWheel(context, x, y, radius, { angle, angularVelocity }, colors) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colors.paper;
  context.globalAlpha = 0.55;
  context.fill();
  context.globalAlpha = 1;
  strokeCased(context, colors.ink, colors.paper, 1.5);
  const paddle = Math.max(3, radius * 0.14);
  for (let blade = blades - 1; blade >= 0; blade -= 1) {
    // The screen's y points down, so a counter-clockwise angle is subtracted.
    const turn = -angle - (2 * Math.PI * blade) / blades;
    const [right, down] = [Math.cos(turn), Math.sin(turn)];
    context.beginPath();
    context.moveTo(x + right * radius * 0.12, y + down * radius * 0.12);
    context.lineTo(x + right * radius * 0.62, y + down * radius * 0.62);
    strokeCased(context, blade === 0 ? colors.accent : colors.quiet, colors.paper, 1.5);
    context.beginPath();
    context.moveTo(x + right * radius * 0.6, y + down * radius * 0.6);
    context.lineTo(x + right * radius * 0.94, y + down * radius * 0.94);
    strokeCased(context, blade === 0 ? colors.accent : colors.quiet, colors.paper, paddle);
  }
  dot(context, x, y, colors.ink, colors.paper, Math.max(3, radius * 0.09));
  paintSense(context, x, y, radius + 12, angularVelocity, colors);
}

/** The bent arrow. */
function paintSense(context, x, y, radius, angularVelocity, colors) {
  if (!(Math.abs(angularVelocity) > 0.02)) return;
  const sweep = Math.min(0.45 + Math.abs(angularVelocity) * 0.8, 4.5);
  const direction = angularVelocity > 0 ? -1 : 1;
  const start = -Math.PI / 2 - (direction * sweep) / 2;
  const end = start + direction * sweep;
  const size = Math.min(12, radius * sweep * 0.7);
  const neck = end - (direction * size * 0.7) / radius;
  const arc = () => {
    context.beginPath();
    context.arc(x, y, radius, start, neck, direction < 0);
  };
  const middle = (end + neck) / 2;
  headedStroke(context, arc, x + radius * Math.cos(end), y + radius * Math.sin(end),
    middle + (direction * Math.PI) / 2, size, colors.accent, colors.paper);
}

/** The way of a carried wheel. @param {[number, number][]} points @param {Colors} colors */
export function paintPath(context, points, colors) {
  if (points.length < 2) return;
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  strokeCased(context, colors.accent, colors.paper, 1.5);
}
