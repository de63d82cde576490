/**
 * The few marks that the page itself draws on a plane, for what the hand holds. Each has a casing in the
 * colour of the paper, so that it stays legible above any colour map.
 */

/**
 * Strokes the current path twice: first the casing, then the ink.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} ink
 * @param {string} casing
 */
export function strokeCased(context, ink, casing, width = 2) {
  context.lineJoin = "round";
  context.lineCap = "round";
  context.strokeStyle = casing;
  context.lineWidth = width + 3;
  context.stroke();
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.stroke();
}

/** A round knob to grab. */
export function knob(context, x, y, ink, casing, radius = 6.5) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = casing;
  context.fill();
  context.strokeStyle = ink;
  context.lineWidth = 2.5;
  context.stroke();
}

/** A dot with a casing. */
export function dot(context, x, y, ink, casing, radius = 5) {
  context.beginPath();
  context.arc(x, y, radius + 1.5, 0, 2 * Math.PI);
  context.fillStyle = casing;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.fill();
}

/** An arrow from one pixel to another. */
export function arrow(context, fromX, fromY, toX, toY, ink, casing, width = 2.5) {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (!(length > 1)) return;
  const angle = Math.atan2(toY - fromY, toX - fromX);
  const size = Math.min(5.2 * width, length * 0.7);
  const neck = size * 0.7;
  const draw = () => {
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX - neck * Math.cos(angle), toY - neck * Math.sin(angle));
  };
  headedStroke(context, draw, toX, toY, angle, size, ink, casing, width);
}

/**
 * A cased line that ends in a solid head.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {() => void} draw lays the line as the current path
 * @param {number} angle the way the head points
 */
export function headedStroke(context, draw, tipX, tipY, angle, size, ink, casing, thickness = 2.5) {
  const head = () => {
    context.beginPath();
    context.moveTo(tipX, tipY);
    for (const side of [-0.42, 0.42]) {
      context.lineTo(tipX - size * Math.cos(angle + side), tipY - size * Math.sin(angle + side));
    }
    context.closePath();
  };
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const [color, width, edge] of [[casing, thickness + 3, 3], [ink, thickness, 0.5]]) {
    context.strokeStyle = color;
    context.fillStyle = color;
    draw();
    context.lineWidth = width;
    context.stroke();
    head();
    context.lineWidth = edge;
    context.stroke();
    context.fill();
  }
}

/**
 * A short text on a pill, beside a point, inside the picture and off the arrow that starts at the point.
 *
 * @param {CanvasRenderingContext2D} context with the font already set
 * @param {{ x: number, y: number, width: number, height: number }} bounds
 * @param {number} right how far the arrow goes right
 * @param {number} down how far the arrow goes down
 */
export function label(context, text, x, y, bounds, right, down, ink, paper) {
  const width = context.measureText(text).width + 14;
  const aside = right > 0 ? x - 10 - width : x + 10;
  const left = Math.max(bounds.x + 4, Math.min(bounds.x + bounds.width - width - 4, aside));
  const upward = down > 0 ? y - 34 : y + 10;
  const top = upward < bounds.y ? y + 10 : upward + 24 > bounds.y + bounds.height ? y - 34 : upward;
  context.beginPath();
  context.roundRect(left, top, width, 24, 6);
  context.globalAlpha = 0.92;
  context.fillStyle = paper;
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = ink;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(text, left + 7, top + 12.5);
}

/** Keeps what follows inside the panel; undo with `context.restore()`. */
export function clipTo(context, { x, y, width, height }) {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}
