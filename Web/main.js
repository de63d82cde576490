import { Announcer } from "./announce.js";
import { ChargeBench, chargeDefaults } from "./bench-charge.js";
import { ConservativeBench, conservativeDefaults } from "./bench-conservative.js";
import { CurlBench, curlDefaults } from "./bench-curl.js";
import { DescentBench, descentDefaults } from "./bench-descent.js";
import { DivergenceBench, divergenceDefaults } from "./bench-divergence.js";
import { FieldBench, fieldDefaults } from "./bench-field.js";
import { GradientBench, gradientDefaults } from "./bench-gradient.js";
import { InformationBench, informationDefaults } from "./bench-information.js";
import { RotorBench, rotorDefaults } from "./bench-rotor.js";
import { Clock } from "./clock.js";
import { compiledModule, startCore } from "./core.js";
import { listenToKeys } from "./keys.js";
import { Lab } from "./lab.js";
import { Preferences } from "./preferences.js";
import { Scene } from "./scene.js";
import { Shell } from "./shell.js";
import { Studio } from "./studio.js";
import { textIn } from "./text.js";

const benches = {
  field: FieldBench, gradient: GradientBench, descent: DescentBench, divergence: DivergenceBench, curl: CurlBench,
  conservative: ConservativeBench, rotor: RotorBench, charge: ChargeBench, information: InformationBench,
};
const defaults = {
  field: fieldDefaults, gradient: gradientDefaults, descent: descentDefaults, divergence: divergenceDefaults, curl: curlDefaults,
  conservative: conservativeDefaults, rotor: rotorDefaults, charge: chargeDefaults, information: informationDefaults,
};

/** Opens the page: the module, the scene in the address, the bench that the scene names. */
async function open() {
  const preferences = new Preferences(() => rebuild());
  const text = () => textIn(preferences.language);
  const shell = new Shell(document.body, Object.keys(benches), text, preferences, (bench) => visit(bench));
  /** @type {Lab | null} */
  let lab = null;

  /** Says everything anew, after a change of language or theme. */
  function rebuild() {
    shell.build();
    mount();
  }

  /** Builds the bench of the scene. */
  function mount() {
    if (!lab) return;
    const { bench } = lab.scene;
    lab.bench?.close();
    lab.bench = null;
    lab.bench = new benches[bench](lab);
    shell.show(bench, lab.bench.stage, lab.bench.panel);
  }

  /** @param {string} bench */
  function visit(bench) {
    if (!lab || lab.scene.bench === bench) return;
    lab.scene.visit(bench);
    lab.scene.writeAddress(true);
    lab.read();
    mount();
  }

  /** Follows the address: a link that was opened, or Back. */
  function follow() {
    const address = Scene.inAddress();
    if (!lab || address === lab.scene.text) return;
    const error = address === null ? lab.scene.visit("field") : lab.scene.open(address);
    lab.read();
    mount();
    if (error) shell.warn(`${text().badLink} ${text().explain(error)}`);
  }

  try {
    const module = await compiledModule();
    const core = await startCore(module);
    const scene = new Scene(core, defaults);
    lab = new Lab({
      core, scene, studio: new Studio(core, module), clock: new Clock(), announcer: new Announcer(shell.voice),
      preferences, text,
    });
    lab.clock.onchange = () => lab?.bench?.followClock?.();
    listenToKeys(lab, () => shell.help());
    document.addEventListener("nabla-help", () => shell.help());
    addEventListener("popstate", follow);
    const address = Scene.inAddress();
    const error = address === null ? null : scene.open(address);
    lab.read();
    mount();
    if (error) shell.warn(`${text().badLink} ${text().explain(error)}`);
  } catch (error) {
    shell.warn(`${text().broken} ${error instanceof Error ? error.message : error}`);
    throw error;
  }
}

open();
