/**
 * Speaks through a polite live region. Only the last of several quick messages is spoken, so that a drag
 * or a held key does not bury the listener.
 */
export class Announcer {
  /** @param {HTMLElement} region */
  constructor(region) {
    this.region = region;
    this.timer = 0;
  }

  /** @param {string} message */
  say(message, delay = 600) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.region.textContent = message; }, delay);
  }
}
