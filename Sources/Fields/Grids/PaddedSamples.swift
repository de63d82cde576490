import Expressions

/// Samples of a grid with more around them, so that a stencil at the border is one like any other.
///
/// Along a periodic axis the samples come again. Along others they are continued by the polynomial through the
/// samples next to the border, of the degree of the order: a central difference there is the one-sided difference
/// of the same order.
struct PaddedSamples: Sendable {
  /// How many samples lie before the first of each axis.
  let margin: Int
  /// The number of samples along each axis, margins included.
  let counts: [Int]
  /// The distance in memory from a sample to the next along each axis.
  let strides: [Int]
  /// The samples of all components, one component after another.
  private(set) var samples: [Double]
  /// The distance in memory from a component to the next.
  let size: Int

  init(_ block: Block<Double>, on grid: UniformGrid, order: DifferenceOrder) {
    margin = order.reach
    var counts: [Int] = []
    var strides: [Int] = []
    var size = 1
    for axis in grid.axes {
      strides.append(size)
      // A periodic axis has a cell more: the one from its last sample to its first.
      counts.append(axis.count + 2 * order.reach + (axis.isPeriodic ? 1 : 0))
      size *= counts[counts.count - 1]
    }
    self.counts = counts
    self.strides = strides
    self.size = size
    samples = [Double](repeating: 0, count: size * block.rows)
    for component in 0..<block.rows {
      copy(block.row(component), to: component * size, grid)
      for axis in grid.axes.indices { pad(axis, of: component, grid, order) }
    }
  }

  /// Copies the samples of one component to their places between the margins.
  private mutating func copy(_ source: UnsafePointer<Double>, to start: Int, _ grid: UniformGrid) {
    let length = grid.axes[0].count
    for line in 0..<grid.count / length {
      var rest = line
      var place = start + margin
      for axis in 1..<max(grid.dimension, 1) {
        place += (rest % grid.axes[axis].count + margin) * strides[axis]
        rest /= grid.axes[axis].count
      }
      for index in 0..<length { samples[place + index] = source[line * length + index] }
    }
  }

  /// Fills the margins of one axis; those of the axes before it are filled.
  private mutating func pad(_ axis: Int, of component: Int, _ grid: UniformGrid, _ order: DifferenceOrder) {
    let count = grid.axes[axis].count
    let step = strides[axis]
    var slab = component * size
    while slab < (component + 1) * size {
      for inner in slab..<slab + step {
        let first = inner + margin * step
        if grid.axes[axis].isPeriodic {
          for index in 1...margin { samples[first - index * step] = samples[first + (count - index) * step] }
          for index in 0...margin { samples[first + (count + index) * step] = samples[first + index * step] }
        } else {
          extrapolate(from: first, step: -step, order)
          extrapolate(from: first + (count - 1) * step, step: step, order)
        }
      }
      slab += step * counts[axis]
    }
  }

  /// Continues a line beyond its last sample in the direction of a step.
  private mutating func extrapolate(from last: Int, step: Int, _ order: DifferenceOrder) {
    let value = samples[last]
    let one = samples[last - step] - value
    let two = samples[last - 2 * step] - value
    switch order {
    case .second:
      samples[last + step] = value - 3 * one + two
    case .fourth:
      let three = samples[last - 3 * step] - value
      let four = samples[last - 4 * step] - value
      samples[last + step] = value - 10 * one + 10 * two - 5 * three + four
      samples[last + 2 * step] = value - 40 * one + 45 * two - 24 * three + 5 * four
    }
  }
}
