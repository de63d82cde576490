import { dot } from "./marks.js";

/** What a race draws on the ground: ways and who is where on them. */

/** A way as a line with a casing, the steps as dots where they are few; what ground lies before is faint. */
export function paintTrack(context, pixels, seen, { color, paper, isFlow }) {
  const lay = (visible) => {
    context.beginPath();
    let open = false;
    pixels.forEach((pixel, at) => {
      const draws = pixel && (visible === (seen[at] > 0) || (at > 0 && visible === (seen[at - 1] > 0)));
      if (draws && open) context.lineTo(pixel[0], pixel[1]);
      else if (draws) context.moveTo(pixel[0], pixel[1]);
      open = Boolean(draws);
    });
  };
  context.save();
  context.lineJoin = "round";
  context.lineCap = isFlow ? "butt" : "round";
  for (const visible of [false, true]) {
    lay(visible);
    context.globalAlpha = visible && !isFlow ? 0.75 : 0;
    context.strokeStyle = paper;
    context.lineWidth = 4.2;
    context.stroke();
    context.globalAlpha = visible ? 1 : 0.35;
    context.setLineDash(isFlow ? [7, 4] : []);
    context.strokeStyle = color;
    context.lineWidth = isFlow ? 2 : 2.1;
    context.stroke();
    context.setLineDash([]);
  }
  context.restore();
  if (isFlow) return;
  context.beginPath();
  pixels.slice(0, 200).forEach((pixel, at) => {
    const before = pixels[at - 1];
    if (!pixel || !before || seen[at] === 0 || Math.hypot(pixel[0] - before[0], pixel[1] - before[1]) < 7) return;
    context.moveTo(pixel[0] + 2.6, pixel[1]);
    context.arc(pixel[0], pixel[1], 2.6, 0, 2 * Math.PI);
  });
  context.fillStyle = color;
  context.fill();
}

/** Who runs; a cross for who is lost. */
export function paintHead(context, { head: [x, y], color, isFlow, hidden, lost }, paper) {
  context.save();
  if (hidden) context.globalAlpha = 0.4;
  if (lost) {
    context.beginPath();
    for (const side of [-1, 1]) {
      context.moveTo(x - 5, y - 5 * side);
      context.lineTo(x + 5, y + 5 * side);
    }
    for (const [style, width] of [[paper, 5.5], [color, 2.6]]) {
      context.strokeStyle = style;
      context.lineWidth = width;
      context.stroke();
    }
  } else {
    dot(context, x, y, color, paper, isFlow ? 3.6 : 5);
  }
  context.restore();
}
