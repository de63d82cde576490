import { startCore } from "./core.js";

/**
 * The worker: its own instance of the module, for pictures and readings that may take a while. The first
 * message brings the module, compiled; each later one is a job and is answered by one message.
 */

/** @type {Promise<import("./core.js").Core>} */
let core;

/** @param {any} job */
async function answer(job) {
  if (job.module) {
    core = startCore(job.module);
    return;
  }
  const ready = await core;
  if (job.scenes) {
    const readings = job.scenes.map((scene) => (ready.setScene(scene).error ? null : ready.reading()));
    postMessage(readings);
    return;
  }
  ready.setScene(job.scene);
  const words = ready.figure(job.index, job.width, job.height, job.dark, job.chinese);
  postMessage(words, { transfer: [words.buffer] });
}

onmessage = ({ data }) => {
  answer(data).catch((error) => postMessage({ failure: String(error) }));
};
