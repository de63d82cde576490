/**
 * Draws a display list, the words in which the module describes a picture, on a Canvas2D context.
 */

const magic = 0x4e41424c;
const headerWords = 5;
const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", '
  + '"Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const caps = /** @type {CanvasLineCap[]} */ (["butt", "round", "square"]);
const joins = /** @type {CanvasLineJoin[]} */ (["miter", "round", "bevel"]);
const anchors = /** @type {CanvasTextAlign[]} */ (["left", "center", "right"]);
const baselines = /** @type {CanvasTextBaseline[]} */ (["alphabetic", "middle", "top"]);
const decoder = new TextDecoder();

/**
 * A panel of a picture: where it lies in the picture and which coordinates it shows.
 *
 * @typedef {object} Frame
 * @property {number} panel
 * @property {number} x left edge in CSS pixels
 * @property {number} y top edge
 * @property {number} width
 * @property {number} height
 * @property {number} xMin
 * @property {number} xMax
 * @property {number} yMin
 * @property {number} yMax
 * @property {number} xKind 0 linear, 1 logarithmic, 2 symmetric logarithmic, 3 categories
 * @property {number} yKind
 */

/** The font of the module's labels, for labels that the page itself draws. @param {number} size */
export function labelFont(size, weight = 400, italic = false) {
  return `${italic ? "italic " : ""}${weight} ${size}px ${family}`;
}

/**
 * Makes the canvas's pixels match its place on the screen.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} width in CSS pixels
 * @param {number} height in CSS pixels
 * @returns {CanvasRenderingContext2D} scaled so that one unit is one CSS pixel
 */
export function sizedContext(canvas, width, height) {
  const ratio = Math.min(globalThis.devicePixelRatio || 1, 3);
  const pixelWidth = Math.max(1, Math.round(width * ratio));
  const pixelHeight = Math.max(1, Math.round(height * ratio));
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
  }
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * Draws every command and returns the panels that the list declares.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Uint32Array} words
 * @returns {Frame[]}
 */
export function drawDisplayList(context, words) {
  if (words[0] !== magic || words[1] !== 1) throw new Error("not a display list of version 1");
  const end = Math.min(words[2], words.length);
  /** @type {Frame[]} */
  const frames = [];
  let clips = 0;
  for (let at = headerWords; at < end; at += 2 + words[at + 1]) {
    const payload = words.subarray(at + 2, at + 2 + words[at + 1]);
    const floats = new Float32Array(payload.buffer, payload.byteOffset, payload.length);
    switch (words[at]) {
      case 1: fill(context, payload, floats); break;
      case 2: stroke(context, payload, floats); break;
      case 3: write(context, payload, floats); break;
      case 4: paint(context, payload, floats); break;
      case 5: clips += 1; clip(context, floats); break;
      case 6: if (clips > 0) { clips -= 1; context.restore(); } break;
      case 7: frames.push(frame(payload, floats)); break;
    }
  }
  for (; clips > 0; clips -= 1) context.restore();
  return frames;
}

/** @param {number} rgba */
function color(rgba) {
  return `rgba(${rgba >>> 24}, ${(rgba >>> 16) & 255}, ${(rgba >>> 8) & 255}, ${(rgba & 255) / 255})`;
}

/** @param {CanvasRenderingContext2D} context @param {Uint32Array} words @param {Float32Array} floats @param {number} start */
function trace(context, words, floats, start) {
  context.beginPath();
  for (let at = start; at < words.length;) {
    switch (words[at]) {
      case 0: context.moveTo(floats[at + 1], floats[at + 2]); at += 3; break;
      case 1: context.lineTo(floats[at + 1], floats[at + 2]); at += 3; break;
      case 2:
        context.quadraticCurveTo(floats[at + 1], floats[at + 2], floats[at + 3], floats[at + 4]);
        at += 5;
        break;
      case 3:
        context.bezierCurveTo(floats[at + 1], floats[at + 2], floats[at + 3], floats[at + 4],
          floats[at + 5], floats[at + 6]);
        at += 7;
        break;
      case 4: context.closePath(); at += 1; break;
      default: return;
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {Uint32Array} words @param {Float32Array} floats */
function fill(context, words, floats) {
  context.fillStyle = color(words[0]);
  trace(context, words, floats, 2);
  context.fill(words[1] === 1 ? "evenodd" : "nonzero");
}

/** @param {CanvasRenderingContext2D} context @param {Uint32Array} words @param {Float32Array} floats */
function stroke(context, words, floats) {
  const dashes = words[4];
  context.strokeStyle = color(words[0]);
  context.lineWidth = floats[1];
  context.lineCap = caps[words[2]] ?? "butt";
  context.lineJoin = joins[words[3]] ?? "miter";
  context.setLineDash(Array.from(floats.subarray(5, 5 + dashes)));
  trace(context, words, floats, 5 + dashes);
  context.stroke();
  context.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} context @param {Uint32Array} words @param {Float32Array} floats */
function write(context, words, floats) {
  const bytes = new Uint8Array(words.buffer, words.byteOffset + 40, words[9]);
  context.save();
  context.translate(floats[1], floats[2]);
  context.rotate((floats[6] * Math.PI) / 180);
  context.font = labelFont(floats[3], words[7], words[8] === 1);
  context.textAlign = anchors[words[4]] ?? "left";
  context.textBaseline = baselines[words[5]] ?? "alphabetic";
  context.fillStyle = color(words[0]);
  context.fillText(decoder.decode(bytes), 0, 0);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Uint32Array} words @param {Float32Array} floats */
function paint(context, words, floats) {
  const [width, height] = [words[4], words[5]];
  if (width === 0 || height === 0) return;
  const pixels = new Uint8ClampedArray(words.buffer, words.byteOffset + 28, width * height * 4);
  const tile = document.createElement("canvas");
  tile.width = width;
  tile.height = height;
  const image = new ImageData(width, height);
  image.data.set(pixels);
  /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d")).putImageData(image, 0, 0);
  context.imageSmoothingEnabled = words[6] === 1;
  context.drawImage(tile, floats[0], floats[1], floats[2], floats[3]);
}

/** @param {CanvasRenderingContext2D} context @param {Float32Array} floats */
function clip(context, floats) {
  context.save();
  context.beginPath();
  context.rect(floats[0], floats[1], floats[2], floats[3]);
  context.clip();
}

/** @param {Uint32Array} words @param {Float32Array} floats @returns {Frame} */
function frame(words, floats) {
  return {
    panel: words[0], x: floats[1], y: floats[2], width: floats[3], height: floats[4],
    xMin: floats[5], xMax: floats[6], yMin: floats[7], yMax: floats[8], xKind: words[9], yKind: words[10],
  };
}
