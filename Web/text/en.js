import { conservative, critical } from "./en-conservative.js";
import { errors } from "./en-errors.js";
import { descent } from "./en-descent.js";
import { space } from "./en-space.js";

/** Every visible string, in English. */

const layers = {
  arrows: "Arrows", streamlines: "Streamlines", particles: "Particles", dye: "Dye",
  divergence: "Divergence in colour", curl: "Curl in colour", lens: "Lens", height: "Height in colour",
  contours: "Level lines", strain: "Axes of strain", potential: "Potential", critical: "Critical points",
  separatrices: "Separatrices", nullclines: "Nullclines", cycles: "Limit cycles", texture: "Texture",
};

export const english = {
  title: "Nabla: fields and distributions",
  benches: {
    field: "Field", gradient: "Gradient", descent: "Descent", divergence: "Divergence", curl: "Curl",
    conservative: "Conservative?", rotor: "Curl in space",
    charge: "Charge", information: "Information",
  },
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
    where: { label: "where", example: "a = 1 in 0…3, r = hypot(x, y)" },
    parameters: "Parameters",
    trail: {
      how: "how?", howLabel: (name) => `How ${name} comes about`, copy: "Copy as LaTeX", copied: "Copied",
    },
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
      uniform: "Uniform", spiral: "Spiral", pendulum: "Pendulum",
    },
    lens: {
      title: "The lens",
      label: "The linear part of the field taken apart",
      rows: { type: "type of the flow here", eigenvalues: "eigenvalues" },
      note: "Inside the lens only the linear part of the field is seen, what is left of F around the point without F there. "
        + "It is an expansion, a rotation and a shear. The filled shape is what each makes of a round drop.",
      types: {
        uniform: "uniform", sink: "sink (node)", starSink: "sink (star)", degenerateSink: "sink (degenerate)",
        spiralIn: "spiral inwards", centre: "centre", spiralOut: "spiral outwards", degenerateSource: "source (degenerate)",
        starSource: "source (star)", source: "source (node)", saddle: "saddle", spiralSaddle: "spiral saddle",
        shear: "shear", degenerate: "degenerate", undecided: "undecided",
      },
      notes: {
        uniform: "The field is the same all around: no linear part.",
        sink: "Real negative eigenvalues: all comes nearer, along lines.",
        starSink: "One negative eigenvalue for every direction: all comes nearer straight on.",
        degenerateSink: "Two equal negative eigenvalues with one direction: all comes nearer and bends into it.",
        spiralIn: "Complex eigenvalues with a negative real part: round and inwards.",
        centre: "Imaginary eigenvalues: round and round, no nearer and no farther.",
        spiralOut: "Complex eigenvalues with a positive real part: round and outwards.",
        degenerateSource: "Two equal positive eigenvalues with one direction: all goes away and bends out of it.",
        starSource: "One positive eigenvalue for every direction: all goes away straight on.",
        source: "Real positive eigenvalues: all goes away, along lines.",
        saddle: "Eigenvalues of both signs: in along one line, out along another.",
        spiralSaddle: "A turn in one plane, the opposite along its axis.",
        shear: "Both eigenvalues 0, and yet not nothing: layers slide past each other.",
        degenerate: "One eigenvalue 0: a whole line stands still.",
        undecided: "The field is not differentiable here.",
      },
      unsure: (types) => `Rounding leaves open which: ${types.join(", ")}.`,
      spoken: ({ type, text }) => `Lens: ${english.field.lens.types[type]}, eigenvalues ${text.eigenvalues}, `
        + `expansion ${text.expansion}, rotation ${text.angularVelocity}, shear ${text.shearRate}.`,
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
        text: "Which two of expansion, rotation and shear make up a shear flow? Predict, then look through the lens.",
        set: { F: "y, 0", show: "arrows,lens", probe: "0,0" },
      },
      {
        text: "A pendulum with friction b. Put the lens on (0, 0) and on (π, 0), where it hangs and where it stands, "
          + "and take the friction away.",
        set: {
          F: "y, -sin x - b y where b = 0.2 in 0…2", show: "arrows,lens", probe: "0,0", view: "-5,5,-4,4",
        },
      },
      {
        text: "At the centre of a saddle both signs are zero, and still the field does something there. What?",
        set: { F: "x, -y", show: "arrows,streamlines", probe: "0,0" },
      },
      {
        text: "Every start of this oscillator but one comes to the same round. Why must the round go about the point where "
          + "the nullclines cross? Slide m to 0: what becomes of it?",
        set: {
          F: "y, m (1 - x^2) y - x where m = 1 in 0…3", show: "particles,critical,nullclines,cycles", view: "-4,4,-4,4",
        },
      },
      {
        text: "From which starts does a pendulum turn over before it comes to rest? The separatrices of its saddles part them.",
        set: {
          F: "y, -sin x - b y where b = 0.2 in 0…2", show: "critical,separatrices,texture", view: "-7,7,-4,4",
        },
      },
    ],
  },
  gradient: {
    title: "Gradient",
    label: "Plane with the level lines of a hill and a dial",
    description: "A hill seen from above. At the probe a dial asks how steep the hill is in a direction; the gradient "
      + "is the arrow of the steepest way up.",
    keys: "Arrow keys move the point, with Shift in large and with Alt in small steps. Control with an arrow key, or the "
      + "square brackets, turns the dial. Plus and minus zoom. Press ? for all keys.",
    hint: "Drag the knob to turn · drag the point to move",
    ownField: "Your own hill",
    lead: "How steep is a hill? It depends on the way you look. The gradient points along the steepest way up, is as long "
      + "as that way is steep, and stands across the level line. Every other way is as steep as the gradient’s shadow on it.",
    presets: {
      hill: "Hill", saddle: "Saddle", monkey: "Monkey saddle", himmelblau: "Four valleys (Himmelblau)",
      ravine: "Ravine (Rosenbrock)", wave: "Wave",
    },
    types: {
      minimum: "minimum", maximum: "maximum", saddle: "saddle", degenerate: "degenerate", undecided: "undecided",
    },
    at: (point) => `At ${point}`,
    rows: {
      value: "height", gradient: "gradient", length: "steepness, the length of the gradient", slope: "slope along u",
      laplacian: "Laplacian", hessian: "second derivatives",
    },
    direction: "Direction of u",
    turnTo: "Turn u",
    turns: { up: "Steepest up", level: "Along the level line", down: "Steepest down" },
    verdicts: {
      up: ({ length }) => `Steepest up: u agrees with the gradient, and the slope is ${length}.`,
      down: () => "Steepest down: u points against the gradient.",
      level: () => "Along the level line: u is across the gradient, and the slope is 0.",
      rising: ({ angle, length }) => `Uphill: ${length} · cos ${angle}.`,
      falling: ({ angle, length }) => `Downhill: ${length} · cos ${angle}.`,
      flat: () => "The gradient is 0: the slope is 0 in every direction.",
      undefined: () => "There is no gradient at this point.",
    },
    critical: {
      minimum: "Zero: the bottom of a valley.", maximum: "Zero: a summit.", saddle: "Zero: a pass between higher and lower ground.",
      degenerate: "Zero, and the second derivatives do not decide what is here.",
      undecided: "Zero, and rounding leaves open what is here.",
    },
    laplacianSign: [
      "Negative: higher here than the mean around.", "Zero: as high as the mean around.", "Positive: lower here than the mean around.",
    ],
    curveLabel: "The slope against the direction of u",
    curveSpoken: ({ length, slope, direction }) => `The slope against the direction of u: at most ${length}, at ${direction} ${slope}`,
    spoken: (text, verdict) => `At ${text.point}: height ${text.value}, gradient ${text.gradient}, slope along ${text.direction} `
      + `${text.slope}. ${verdict}`,
    tries: [
      {
        text: "Predict, then turn the dial: in which two directions is the slope 0? How do they lie to the gradient, and to "
          + "the level line?",
        set: { f: "4 exp(-(x^2 + y^2)/4)", probe: "1,1", direction: "0" },
      },
      {
        text: "Is the slope at 60° from the gradient two thirds of the steepest, or half of it? Predict, then read the curve.",
        set: { f: "x + 2y", probe: "0,0", direction: "3.43494882292201" },
      },
      {
        text: "Move the point along the bottom of the ravine. The gradient hardly ever points to the lowest place: that is "
          + "why plain gradient descent zigzags here.",
        set: {
          f: "((1 - x)^2 + b (y - x^2)^2)/100 where b = 100 in 1…100", view: "-2,2,-1,3", probe: "-0.5,0.6", show: "height,contours,arrows",
        },
      },
      {
        text: "How many valleys, passes and summits has Himmelblau’s landscape? Find the points where the gradient is 0.",
        set: { f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", probe: "3,2", direction: "45" },
      },
      {
        text: "At the middle of the monkey saddle two legs and a tail go down. What do the second derivatives say there?",
        set: { f: "(x^3 - 3x y^2)/3", view: "-2,2,-2,2", probe: "0,0" },
      },
    ],
  },
  descent,
  conservative,
  critical,
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
  ...space,
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
      [["←", "→", "↑", "↓"], "move the probe, the circle or the wheel; turn the view or the axis in space; choose and change a bar"],
      [["Shift", "Alt"], "with an arrow key: large steps, small steps"],
      [["+", "−"], "zoom"],
      [["[", "]"], "make the circle, the wheel or the lens smaller, larger; turn the dial of the gradient or the relief"],
      [[",", "."], "one iteration back, ahead"],
      [["Ctrl"], "with an arrow key: turn the dial of the gradient"],
      [["Esc"], "leave the picture"],
      [["?"], "this page"],
    ],
    note: "Click the picture or reach it with Tab first. With the mouse: drag to pan, wheel to zoom at the cursor, "
      + "double click for the whole picture. With fingers: drag and pinch.",
    close: "Close",
  },
};
