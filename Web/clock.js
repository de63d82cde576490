/**
 * The one animation loop of the page. It runs while something moves, it is not paused and the page is
 * visible; it never starts by itself for someone who asked for reduced motion.
 */
export class Clock {
  constructor() {
    this.playing = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {((duration: number) => void) | null} */
    this.tick = null;
    /** @type {() => void} */
    this.onchange = () => {};
    this.request = 0;
    this.last = 0;
    document.addEventListener("visibilitychange", () => this.wake());
  }

  /** @param {((duration: number) => void) | null} tick called with the seconds since the last frame */
  run(tick) {
    this.tick = tick;
    this.wake();
  }

  /** @param {boolean} [playing] */
  toggle(playing = !this.playing) {
    this.playing = playing;
    this.wake();
    this.onchange();
  }

  wake() {
    const wanted = this.tick !== null && this.playing && !document.hidden;
    if (wanted && this.request === 0) {
      this.last = 0;
      this.request = requestAnimationFrame((now) => this.frame(now));
    } else if (!wanted && this.request !== 0) {
      cancelAnimationFrame(this.request);
      this.request = 0;
    }
  }

  /** @param {number} now */
  frame(now) {
    const duration = this.last === 0 ? 1 / 60 : Math.min((now - this.last) / 1000, 1 / 20);
    this.last = now;
    this.request = requestAnimationFrame((next) => this.frame(next));
    this.tick?.(duration);
  }
}
