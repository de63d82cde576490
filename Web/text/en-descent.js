const kinds = {
  minimum: "minimum", maximum: "maximum", saddle: "saddle", degenerate: "degenerate point", undecided: "critical point",
};

const runners = {
  flow: "gradient flow", gd: "gradient descent", momentum: "momentum", nesterov: "Nesterov", rmsprop: "RMSProp",
  adam: "Adam", adamw: "AdamW", newton: "Newton", lbfgs: "L-BFGS",
};

/** @param {number} count */
const steps = (count) => (count === 1 ? "1 step" : `${count} steps`);

export const descent = {
  title: "Descent",
  label: "Surface on which optimizers run downhill from one start",
  description: "A surface, from above with its level lines or from the side. Optimizers and the gradient flow run downhill "
    + "from one start; a table says what loss each has come to.",
  keys: "Arrow keys move the start, with Shift in large and with Alt in small steps. Comma and full stop go one iteration "
    + "back or ahead. Square brackets, Page Up and Page Down turn the relief. Plus and minus zoom. Press ? for all keys.",
  hint: "Click a start · drag it · drag the ground",
  ownField: "Your own surface",
  restart: "Run again (R)",
  lead: "Every optimizer walks downhill in steps, and guesses in its own way how long and in which direction. The gradient "
    + "flow is what gradient descent would do in infinitely small steps. Click a start and see who arrives.",
  presets: {
    ravine: "Ravine", rosenbrock: "Rosenbrock’s valley", himmelblau: "Himmelblau", beale: "Beale", saddle: "Saddle",
    monkey: "Monkey saddle", pass: "Mountain pass", rastrigin: "Rastrigin", ackley: "Ackley",
  },
  runners,
  types: {
    minimum: "minimum", maximum: "maximum", saddle: "saddle", degenerate: "degenerate", undecided: "undecided",
  },
  seen: "Seen",
  views: { map: "from above", relief: "as a relief" },
  pace: "Iterations a second",
  iteration: "Iteration",
  iterationOf: (iteration, all) => `${iteration} of ${all}`,
  rate: "Learning rate η",
  rateMeaning: "One rate for all. For gradient descent η times the gradient is the step; for Adam and RMSProp η is about the "
    + "length of a step itself. Newton’s steps have the rate 1, L-BFGS searches along its line. All stop where the gradient "
    + "is 10⁻⁶ or less, at the latest after 1000 steps.",
  curvature: ({ curvature, slowest }) => `Greatest curvature λ = ${curvature} at ${slowest}, where the flow is slowest.`,
  limit: (limit) => limit === "∞" ? "no limit," : `at most ${limit},`,
  stable: "stable",
  unstable: "unstable",
  race: "The race",
  columns: ["optimizer", "loss", "state"],
  underway: (iteration) => (iteration === 0 ? "at the start" : "under way"),
  flowTime: (time) => `time ${time}`,
  endings: {
    converged: ({ kind, steps: count }) => `${kinds[kind]}, ${steps(count)}`,
    tooManySteps: ({ steps: count }) => `on its way, ${count}`,
    diverged: ({ steps: count }) => `diverges, step ${count}`,
    unbounded: () => "falls without end",
    notFinite: ({ steps: count }) => `leaves the domain, step ${count + 1}`,
    stalled: ({ steps: count }) => `stands still, step ${count + 1}`,
    underway: () => "under way",
  },
  saddle: (held) => `Beside a saddle, with a gradient below a tenth of the first: ${held.map(({ name, lingering }) => (
    `${runners[name]} ${lingering.hasLeft ? `for ${steps(lingering.steps)}` : "for good"}`)).join(", ")}.`,
  curveLabel: "The loss of everyone against the iteration",
  readout: "Curvature and flow",
  at: (point) => `At ${point}, where the flow is slowest`,
  rows: {
    curvature: "greatest curvature", limit: "limit of gradient descent", farthest: "gradient descent off the flow",
    flow: "where the flow leads", loss: "loss", gradient: "gradient", length: "its length",
  },
  noStart: "There is no finite loss at the start.",
  limitNote: ({ isExceeded }) => (isExceeded
    ? "η is beyond it: across the steepest direction every step overshoots by more than it gains."
    : "η is below it: across the steepest direction every step comes nearer."),
  farthestNote: "The greatest distance between step k and the flow at the time kη. Half the rate, about half the distance.",
  flowEnds: ({ ending, kind }) => (ending === "stagnation" ? `It comes to rest: ${kinds[kind]}.` : "It does not come to rest."),
  curvatures: ([value, eigenvalues, condition, limit], type) => `f = ${value} · eigenvalues ${eigenvalues} · condition ${condition}`
    + (type === "minimum" ? ` · 2/λmax = ${limit}` : ""),
  spokenRunner: (name, loss, ending) => `${name}: loss ${loss}${ending ? `, ${ending}` : ""}`,
  spoken: ({ start, rate }, iteration, parts) => `Start ${start}, learning rate ${rate}, iteration ${iteration}. ${parts.join("; ")}.`,
  tries: [
    {
      text: "Predict: the ravine has the curvatures 1 and 50, so the limit is 2/50 = 0.04. What does gradient descent do at "
        + "0.039, and what at 0.0404?",
      set: { rate: "0.0404", race: "flow,gd" },
    },
    {
      text: "A small rate makes gradient descent follow the flow. Halve the rate and watch the distance to the flow halve.",
      set: {
        f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", from: "-0.5,-0.5", rate: "0.002", race: "flow,gd",
      },
    },
    {
      text: "A saddle slows everything down. The start is a thousandth off the ridge: how many steps does each need to find "
        + "out? Move the start nearer to the ridge: every further zero costs the same again.",
      set: { f: "x^2 - y^2 + y^4/4", view: "-2.4,2.4,-2.4,2.4", from: "1.5,0.001", rate: "0.05" },
    },
    {
      text: "Momentum forgives a high rate: its limit is 3.8/λmax. Where gradient descent swings out, it still arrives.",
      set: { rate: "0.045", race: "flow,gd,momentum" },
    },
    {
      text: "Walk round in Rosenbrock’s valley: seen as a relief, why is the way to the minimum so long?",
      set: {
        f: "(1 - x)^2 + 100(y - x^2)^2", view: "-2,2,-1,3", from: "-1.2,1", rate: "0.001", race: "flow,gd,momentum,lbfgs",
        show: "height,contours,critical,relief", camera: "-120,40",
      },
    },
    {
      text: "From one start to four hollows: which optimizers end in the same one as the flow?",
      set: {
        f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", from: "-0.3,-1", rate: "0.015",
        race: "flow,gd,momentum,nesterov,rmsprop,adam,newton,lbfgs",
      },
    },
  ],
};
