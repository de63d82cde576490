// Written by Scripts/coordinates-reference.py with SymPy 1.14.0.
// swift-format-ignore-file

import Fields

/// A scalar and a vector field in a coordinate system, a point, and their derivatives there.
struct CoordinateReference: Sendable {
  let system: CoordinateSystem
  let scalar: String
  let vector: [String]
  let point: [Double]
  let gradient: [Double]
  let laplacian: Double
  let divergence: Double
  let curl: [Double]
  let vectorLaplacian: [Double]
}

let coordinateReferences: [CoordinateReference] = [
  CoordinateReference(
    system: .polar, scalar: "r^2 sin(2theta) + theta", vector: ["r theta", "cos(theta)/r"],
    point: [1.3, 0.7], gradient: [2.5621692979699966, 1.2111453407713957],
    laplacian: 2.170662841294021e-165,
    divergence: 1.0188061022262183,
    curl: [-1.0],
    vectorLaplacian: [0.5864521504212026, 1.1903312757011888]),
  CoordinateReference(
    system: .polar, scalar: "r^2 sin(2theta) + theta", vector: ["r theta", "cos(theta)/r"],
    point: [0.4, -2.1], gradient: [0.6972606179308705, 2.1077913429274404],
    laplacian: 4.341325682588042e-165,
    divergence: 1.195058541555461,
    curl: [-1.0],
    vectorLaplacian: [-26.975292707777307, 12.888220384372772]),
  CoordinateReference(
    system: .polar, scalar: "exp(-r) cos theta", vector: ["sin(theta) r^2", "r^3 + theta"],
    point: [1.3, 0.7], gradient: [-0.20844381268869772, -0.1350536933900867],
    laplacian: -0.07523711582254769,
    divergence: 3.2816797494577643,
    curl: [6.304166694991704],
    vectorLaplacian: [0.10500342181266022, 11.515483191137024]),
  CoordinateReference(
    system: .polar, scalar: "exp(-r) cos theta", vector: ["sin(theta) r^2", "r^3 + theta"],
    point: [0.4, -2.1], gradient: [0.3384084640762896, 1.4465663559761703],
    laplacian: 2.6226655965912444,
    divergence: 1.4641487600213514,
    curl: [-4.408061558160057],
    vectorLaplacian: [-14.226418733297747, 15.315307790800285]),
  CoordinateReference(
    system: .cylindrical, scalar: "r^2 z cos theta", vector: ["r z sin theta", "z^2 + r^2", "theta r"],
    point: [1.3, 0.7, -0.6], gradient: [-1.193153812163802, 0.502489796045399, 1.2925832965107855],
    laplacian: -1.3767159371120792,
    divergence: -0.7730612246852293,
    curl: [2.2, 0.13748299340899836, 4.63582838929377],
    vectorLaplacian: [0.29733124026354973, 4.080974075642721, 0.5384615384615384]),
  CoordinateReference(
    system: .cylindrical, scalar: "r^2 z cos theta", vector: ["r z sin theta", "z^2 + r^2", "theta r"],
    point: [0.4, -2.1, 1.5], gradient: [-0.605815325519829, 0.5179256199893243, -0.08077537673597719],
    laplacian: -2.2718074706993585,
    divergence: -2.5896280999466215,
    curl: [-2.0, 1.7547162533404506, 7.582269156899786],
    vectorLaplacian: [3.2370351249332767, -12.84884578449893, -5.25]),
  CoordinateReference(
    system: .cylindrical, scalar: "log(r) + z^3 theta", vector: ["cos(theta)/r", "r z", "exp(-r) z"],
    point: [1.3, 0.7, -0.6], gradient: [0.7692307692307693, -0.16615384615384615, 0.756],
    laplacian: -2.52,
    divergence: 0.2725317930340126,
    curl: [-1.3, -0.16351907582040756, -0.8188061022262183],
    vectorLaplacian: [-0.34813026276034975, -0.5864521504212026, -0.037735171343170976]),
  CoordinateReference(
    system: .cylindrical, scalar: "log(r) + z^3 theta", vector: ["cos(theta)/r", "r z", "exp(-r) z"],
    point: [0.4, -2.1, 1.5], gradient: [2.5, 8.4375, -14.175],
    laplacian: -18.9,
    divergence: 0.6703200460356393,
    curl: [-0.4, 1.0054800690534589, -2.395058541555461],
    vectorLaplacian: [7.888220384372772, 26.975292707777307, -1.5082201035801883]),
  CoordinateReference(
    system: .spherical, scalar: "r^2 sin(theta) cos(phi) + cos(theta)", vector: ["r^2 cos theta", "r sin(theta) phi", "sin(phi) r"],
    point: [1.3, 0.7, -0.6], gradient: [1.3824090826832274, 0.32507487893078235, 0.734035215413546],
    laplacian: 1.2216445209511329,
    divergence: 4.340512733943142,
    curl: [-1.6703671646100615, 1.1292849467900707, 0.0644217687237691],
    vectorLaplacian: [0.970709974470819, -3.6284780386879776, 3.050968881285994]),
  CoordinateReference(
    system: .spherical, scalar: "r^2 sin(theta) cos(phi) + cos(theta)", vector: ["r^2 cos theta", "r sin(theta) phi", "sin(phi) r"],
    point: [0.4, 2.1, 1.5], gradient: [0.048848812040073186, -2.1723079769070783, -0.3989979946416218],
    laplacian: 6.554820367698584,
    divergence: -2.2403453317371076,
    curl: [-1.5833827548696942, -1.994989973208109, 2.934911846606171],
    vectorLaplacian: [6.153265612686964, -1.486786850067355, -4.630189654856423]),
  CoordinateReference(
    system: .spherical, scalar: "exp(-r) sin(theta)^2 sin(2phi)", vector: ["phi/r^2", "cos(theta) r^2", "r sin theta"],
    point: [1.3, 0.7, -0.6], gradient: [0.10541844058032734, -0.1925495115915774, 0.09787550614122596],
    laplacian: 0.43103042864500707,
    divergence: 0.34298543822623834,
    curl: [1.5296843745689768, -0.5818944882864409, 2.982884530409505],
    vectorLaplacian: [-0.5276699049634436, 1.2164484822055222, 1.0869859787522174]),
  CoordinateReference(
    system: .spherical, scalar: "exp(-r) sin(theta)^2 sin(2phi)", vector: ["phi/r^2", "cos(theta) r^2", "r sin theta"],
    point: [0.4, 2.1, 1.5], gradient: [-0.07048603614466864, -0.2061180181261599, -2.8641796765021152],
    laplacian: -2.9251705000037482,
    divergence: -0.2271804919096167,
    curl: [-1.009692209199715, 16.374636009260154, -0.605815325519829],
    vectorLaplacian: [1.1359024595480836, -1.3418572401090185, 90.50527371278952]),
]
