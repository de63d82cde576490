/** Every visible string, in English. */

const layers = {
  arrows: "Arrows", streamlines: "Streamlines", particles: "Particles", dye: "Dye",
  divergence: "Divergence in colour", curl: "Curl in colour",
};

const expected = {
  value: "a number, x, y, a function or “(”", operator: "an operator such as +", end: "the end",
};

/** @param {string[]} [names] */
function alternatives(names = []) {
  const words = names.map((name) => expected[name] ?? `“${name}”`);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

const errors = {
  unexpectedCharacter: ({ found }) => `“${found}” means nothing in a formula.`,
  unexpectedToken: ({ found, expected: names }) => `“${found}” cannot stand here: expected ${alternatives(names)}.`,
  unexpectedEnd: ({ expected: names }) => `Something is missing at the end: expected ${alternatives(names)}.`,
  unknownName: ({ found }) => `“${found}” is unknown here. Variables are x and y; functions are sin, cos, exp, log, sqrt …`,
  wrongArgumentCount: ({ found, needed }) => `${found} takes ${needed === 1 ? "one argument" : `${needed} arguments`}.`,
  wrongComponentCount: () => "A field of the plane needs two expressions, P and Q.",
  unknownVersion: () => "It does not begin with “v1;”.",
  unknownBench: ({ found }) => `There is no bench “${found}”.`,
  notAssignment: ({ found }) => `“${found}” is not of the form key=value.`,
  unknownKey: ({ found }) => `“${found}” is not known here.`,
  unknownWord: ({ key, found }) => `“${key}” does not know “${found}”.`,
  notNumbers: ({ key, needed }) => `“${key}” takes ${needed} numbers with commas between.`,
  notADistribution: ({ key }) => `“${key}” needs at least two numbers, none negative and not all zero.`,
  differentCounts: () => "p, q and their names must be equally many.",
  notText: () => "This is not text.",
  tooLong: () => "This formula is too long.",
  tooDeep: () => "This formula is nested too deeply; write it flatter.",
};

export const english = {
  title: "Nabla: fields and distributions",
  benches: { field: "Field", divergence: "Divergence", curl: "Curl", information: "Information" },
  badLink: "The link could not be opened.",
  broken: "The lab could not start.",
  /** @param {any} error */
  explain: (error) => errors[error.code]?.(error) ?? error.text,
  common: {
    benches: "Benches",
    language: "Language",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", auto: "As the system" },
    skip: "Skip to the bench",
    presets: "Presets",
    ownField: "Your own field",
    show: "Show",
    layers,
    colorBy: "Colour",
    colors: { none: "nothing", magnitude: "length", divergence: "divergence", curl: "curl" },
    tools: "Tools of the picture",
    play: "Play (Space)",
    pause: "Pause (Space)",
    restart: "Start again (R)",
    zoomIn: "Zoom in (+)",
    zoomOut: "Zoom out (−)",
    fit: "Whole picture (double click)",
    help: "Keys (?)",
    keys: "Arrow keys move the point, with Shift in large and with Alt in small steps. Plus and minus zoom. "
      + "Press ? for all keys.",
    radius: "Radius",
    tries: "Things to try",
    showMe: "Show me",
    valuesTitle: "The picture as a table",
    point: "point", value: "vector", length: "length", divergence: "divergence", curl: "curl",
    undefined: "undefined",
    noValue: "There is no finite value at this point.",
    divergenceSign: [
      "Negative: more flows in than out. A sink; a drop here shrinks.",
      "Zero: as much flows out as in. A drop here keeps its area.",
      "Positive: more flows out than in. A source; a drop here grows.",
    ],
    curlSign: [
      "Negative: a leaf here would turn clockwise.",
      "Zero: a leaf here would drift without turning.",
      "Positive: a leaf here would turn counter-clockwise.",
    ],
  },
  field: {
    title: "Vector field",
    label: "Plane with the vector field and a probe",
    description: "A plane in which every point carries an arrow. The probe reads the vector at its point exactly.",
    hint: "Point to read · drag to pan · click, then wheel to zoom",
    lead: "A vector field gives every point of the plane an arrow: a wind, a current, a gradient. "
      + "Point anywhere and read the arrow there.",
    presets: {
      descent: "Gradient descent (sink)", source: "Source", vortex: "Vortex", saddle: "Saddle", shear: "Shear",
      uniform: "Uniform", spiral: "Spiral",
    },
    at: (point) => `At ${point}`,
    rows: { value: "vector", length: "length", divergence: "divergence", curl: "curl" },
    spoken: (text) => `At ${text.point}: vector ${text.value}, length ${text.length}, `
      + `divergence ${text.divergence}, curl ${text.curl}.`,
    tries: [
      {
        text: "A shear has straight streamlines, and yet its curl is −1 everywhere: a leaf between a fast and a slow "
          + "layer is turned. Straight is not the same as free of rotation.",
        set: { F: "y, 0", show: "arrows,streamlines,curl" },
      },
      {
        text: "Gradient descent: every particle ends at the minimum of (x² + y²)/2. No gradient has a curl, "
          + "so none of them can go round in circles.",
        set: { F: "-x, -y", show: "arrows,particles" },
      },
      {
        text: "Where do cells that turn left meet cells that turn right? Colour by curl and follow the streamlines.",
        set: { F: "sin(y), sin(x)", show: "streamlines,curl", view: "-6,6,-6,6" },
      },
      {
        text: "At the centre of a saddle both signs are zero, and still the field does something there. What?",
        set: { F: "x, -y", show: "arrows,streamlines", probe: "0,0" },
      },
    ],
  },
  divergence: {
    title: "Divergence",
    label: "Plane with the vector field, a circle and a drop of dye",
    description: "A circle in a vector field. The flux through its rim stands beside the divergence inside it.",
    hint: "Drag the circle · drag its knob to resize",
    restart: "New drop of dye (R)",
    lead: "Divergence says how much a field spreads from a point: the flux out of a small circle, divided by its area. "
      + "Gauss: what leaves through the rim is the divergence added up inside.",
    presets: {
      source: "Source", sink: "Sink", incompressible: "Incompressible", waves: "Waves", pointSource: "Point source",
    },
    readout: "The circle",
    rows: { flux: "flux out of the rim", integral: "divergence inside, summed", centre: "divergence at the centre", dye: "growth of the dye’s area" },
    fluxSign: [
      "Negative: more enters the circle than leaves it.",
      "Zero: what enters the circle leaves it again.",
      "Positive: more leaves the circle than enters it.",
    ],
    spoken: (reading, [x, y, r]) => `Circle at (${x}, ${y}) with radius ${r}: flux ${reading.flux.text}, `
      + `divergence inside ${reading.integral.text}.`,
    tries: [
      {
        text: "In the source ⟨x, y⟩ the divergence is 2 everywhere, so the flux is 2πr² wherever you put the circle. "
          + "Drag it away from the origin and see.",
        set: { F: "x, y", circle: "1,0.5,1" },
      },
      {
        text: "In an incompressible flow the drop is drawn out into a thread, and its area stays what it was.",
        set: { F: "x, -y", circle: "0,0,0.6", show: "arrows,dye" },
      },
      {
        text: "The point source has no divergence anywhere but at its centre, where it is infinite. Put the circle "
          + "around the origin: the flux is 2π for every radius. Beside it: 0.",
        set: { F: "x/(x^2 + y^2), y/(x^2 + y^2)", circle: "0,0,1", show: "arrows" },
      },
      {
        text: "In the waves, find a circle through which nothing flows on balance.",
        set: { F: "sin(x), sin(y)", circle: "1.5,0,1", view: "-6,6,-6,6" },
      },
    ],
  },
  curl: {
    title: "Curl",
    label: "Plane with the vector field and a paddlewheel",
    description: "A paddlewheel in a flow. It turns with half the curl; the circulation of its rim stands beside the curl inside it.",
    hint: "Drag the wheel · drag its knob to resize",
    restart: "Stop the wheel and let go (R)",
    lead: "Curl says how a flow turns what floats in it. The current pushes the paddles; a small wheel settles at half "
      + "the curl, counter-clockwise where the curl is positive.",
    presets: { vortex: "Vortex", shear: "Shear", irrotational: "Irrotational vortex", uniform: "Uniform flow" },
    wheel: "Wheel",
    carried: "Carried by the flow",
    readout: "The wheel",
    rows: {
      omega: "angular velocity", limit: "half the curl at the hub", circulation: "circulation of the rim",
      integral: "curl inside, summed",
    },
    senses: {
      counterclockwise: "The wheel turns counter-clockwise.", clockwise: "The wheel turns clockwise.",
      still: "The wheel does not turn.",
    },
    stokes: "Stokes: equal to the circulation, if the field is smooth inside.",
    spoken: (reading, [x, y, r], wheel) => `Wheel at (${x}, ${y}) with radius ${r}: angular velocity `
      + `${wheel.text.angularVelocity}, circulation ${reading.circulation.text}, curl inside ${reading.integral.text}.`,
    tries: [
      {
        text: "Predict, then look: all water in the shear flows straight ahead. Which way does the wheel turn?",
        set: { F: "y, 0", wheel: "0,0,0.6" },
      },
      {
        text: "Drift without turning: in the irrotational vortex the carried wheel goes round the centre "
          + "and keeps pointing the same way.",
        set: { F: "-y/(x^2 + y^2), x/(x^2 + y^2)", wheel: "1.6,0,0.35", carried: "on", show: "arrows" },
      },
      {
        text: "Turn without drifting: put the wheel on the centre of the vortex and let it be carried.",
        set: { F: "-y, x", wheel: "0,0,0.6", carried: "on" },
      },
      {
        text: "Move the wheel over the centre of the irrotational vortex: its rim has the circulation 2π, "
          + "although the curl is 0 everywhere else. What does Stokes say to that?",
        set: { F: "-y/(x^2 + y^2), x/(x^2 + y^2)", wheel: "0,0,0.8", carried: null, show: "arrows" },
      },
    ],
  },
  information: {
    title: "Information",
    label: "Bars of the probabilities p and q",
    curveLabel: "Rényi divergence of p from q against its order α",
    termsLabel: "What each outcome contributes to the KL divergence of p from q",
    description: "For each outcome a bar of p and a bar of q. Left and right choose a bar, up and down change it, "
      + "with Shift in large and with Alt in small steps. Press ? for all keys.",
    hint: "Drag a bar; the others make room",
    restart: "Start again (R)",
    swap: "Swap p and q",
    lead: "Two distributions over the same outcomes. How uncertain is each, and how far is one from the other? "
      + "There is more than one answer, and most of them have a direction.",
    presets: {
      coin: "Fair and biased coin", die: "Loaded die", humps: "Two humps", impossible: "An impossible outcome",
      iris: "Iris species",
    },
    names: {
      heads: "heads", tails: "tails", rain: "rain", sun: "sun", snow: "snow", setosa: "setosa",
      versicolor: "versicolor", virginica: "virginica",
    },
    unit: "Unit",
    units: { nats: "nats", bits: "bits" },
    readout: "How uncertain, how far",
    rows: {
      entropyP: "entropy of p", entropyQ: "entropy of q", crossEntropyPQ: "cross-entropy", crossEntropyQP: "cross-entropy",
      klPQ: "KL divergence", klQP: "KL, the other way", js: "Jensen–Shannon divergence", renyi: "Rényi divergence",
    },
    bound: (bound) => `Same both ways, never above ${bound}.`,
    alpha: "Order α of the Rényi divergence",
    limits: "Orders",
    alphaNotes: {
      zero: "α → 0: only asks which outcomes p allows, and how much of q lies there.",
      one: "α → 1: the KL divergence.",
      infinity: "α → ∞: only the worst outcome counts, the logarithm of the largest p/q.",
      between: "Small α weighs where both have mass, large α weighs where p is much larger than q.",
    },
    infinite: (measure, name) => {
      const [first, second] = /QP$/.test(measure) ? ["q", "p"] : ["p", "q"];
      const symbol = measure.startsWith("kl") ? `D(${first} ‖ ${second})`
        : measure.startsWith("cross") ? `H(${first}, ${second})` : `D_α(${first} ‖ ${second})`;
      return `${symbol} is infinite because of “${name}”: ${first} lets it happen, ${second} says it cannot.`;
    },
    unbalance: "Setosa flowers in the sample p",
    flowers: (count) => `${count} of 50`,
    outcome: "outcome",
    bar: (series, name, value) => `${series} of ${name}: ${value}`,
    spoken: (text) => `Entropy of p ${text.entropyP}, of q ${text.entropyQ}; KL divergence of p from q ${text.klPQ}, `
      + `of q from p ${text.klQP}; Jensen–Shannon ${text.js}.`,
    tries: [
      { text: "Swap p and q: cross-entropy and KL change, Jensen–Shannon does not.", preset: "coin" },
      {
        text: "Give q no chance where p has one, and D(p ‖ q) is infinite: no finite penalty makes up for calling "
          + "impossible what happens. Jensen–Shannon stays finite.",
        preset: "impossible",
      },
      {
        text: "p has two humps, q has one. D(p ‖ q) asks q to cover both humps; D(q ‖ p) asks it to avoid the gaps. "
          + "Drag q and see how to please each.",
        preset: "humps",
      },
      {
        text: "Take setosa flowers out of the sample until none is left. Which divergence becomes infinite, and why only one?",
        preset: "iris", set: { p: "10,50,50" },
      },
    ],
  },
  help: {
    title: "Keys",
    keys: [
      [["Space"], "play or pause"],
      [["R", "0"], "start the motion again"],
      [["←", "→", "↑", "↓"], "move the probe, the circle or the wheel; choose and change a bar"],
      [["Shift", "Alt"], "with an arrow key: large steps, small steps"],
      [["+", "−"], "zoom"],
      [["[", "]"], "make the circle or the wheel smaller, larger"],
      [["Esc"], "leave the picture"],
      [["?"], "this page"],
    ],
    note: "Click the picture or reach it with Tab first. With the mouse: drag to pan, wheel to zoom at the cursor, "
      + "double click for the whole picture. With fingers: drag and pinch.",
    close: "Close",
  },
};
