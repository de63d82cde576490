import { chips, readout, slider } from "./controls.js";
import { CriticalList } from "./critical.js";
import { element, icon } from "./element.js";
import { FormulaBench } from "./formula-bench.js";
import { clipTo, knob } from "./marks.js";
import { Picture } from "./picture.js";
import { paintHead, paintTrack } from "./race-marks.js";
import { isLost, RaceTable } from "./race-table.js";
import { RateSlider } from "./rate.js";
import { turned } from "./space.js";
import { Terrain } from "./terrain.js";

export const descentDefaults = {
  f: "(x^2 + 50y^2)/2", with: "", trail: "", view: "-5,2,-2.5,2.5", from: "-4,1", rate: "0.03",
  race: "flow,gd,momentum,adam,newton", show: "height,contours,critical", camera: "-25,45", seed: "1",
};

const presets = {
  ravine: "(x^2 + 50y^2)/2",
  rosenbrock: { f: "(1 - x)^2 + 100(y - x^2)^2", view: "-2,2,-1,3", from: "-1.2,1", rate: "0.001" },
  himmelblau: { f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", from: "0,0", rate: "0.01" },
  beale: {
    f: "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2", view: "-1.5,4.5,-2.5,2.5", from: "1,1",
    rate: "0.01",
  },
  saddle: { f: "x^2 - y^2", view: "-2,2,-2,2", from: "1.5,0.001", rate: "0.05" },
  monkey: { f: "x^3 - 3x y^2", view: "-1.5,1.5,-1.5,1.5", from: "1,0.002", rate: "0.025" },
  pass: { f: "x^2 - y^2 + y^4/4", view: "-2.4,2.4,-2.4,2.4", from: "1.5,0.001", rate: "0.05" },
  rastrigin: {
    f: "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)", view: "-3,3,-3,3", from: "2.2,-1.3", rate: "0.002",
    show: "height,contours",
  },
  ackley: {
    f: "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2) + 20 + e", view: "-2.6,2.6,-2.6,2.6",
    from: "1.6,-0.7", rate: "0.01", show: "height,contours",
  },
};

const paces = ["5", "20", "100"];
/** The keys whose change lets everyone run anew. */
const raceKeys = ["f", "with", "from", "rate", "race"];

/** The bench of the descent: optimizers race down a surface beside the gradient flow. */
export class DescentBench extends FormulaBench {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    super(lab, "descent", {
      presets, key: "f", labels: ["f ="], layers: ["height", "contours", "critical"], formulas: ["gradientFormula"],
    });
    this.terrain = new Terrain({ label: this.text.label, description: "plane-description" }, {
      request: () => this.draw(),
      paint: (context, plane) => this.paint(context, plane),
      handles: () => this.handles(),
      hover: null,
      click: (x, y) => { if (this.place(x, y)) this.restart(); },
      focus: () => this.lab.reading.start,
      move: (x, y) => { this.lab.change({ from: `${x},${y}` }); this.announce(); },
      view: () => this.lab.scene.numbers("view"),
      look: (view) => this.lab.change({ view: view && view.join(",") }),
      key: (key, event) => this.key(key, event),
      camera: () => this.lab.reading.camera,
      turn: (camera) => this.lab.change({ camera: camera.join(",") }),
      ground: (x, y) => this.ground(x, y),
    });
    /** How far the race is shown, in iterations, and how many pass in a second. */
    this.iteration = 0;
    this.pace = 20;
    this.sinceReading = 0;
    /** @type {{ x: Float32Array, y: Float32Array, seen: Float32Array }[]} */
    this.tracks = [];
    this.rate = new RateSlider(lab, this.text);
    this.racers = new RaceTable(lab, this.text);
    this.numbers = readout(this.text.readout, [
      { id: "curvature", symbol: "λ", name: this.text.rows.curvature },
      { id: "limit", symbol: "2/λ", name: this.text.rows.limit },
      { id: "farthest", symbol: "|θ − θ(t)|", name: this.text.rows.farthest },
      { id: "flow", symbol: "θ(∞)", name: this.text.rows.flow },
    ]);
    this.readout = { element: element("div", { class: "racing" }, this.rate.element, this.racers.element), unfold() {} };
    this.curve = new Picture({ name: "curve", label: this.text.curveLabel, request: () => this.drawCurve() });
    this.cursor = element("span", { class: "cursor" });
    this.curve.element.append(this.cursor);
    this.critical = new CriticalList(lab, this.text.types, { limit: 12, describe: this.text.curvatures });
    this.timeline = slider({
      label: this.text.iteration, min: 0, max: 1, step: 1, oninput: (value) => this.scrub(value),
    });
    this.assemble();
    this.surface.picture.element.after(element("div", { class: "timeline" }, this.timeline.element));
  }

  get surface() {
    return this.terrain;
  }

  layerControls() {
    this.viewChips = chips({
      legend: this.text.seen,
      name: "seen",
      choices: ["map", "relief"].map((value) => ({ value, label: this.text.views[value] })),
      onchange: (value) => this.lookFrom(value),
    });
    this.paceChips = chips({
      legend: this.text.pace,
      name: "pace",
      choices: paces.map((value) => ({ value, label: value })),
      onchange: (value) => { this.pace = Number(value); },
    });
    this.paceChips.select("20");
    return [...super.layerControls(), this.viewChips.element, this.paceChips.element];
  }

  controls() {
    return [this.curve.element, this.numbers.element, this.critical.element];
  }

  get opening() {
    return { view: null, with: null, from: null, rate: null, race: null, show: null, camera: null };
  }

  /** @param {string} value `map` or `relief` */
  lookFrom(value) {
    const layers = this.lab.scene.list("show").filter((name) => name !== "relief");
    this.show(value === "relief" ? [...layers, "relief"] : layers);
  }

  fit() {
    this.lab.change({ view: this.preset(this.chosen ?? "").view ?? null, camera: null });
  }

  /** The preset whose formula the scene has. */
  get chosen() {
    return Object.keys(this.presets).find((name) => this.preset(name)?.f === this.lab.scene.get("f"));
  }

  preset(name) {
    return name in this.presets ? super.preset(name) : {};
  }

  get drawnKeys() {
    return [...super.drawnKeys, "camera"];
  }

  /** How many iterations the race has. */
  get steps() {
    return this.lab.reading.race?.steps ?? 0;
  }

  get isRelief() {
    return this.lab.scene.list("show").includes("relief");
  }

  read() {
    const { reading } = this.lab;
    const { race } = reading;
    this.rate.read();
    this.racers.read();
    this.viewChips?.select(this.isRelief ? "relief" : "map");
    this.numbers.caption(race ? this.text.at(race.text.slowest) : this.text.readout);
    const descent = race?.runners.find(({ name }) => name === "gd");
    this.numbers.set("curvature", race?.text.curvature ?? "–", race ? "" : this.text.noStart);
    this.numbers.set("limit", descent?.stability?.text ?? "–", descent ? this.text.limitNote(descent.stability) : "");
    this.numbers.set("farthest", descent?.farthestText ?? "–", descent ? this.text.farthestNote : "");
    this.numbers.set("flow", race?.flow.text ?? "–", race ? this.text.flowEnds(race.flow) : "");
    this.critical.read();
  }

  draw() {
    // A relief turns with the hand; a map may search for critical points beyond its view.
    const slow = this.lab.scene.list("show").includes("critical") && !this.isRelief;
    const { isRelief } = this;
    this.lab.picture(2, this.surface.picture, (words) => {
      this.terrain.isRelief = isRelief;
      this.trace();
      this.surface.draw(words);
      this.drawn();
    }, slow);
  }

  drawCurve() {
    this.lab.picture(1, this.curve, (words) => {
      this.curve.draw(words);
      this.moveCursor();
    });
  }

  /** Finds where everyone's way lies on the picture. */
  trace() {
    this.tracks = this.lab.core.race(this.lab.reading.race?.tracks ?? []);
  }

  /** @param {string[] | null} changed */
  update(changed) {
    const isRun = changed === null || changed.some((key) => raceKeys.includes(key));
    if (isRun) {
      this.timeline.input.max = String(Math.max(this.steps, 1));
      this.iteration = (changed === null || changed.includes("f")) && this.lab.clock.playing ? 0 : this.steps;
    }
    super.update(changed);
    if (isRun) {
      if (this.terrain.isRelief === this.isRelief) this.trace();
      this.drawCurve();
    }
    this.showIteration();
  }

  showIteration() {
    const { steps } = this;
    const iteration = Math.min(Math.floor(this.iteration), steps);
    this.timeline.input.style.setProperty("--part", String(steps > 0 ? iteration / steps : 1));
    this.timeline.set(iteration, this.text.iterationOf(iteration, steps));
    this.timeline.input.style.setProperty("--part", String(steps > 0 ? iteration / steps : 1));
    this.racers.show(iteration, this.lab.core.raceAfter(iteration));
    this.moveCursor();
    this.surface.picture.repaint();
  }

  /** Shows on the curve of the losses how far the race is. */
  moveCursor() {
    const frame = this.curve.frames[0];
    if (!frame) return;
    const part = Math.min(1, this.iteration / Math.max(frame.xMax, 1));
    this.cursor.style.left = `${frame.x + frame.width * part}px`;
    this.cursor.style.top = `${frame.y}px`;
    this.cursor.style.height = `${frame.height}px`;
  }

  get isOver() {
    return this.iteration >= this.steps;
  }

  moves() {
    return this.steps > 0 && !this.isOver;
  }

  followClock() {
    super.followClock();
    // At the end the button plays again.
    if (!this.isOver || this.steps === 0) return;
    const { common } = this.lab.text;
    this.playButton?.replaceChildren(icon("play"));
    this.playButton?.setAttribute("aria-label", common.play);
    this.playButton?.setAttribute("title", common.play);
    this.playButton?.removeAttribute("disabled");
  }

  toggle() {
    if (!this.isOver || this.steps === 0) {
      super.toggle();
      return;
    }
    this.iteration = 0;
    this.lab.clock.toggle(true);
    this.showIteration();
  }

  /** Lets them run from the start again, or shows the whole race to whom nothing is to move. */
  restart() {
    this.iteration = this.lab.clock.playing ? 0 : this.steps;
    this.followClock();
    this.showIteration();
  }

  /** @param {number} iteration */
  scrub(iteration) {
    this.iteration = iteration;
    if (this.lab.clock.playing && !this.isOver) this.lab.clock.toggle(false);
    this.followClock();
    this.showIteration();
  }

  /** @param {number} duration */
  tick(duration) {
    this.iteration = Math.min(this.iteration + duration * this.pace, this.steps);
    this.sinceReading += duration;
    if (this.sinceReading > 0.1 || this.isOver) {
      this.sinceReading = 0;
      this.showIteration();
    } else {
      this.moveCursor();
    }
    this.surface.picture.paintOverlay();
    if (!this.isOver) return;
    this.followClock();
    this.announce();
  }

  /** Takes a place of the picture as the start. @returns {boolean} whether there is ground */
  place(x, y) {
    const point = this.ground(x, y);
    if (!point) return false;
    this.lab.change({ from: point.map((value) => this.terrain.rounded(value)).join(",") });
    this.announce();
    return true;
  }

  /** The point of the plane at a place of the picture. @returns {[number, number] | null} */
  ground(x, y) {
    if (!this.terrain.isRelief) return [x, y];
    const point = this.lab.core.groundAt(x, y);
    return point.x === undefined || point.y === undefined ? null : [point.x, point.y];
  }

  /** Where the start lies on the picture. @returns {[number, number] | null} */
  get startPlace() {
    const { start, place } = this.lab.reading;
    return this.terrain.isRelief ? place ?? null : start;
  }

  handles() {
    const place = this.startPlace;
    if (!place) return [];
    const [pixelX, pixelY] = this.terrain.toPixel(place[0], place[1]);
    return [{
      x: place[0], y: place[1], cursor: "grab",
      hit: (toX, toY, reach) => Math.hypot(toX - pixelX, toY - pixelY) < reach + 4,
      drag: (x, y) => this.place(x, y),
    }];
  }

  /** @param {string} key @param {KeyboardEvent} event */
  key(key, event) {
    if (event.ctrlKey || event.metaKey) return false;
    const step = { ",": -1, ".": 1, "<": -10, ">": 10 }[key];
    if (step !== undefined) {
      this.scrub(Math.max(0, Math.min(this.steps, Math.floor(this.iteration) + step)));
      this.announce();
      return true;
    }
    const turn = { "[": [-5, 0], "]": [5, 0], PageUp: [0, 5], PageDown: [0, -5] }[key];
    if (!turn || !this.isRelief) return false;
    this.lab.change({ camera: turned(this.lab.reading.camera, turn[0], turn[1], 1).join(",") });
    return true;
  }

  spoken() {
    const { race, text } = this.lab.reading;
    if (!race) return this.text.noStart;
    const iteration = Math.floor(this.iteration);
    const state = this.lab.core.raceAfter(iteration);
    const parts = race.runners.map((runner) => this.text.spokenRunner(this.text.runners[runner.name],
      state[runner.name].loss, state[runner.name].isOver ? this.text.endings[runner.ending](runner) : ""));
    return this.text.spoken(text, iteration, parts);
  }

  tableHead() {
    const { common } = this.lab.text;
    return [common.point, this.text.rows.loss, this.text.rows.gradient, this.text.rows.length];
  }

  tableRow({ point, value, gradient, length }) {
    return [point, value, gradient, length];
  }

  tableScenes() {
    const [xMin, xMax, yMin, yMax] = this.lab.scene.numbers("view");
    const at = (from, to, part) => this.terrain.rounded(from + (to - from) * part);
    return [5 / 6, 1 / 2, 1 / 6].flatMap((up) => [1 / 6, 1 / 2, 5 / 6].map((right) => (
      `v1;gradient;${this.formulaParts};probe=${at(xMin, xMax, right)},${at(yMin, yMax, up)}`)));
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./plane.js").Plane} plane */
  paint(context, plane) {
    const { race } = this.lab.reading;
    const [ink, paper] = ["ink", "paper"].map((name) => this.lab.color(name));
    clipTo(context, /** @type {import("./canvas.js").Frame} */ (plane.frame));
    const dark = this.lab.preferences.dark ? 1 : 0;
    const heads = [];
    const tracks = (race?.tracks ?? []).map((track, index) => ({ ...track, track: this.tracks[index] }));
    // The flow, a broken line, lies over the others, which are seen through it.
    for (const { name, pointsPerStep, colours, track } of [...tracks.filter(({ name }) => name !== "flow"),
      ...tracks.filter(({ name }) => name === "flow")]) {
      if (!track) continue;
      const last = Math.min(Math.floor(this.iteration * pointsPerStep), track.x.length - 1);
      const pixels = [];
      for (let at = 0; at <= last; at += 1) {
        pixels.push(Number.isNaN(track.x[at]) ? null : plane.toPixel(track.x[at], track.y[at]));
      }
      paintTrack(context, pixels, track.seen, { color: colours[dark], paper, isFlow: name === "flow" });
      const runner = race.runners.find((each) => each.name === name);
      const head = pixels[last];
      if (head) {
        heads.push({
          head, color: colours[dark], isFlow: !runner, hidden: track.seen[last] === 0,
          lost: runner && last === runner.steps && isLost(runner.ending),
        });
      }
    }
    for (const each of heads) paintHead(context, each, paper);
    context.restore();
    const place = this.startPlace;
    if (!place) return;
    const [x, y] = plane.toPixel(place[0], place[1]);
    if (plane.contains(x, y)) knob(context, x, y, ink, paper);
  }

  close() {
    super.close();
    this.curve.close();
  }
}
