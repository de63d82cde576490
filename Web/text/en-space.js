/** The texts of the benches of space, in English. */
export const space = {
  rotor: {
    title: "Curl in space",
    label: "Space with the vector field and a wheel about an axis",
    description: "A wheel in a flow of space. It turns about its axis with half the curl’s component along it.",
    keys: "Arrow keys turn the view or the axis, as chosen below the picture, with Shift in large and with Alt in small steps. "
      + "Plus and minus zoom. Press ? for all keys.",
    hint: "Drag the axis by its knob · drag elsewhere to turn the view",
    restart: "Stop the wheel and let go (R)",
    lead: "In space the curl is a vector. Hold a small wheel into the flow by its axis: it turns fastest where the axis "
      + "agrees with the curl, backwards against it, and not at all across it. Thumb along the curl, the fingers of the right "
      + "hand show the way it turns.",
    presets: { rotation: "Solid rotation", shear: "Shear", abc: "ABC flow", gradient: "Gradient field" },
    readout: "The wheel",
    rows: {
      omega: "angular velocity", limit: "half the curl along the axis", curl: "curl at the hub", fastest: "the fastest turn there is",
      axis: "axis",
    },
    senses: {
      forward: "It turns forward about the axis, as the right hand shows.", backward: "It turns backward about the axis.",
      still: "It does not turn.",
    },
    verdicts: {
      along: () => "The axis agrees with the curl: the wheel turns fastest.",
      against: () => "The axis is against the curl: the wheel turns fastest, backwards.",
      across: () => "The axis is across the curl: the wheel does not turn.",
      forward: ({ fastest, angle }) => `The axis is ${angle} from the curl: ${fastest} · cos ${angle}.`,
      backward: ({ fastest, angle }) => `The axis is ${angle} from the curl: ${fastest} · cos ${angle}.`,
      none: () => "There is no curl here: the wheel turns about no axis.",
      undefined: () => "There is no finite value at this point.",
    },
    turnTo: "Turn the axis",
    axes: { along: "Along the curl", against: "Against it", across: "Across it" },
    place: "Place of the wheel",
    turnsLegend: "Dragging turns",
    turns: { view: "the view", thing: "the axis" },
    spoken: (text, verdict) => `Axis ${text.axis}, curl ${text.curl}: angular velocity ${text.angularVelocity}. ${verdict}`,
    tries: [
      {
        text: "The water turns about the z-axis. Predict: about which axis does the wheel turn fastest, and about which not at "
          + "all? Drag the axis.",
        set: { F: "-y, x, 0", axis: "20,30", probe: "0,0,0" },
      },
      {
        text: "In the shear all water flows along x, faster the higher it is. About which axis does the wheel turn, and which way?",
        set: { F: "z, 0, 0", axis: "0,90", probe: "0,0,0" },
      },
      {
        text: "In the ABC flow the curl is the field itself: wherever you put the wheel, its best axis is the arrow there.",
        set: {
          F: "A sin z + C cos y, B sin x + A cos z, C sin y + B cos x where A = 1 in 0…2, B = 1 in 0…2, C = 1 in 0…2",
          size: "3", probe: "1,0.5,-0.5", axis: "0,0",
        },
      },
      {
        text: "A gradient turns no wheel, wherever it is and however it is held. Try.",
        set: { F: "grad(x y + z^2/2)", probe: "1,0.5,0.5" },
      },
    ],
  },
  charge: {
    title: "Point charge",
    label: "Space with the field of a charge and a sphere",
    description: "A sphere in the field of a charge. The flux through it stands beside the divergence inside it; its colour says "
      + "where the field leaves and where it enters.",
    keys: "Arrow keys turn the view or move the sphere, as chosen below the picture, with Shift in large and with Alt in small "
      + "steps; Page Up and Page Down move it along y. Square brackets resize it. Plus and minus zoom. Press ? for all keys.",
    hint: "Drag the sphere · drag elsewhere to turn the view",
    lead: "A charge sends its field out in all directions, thinning as 1/r². Through any surface around it the same flux goes: "
      + "4π for a charge of 1. Through a surface beside it as much goes in as out.",
    presets: { charge: "Point charge", pair: "Two charges", expansion: "Even expansion", rotation: "Rotation" },
    readout: "The sphere",
    rows: {
      flux: "flux out of the sphere", enclosed: "charge inside, as the flux tells", integral: "divergence inside, summed",
      divergence: "divergence at the centre",
    },
    verdicts: {
      equal: "Gauss: equal to the divergence summed inside.",
      different: "Not the divergence summed inside: the field is not smooth there. A charge is a source without any extent.",
      rough: "A charge lies on the sphere or very near to it: only as many digits are sure as the error leaves. Exactly on it, "
        + "half of its flux goes out.",
    },
    place: "Place of the sphere",
    turnsLegend: "Dragging turns",
    turns: { view: "the view", thing: "moves the sphere" },
    spoken: (reading, verdict) => `Sphere at ${reading.text.centre} with radius ${reading.text.radius}: flux ${reading.flux.text}, `
      + `divergence inside ${reading.integral.text}. ${verdict}`,
    tries: [
      {
        text: "Make the sphere larger and smaller, and move it about, with the charge inside. Does the flux change?",
        set: { F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", sphere: "0.3,0,0.2,1" },
      },
      {
        text: "Now the charge is outside. Where is the sphere blue, and why do the colours cancel?",
        set: { F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", sphere: "1.5,-0.5,0,1" },
      },
      {
        text: "The divergence is 0 wherever there is one. So where does the flux come from?",
        set: { F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", sphere: "0,0,0,1.5", trail: "divergence" },
      },
      {
        text: "Two charges of opposite sign. Find spheres with the flux 4π, −4π and 0.",
        set: {
          F: "a (x - 1, y, z)/r^3 + b (x + 1, y, z)/s^3 where r = sqrt((x - 1)^2 + y^2 + z^2), "
            + "s = sqrt((x + 1)^2 + y^2 + z^2), a = 1 in -2…2, b = -1 in -2…2",
          sphere: "0,0,0,2",
        },
      },
      {
        text: "Here the divergence is 1 everywhere. Predict the flux through a sphere of radius 1 before you look.",
        set: { F: "x/3, y/3, z/3", sphere: "0.5,0.5,0,2" },
      },
    ],
  },
};
