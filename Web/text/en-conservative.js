/** The texts of the bench of conservative fields, and of critical points, in English. */
export const conservative = {
  title: "Conservative?",
  label: "Plane with two paths from A to B",
  description: "Two paths lead from A to B through a vector field. The work along each stands beside the other, and below it "
    + "whether the field has a potential.",
  keys: "Arrow keys move a point, with Shift in large and with Alt in small steps. The square brackets take up another point. "
    + "Plus and minus zoom. Press ? for all keys.",
  hint: "Drag A, B and the corners · or draw a path anew",
  lead: "Does the work depend on the path? If it never does, the field is conservative: it is the gradient of a potential, and "
    + "the work is what the potential differs between the ends. Two paths can show that it does. No number of paths can show "
    + "that it never does; that takes the curl, and a look at the holes.",
  presets: {
    turning: "⟨0, x·y⟩", gradient: "⟨2x·y, x² + 2y⟩", vortex: "Irrotational vortex", source: "Point source", shear: "Shear",
    waves: "Waves",
  },
  hand: "The hand",
  hands: { move: "moves points", path: "draws path 1", detour: "draws path 2" },
  names: ["1", "2"],
  corner: (path, at) => `corner ${at} of path ${path}`,
  holding: (name) => `The arrow keys move ${name}.`,
  readout: "From A to B",
  rows: {
    work: "work along path 1", otherWork: "work along path 2", difference: "round the loop: out by 1, back by 2",
    verdict: "is it conservative?", curl: "curl", potential: "difference of the potential",
  },
  differences: {
    true: "Equal. For these two paths: that alone proves nothing.",
    false: "Not equal: the work depends on the path.",
  },
  verdicts: { conservative: "conservative", notConservative: "not conservative", undecided: "undecided" },
  because: {
    noCurl: "The curl is proven 0, and the field has no hole in this view.",
    holesWithout: (count) => (count === 1
      ? "The curl is proven 0, and round the hole the field does no work."
      : `The curl is proven 0, and round none of the ${count} holes the field does work.`),
    hole: ({ circulation, text }) => `There is no curl, but a hole at ${text.point}: round it the field does the work `
      + `${circulation.text}, each time.`,
    loop: ({ circulation, text }) => `Round the dotted circle of radius ${text.radius} about ${text.point} the field does the `
      + `work ${circulation.text}.`,
    curl: "The curl is proven not to be 0.",
    undecided: "The curl is too small to tell from rounding, and algebra does not show it to be 0.",
  },
  curls: {
    zero: () => "Proven 0 wherever the field exists.",
    nonzero: ({ pointText }) => `At ${pointText}, with bounds that exclude 0.`,
    open: ({ toleranceText }) => `The largest that was seen; rounding alone may make ${toleranceText} of it.`,
  },
  sameForAll: "This is the work along every path.",
  integrated: "The potential was found by integration; it has no formula here.",
  local: "There is a potential near every point, but not one for all.",
  spoken: (reading, verdict) => `From ${reading.text.from} to ${reading.text.to}: work ${reading.work.text} along path 1, `
    + `${reading.otherWork.text} along path 2. The field is ${verdict}.`,
  tries: [
    {
      text: "One loop proves nothing. Both paths do the same work here. Predict: is the field conservative? Then move a corner.",
      set: { F: "0, x y", from: "-1,0", to: "1,0", path: "-1,1,1,1", detour: "-1,-1,1,-1" },
    },
    {
      text: "Draw path 2 as wildly as you like. Does the work change? Read it off the level lines of the potential.",
      set: { F: "2x y, x^2 + 2y" },
    },
    {
      text: "The vortex has no curl anywhere. Drag path 2 to the other side of its centre and back. What is the difference?",
      set: {
        F: "-y/(x^2 + y^2), x/(x^2 + y^2)", from: "-2,0", to: "2,0", path: "-1.5,1.5,1.5,1.5", detour: "-1,0.5,1,0.5",
      },
    },
    {
      text: "The point source has a hole too. Do both paths round it do the same work? Predict, then look.",
      set: {
        F: "x/(x^2 + y^2), y/(x^2 + y^2)", from: "-2,0", to: "2,1", path: "-1.5,1.5,1.5,1.5", detour: "-1.5,-1.5,1.5,-1.5",
      },
    },
    {
      text: "How small may a curl be? Here it is 0.000000001, and the field is still not conservative: it is proven, not measured.",
      set: { F: "0, 1e-9 x" },
    },
  ],
};

export const critical = {
  title: "Critical points",
  columns: ["point", "type", "index"],
  unproven: " (not proven)",
  gap: " ",
  none: "No critical point in this view.",
  more: (count) => `The lowest are listed; there are ${count} more.`,
  completeness: {
    proven: "Proven: there are no others in this view.",
    provenElsewhere: "Proven: there are no others, but perhaps next to those that are degenerate, or where the field does not exist.",
    notProven: "Others may have been missed.",
  },
  exhausted: "The search stopped before it had looked at everything.",
  indexCheck: {
    agrees: ({ text }) => `Along the border of the view the field turns ${text} times: the sum of the indices.`,
    disagrees: ({ text }) => `Along the border of the view the field turns ${text} times, which is not the sum of the indices.`,
    open: () => "",
  },
};
