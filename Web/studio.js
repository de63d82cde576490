/**
 * Gets pictures from the module: quick ones at once, slow ones (with streamlines) from a worker, so that the
 * page never waits. Of several requests for one picture only the last is delivered.
 */

/** @typedef {import("./core.js").Core} Core */

/**
 * @typedef {object} Job
 * @property {string} scene
 * @property {number} index
 * @property {number} width
 * @property {number} height
 * @property {boolean} dark
 * @property {boolean} chinese
 */

/**
 * Where the worker is; the one-file page carries the worker's source, as one script, instead.
 *
 * @returns {[string, WorkerOptions]}
 */
function workerPlace() {
  const source = /** @type {any} */ (globalThis).nablaWorkerSource;
  if (!source) return ["worker.js", { type: "module" }];
  return [URL.createObjectURL(new Blob([source], { type: "text/javascript" })), { type: "classic" }];
}

export class Studio {
  /** @param {Core} core @param {WebAssembly.Module} module for the worker's own instance */
  constructor(core, module) {
    this.core = core;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {{ job: any, deliver: (result: any) => void } | null} */
    this.running = null;
    /** @type {Map<string, { job: any, deliver: (result: any) => void }>} */
    this.waiting = new Map();
    try {
      const worker = new Worker(...workerPlace());
      worker.onmessage = ({ data }) => (data.failure ? this.giveUp() : this.finish(data));
      worker.onerror = () => this.giveUp();
      worker.postMessage({ module });
      this.worker = worker;
    } catch {
      // Without a worker the slow pictures are drawn here too.
    }
  }

  /**
   * @param {Job} job of the module's current scene
   * @param {boolean} slow
   * @param {(words: Uint32Array) => void} deliver
   */
  picture(job, slow, deliver) {
    const name = `picture ${job.index}`;
    this.waiting.delete(name);
    if (this.running?.job.name === name) this.running.deliver = () => {};
    if (slow && this.worker) this.enqueue({ job: { ...job, name }, deliver });
    else deliver(this.core.figure(job.index, job.width, job.height, job.dark, job.chinese));
  }

  /**
   * Readings at other scenes than the current one.
   *
   * @param {string[]} scenes
   * @param {(readings: any[]) => void} deliver
   */
  readings(scenes, deliver) {
    if (this.worker) this.enqueue({ job: { name: "readings", scenes }, deliver });
  }

  /** @param {{ job: any, deliver: (result: any) => void }} request */
  enqueue(request) {
    this.waiting.set(request.job.name, request);
    this.next();
  }

  next() {
    if (this.running || !this.worker) return;
    const [first] = this.waiting.values();
    if (!first) return;
    this.waiting.delete(first.job.name);
    this.running = first;
    this.worker.postMessage(first.job);
  }

  /** @param {any} result */
  finish(result) {
    const finished = this.running;
    this.running = null;
    finished?.deliver(result);
    this.next();
  }

  giveUp() {
    const requests = [this.running, ...this.waiting.values()];
    this.worker = null;
    this.running = null;
    this.waiting.clear();
    for (const request of requests) {
      if (!request?.job.scene) continue;
      const { index, width, height, dark, chinese } = request.job;
      request.deliver(this.core.figure(index, width, height, dark, chinese));
    }
  }
}
