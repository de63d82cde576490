import { Scene } from "./scene.js";

/**
 * What every bench works with: the module, the scene, the readings at the scene, text, clock and voice.
 */
export class Lab {
  /**
   * @param {object} parts
   * @param {import("./core.js").Core} parts.core
   * @param {Scene} parts.scene
   * @param {import("./studio.js").Studio} parts.studio
   * @param {import("./clock.js").Clock} parts.clock
   * @param {import("./announce.js").Announcer} parts.announcer
   * @param {import("./preferences.js").Preferences} parts.preferences
   * @param {() => any} parts.text
   */
  constructor({ core, scene, studio, clock, announcer, preferences, text }) {
    this.core = core;
    this.scene = scene;
    this.studio = studio;
    this.clock = clock;
    this.announcer = announcer;
    this.preferences = preferences;
    this.words = text;
    /** @type {any} */
    this.bench = null;
    /** @type {any} */
    this.reading = core.reading();
  }

  /** Every visible string, in the reader's language. */
  get text() {
    return this.words();
  }

  /**
   * Changes the scene and everything that shows it.
   *
   * @param {Record<string, string | null>} changes
   * @param {{ step?: boolean }} [options] step: Back returns to the scene before this change
   * @returns {import("./core.js").SceneError | null}
   */
  change(changes, { step = false } = {}) {
    const error = this.scene.change(changes);
    if (error) return error;
    this.scene.writeAddress(step);
    this.read();
    this.bench?.update(Object.keys(changes));
    return null;
  }

  read() {
    this.reading = this.core.reading();
  }

  /**
   * Does something at a scene that differs in some parts from the current one, which then returns.
   *
   * @template Result
   * @param {string} parts such as `wheel=1,2,0.5`
   * @param {() => Result} action
   * @returns {Result}
   */
  elsewhere(parts, action) {
    this.core.setScene(`${this.scene.text};${parts}`);
    const result = action();
    this.core.setScene(this.scene.text);
    return result;
  }

  /**
   * Draws one of the bench's pictures at the current scene.
   *
   * @param {number} index
   * @param {import("./picture.js").Picture} picture
   * @param {(words: Uint32Array) => void} deliver
   */
  picture(index, picture, deliver, slow = false) {
    if (picture.width === 0) return;
    const [width, height] = [picture.width / picture.zoom, picture.height / picture.zoom];
    const { dark, chinese } = this.preferences;
    this.studio.picture({ scene: this.scene.text, index, width, height, dark, chinese }, slow, deliver);
  }

  /** A colour of the style sheet, for the canvases. @param {string} name */
  color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }
}
