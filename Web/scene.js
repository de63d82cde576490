/**
 * The scene, what is on the screen, as text, and the address fragment that carries it. The module parses,
 * clamps and prints scenes; the page only keeps the pairs of key and value.
 */

/** @typedef {import("./core.js").Core} Core */
/** @typedef {import("./core.js").SceneError} SceneError */

const version = "v1";
/** Keys whose values are formulas. */
const formulas = ["F", "f"];

export class Scene {
  /**
   * @param {Core} core
   * @param {Record<string, Record<string, string>>} defaults what a key means where a scene omits it, per bench
   */
  constructor(core, defaults) {
    this.core = core;
    this.defaults = defaults;
    this.bench = Object.keys(defaults)[0];
    /** @type {Map<string, string>} */
    this.values = new Map();
    this.text = "";
    /** The last scene of each bench, so that leaving a bench loses nothing. @type {Map<string, string>} */
    this.visited = new Map();
    this.timer = 0;
    this.open(`${version};${this.bench}`);
  }

  /** @param {string} key @returns {string} */
  get(key) {
    return this.values.get(key) ?? this.defaults[this.bench][key] ?? "";
  }

  /** @param {string} key @returns {number[]} */
  numbers(key) {
    return this.get(key).split(",").map(Number);
  }

  /** @param {string} key @returns {string[]} */
  list(key) {
    const value = this.get(key);
    return value === "" || value === "none" ? [] : value.split(",");
  }

  /**
   * Changes some keys; null returns a key to its default.
   *
   * @param {Record<string, string | null>} changes
   * @returns {SceneError | null} why the scene stays as it was
   */
  change(changes) {
    const values = new Map(this.values);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) values.delete(key);
      // A semicolon would end the part; in a formula it separates statements, as a new line does.
      else values.set(key, value.replaceAll(";", formulas.includes(key) ? "\n" : ","));
    }
    const pairs = [...values].map(([key, value]) => `;${key}=${value}`);
    return this.open(`${version};${this.bench}${pairs.join("")}`);
  }

  /**
   * Makes a whole scene the current one.
   *
   * @param {string} text
   * @returns {SceneError | null}
   */
  open(text) {
    const result = this.core.setScene(text);
    if (result.error) return result.error;
    const [, bench, ...pairs] = result.text.split(";");
    if (!(bench in this.defaults)) return { code: "unknownBench", found: bench, text: `No bench ${bench}.` };
    this.bench = bench;
    this.values = new Map(pairs.map((pair) => {
      const cut = pair.indexOf("=");
      return cut < 0 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
    }));
    this.text = result.text;
    this.visited.set(bench, result.text);
    return null;
  }

  /** @param {string} bench @returns {SceneError | null} */
  visit(bench) {
    return this.open(this.visited.get(bench) ?? `${version};${bench}`);
  }

  /** The scene in the address fragment, or null where there is none. @returns {string | null} */
  static inAddress() {
    const fragment = location.hash.slice(1);
    if (fragment === "") return null;
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  /**
   * Writes the scene into the address: at once as a new step of the history, or soon and in place, because
   * browsers limit how often a page may do that.
   *
   * @param {boolean} newStep
   */
  writeAddress(newStep) {
    clearTimeout(this.timer);
    const write = () => {
      const address = `#${encodeURI(this.text)}`;
      if (address === location.hash) return;
      if (newStep) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    };
    if (newStep) write();
    else this.timer = setTimeout(write, 250);
  }
}
