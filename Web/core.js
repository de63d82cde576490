/**
 * The WebAssembly module as an object: one method for each export, text and typed arrays in and out.
 * All mathematics of the page happens behind these methods.
 */

/**
 * @typedef {object} SceneError
 * @property {string} code
 * @property {string} [key] the scene key whose value is wrong
 * @property {number} [position] where in that value, counted in characters from 0
 * @property {number} [length]
 * @property {string} [found]
 * @property {string[]} [expected]
 * @property {string} text an English sentence
 */

/**
 * The outline of a drop of dye, its area, and how many times the first area that is.
 *
 * @typedef {{ x: Float32Array, y: Float32Array, area: number, ratio: number }} Drop
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The module's bytes: inlined in the one-file page, fetched beside the page otherwise.
 *
 * @returns {Promise<Uint8Array>}
 */
export async function compiledModule() {
  const inlined = /** @type {any} */ (globalThis).nablaWasmBase64;
  if (inlined) return WebAssembly.compile(Uint8Array.from(atob(inlined), (character) => character.charCodeAt(0)));
  const response = await fetch("LabCore.wasm");
  if (!response.ok) throw new Error(`LabCore.wasm: ${response.status} ${response.statusText}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<Core>}
 */
export async function startCore(module) {
  const instance = await WebAssembly.instantiate(module, {});
  const exports = /** @type {any} */ (instance.exports);
  exports._initialize?.();
  return new Core(exports);
}

export class Core {
  /** @param {any} exports */
  constructor(exports) {
    this.exports = exports;
  }

  /**
   * Makes `text` the current scene. A scene that does not parse leaves the old one in place.
   *
   * @param {string} text
   * @returns {{ text: string, error?: undefined } | { text?: undefined, error: SceneError }}
   */
  setScene(text) {
    const bytes = encoder.encode(text);
    const address = this.exports.lab_input(bytes.length);
    new Uint8Array(this.exports.memory.buffer, address, bytes.length).set(bytes);
    const failed = this.exports.lab_scene(bytes.length);
    const output = this.outputText();
    return failed ? { error: JSON.parse(output) } : { text: output };
  }

  /** Everything there is to read at the current scene. @returns {any} */
  reading() {
    this.exports.lab_reading();
    return JSON.parse(this.outputText());
  }

  /**
   * The display list of one of the bench's pictures.
   *
   * @param {number} index
   * @param {number} width in CSS pixels
   * @param {number} height in CSS pixels
   * @param {boolean} dark
   * @param {boolean} chinese
   * @returns {Uint32Array} a copy that outlives the next call
   */
  figure(index, width, height, dark, chinese) {
    this.exports.lab_figure(index, width, height, dark ? 1 : 0, chinese ? 1 : 0);
    return new Uint32Array(this.outputBytes().slice().buffer);
  }

  /** @param {number} count @param {number} seed */
  resetParticles(count, seed) {
    this.exports.lab_particles_reset(count, seed);
  }

  /** @param {number} duration @returns {Float32Array} every x, then every y; NaN marks a rebirth */
  stepParticles(duration) {
    this.exports.lab_particles_step(duration);
    return this.outputFloats();
  }

  /** @returns {any} */
  resetWheel() {
    this.exports.lab_wheel_reset();
    return JSON.parse(this.outputText());
  }

  /** @param {number} duration @param {boolean} carried @returns {any} */
  stepWheel(duration, carried) {
    this.exports.lab_wheel_step(duration, carried ? 1 : 0);
    return JSON.parse(this.outputText());
  }

  /** @returns {Drop} */
  resetDye() {
    this.exports.lab_dye_reset();
    return this.outputDrop();
  }

  /** @param {number} duration @returns {Drop} */
  stepDye(duration) {
    this.exports.lab_dye_step(duration);
    return this.outputDrop();
  }

  /** Every x, every y, then the area and its ratio to the first. @returns {Drop} */
  outputDrop() {
    const floats = this.outputFloats();
    const count = floats.length / 2 - 1;
    return {
      x: floats.subarray(0, count), y: floats.subarray(count, 2 * count),
      area: floats[2 * count], ratio: floats[2 * count + 1],
    };
  }

  /** The level line through the probe, as far as the view goes. @returns {{ x: Float32Array, y: Float32Array }} */
  levelLine() {
    this.exports.lab_level_line();
    const floats = this.outputFloats();
    const count = floats.length / 2;
    return { x: floats.subarray(0, count), y: floats.subarray(count) };
  }

  /** @returns {any} */
  resetRotor() {
    this.exports.lab_rotor_reset();
    return JSON.parse(this.outputText());
  }

  /** @param {number} duration @returns {any} */
  stepRotor(duration) {
    this.exports.lab_rotor_step(duration);
    return JSON.parse(this.outputText());
  }

  /** The axis whose tip is seen at a place of the picture. @returns {{ azimuth: number, elevation: number }} */
  axisAt(x, y) {
    this.exports.lab_axis_at(x, y);
    return JSON.parse(this.outputText());
  }

  /** The point at the depth of the sphere that is seen at a place. @returns {{ x: number, y: number, z: number }} */
  pointAt(x, y) {
    this.exports.lab_point_at(x, y);
    return JSON.parse(this.outputText());
  }

  /**
   * Everyone's way on the bench of the descent, as places of the picture.
   *
   * @param {{ name: string, points: number }[]} tracks as the reading lists them
   * @returns {{ x: Float32Array, y: Float32Array, seen: Float32Array }[]}
   */
  race(tracks) {
    this.exports.lab_race();
    const floats = this.outputFloats();
    let at = 0;
    const next = (count) => floats.subarray(at, at += count);
    return tracks.map(({ points }) => ({ x: next(points), y: next(points), seen: next(points) }));
  }

  /** What everyone has come to after so many iterations. @param {number} iteration @returns {any} */
  raceAfter(iteration) {
    this.exports.lab_race_after(iteration);
    return JSON.parse(this.outputText());
  }

  /** The point of the plane that a relief shows at a place. @returns {{ x?: number, y?: number }} */
  groundAt(x, y) {
    this.exports.lab_ground_at(x, y);
    return JSON.parse(this.outputText());
  }

  outputFloats() {
    return new Float32Array(this.outputBytes().slice().buffer);
  }

  outputText() {
    return decoder.decode(this.outputBytes());
  }

  /** A view of the module's memory, good until the next call: memory may grow and detach it. */
  outputBytes() {
    const { memory, lab_output: output, lab_output_length: length } = this.exports;
    return new Uint8Array(memory.buffer, output(), length());
  }
}
