import Expressions

extension GridDifferences {
  /// The number of lines of samples along the first axis: what several threads can share.
  public var lineCount: Int { grid.count / grid.axes[0].count }

  /// The derivatives of all samples, in a block of its own.
  ///
  /// - Throws: ``GridError`` if the samples are not those of the grid.
  public func callAsFunction(_ samples: Block<Double>) throws(GridError) -> Block<Double> {
    let result = Block<Double>(rows: outputs, capacity: grid.count)
    try apply(to: samples, into: result)
    return result
  }

  /// Takes the derivatives of all samples.
  ///
  /// - Parameters:
  ///   - samples: ``inputs`` rows of as many lanes as the grid has points.
  ///   - result: At least ``outputs`` rows with room for as many lanes; not the samples themselves.
  /// - Throws: ``GridError`` if there are more or fewer samples or rows than that.
  public func apply(to samples: Block<Double>, into result: Block<Double>) throws(GridError) {
    try apply(to: samples, into: result, lines: 0..<lineCount)
    result.count = grid.count
  }

  /// Takes the derivatives along some lines of the first axis: what one of several threads does.
  ///
  /// Different lines of the same blocks may be done at the same time from different threads; `result.count` stays
  /// what it is. The bits do not depend on how the lines are shared out.
  ///
  /// - Throws: ``GridError`` if there are more or fewer samples or rows than ``apply(to:into:)`` demands.
  @export(interface)
  public func apply(
    to samples: Block<Double>, into result: Block<Double>, lines: Range<Int>
  ) throws(GridError) {
    guard samples.rows == inputs else { throw .componentCount(samples.rows, needed: inputs) }
    guard samples.count == grid.count else { throw .sampleCount(samples.count, needed: grid.count) }
    guard result.rows >= outputs else { throw .componentCount(result.rows, needed: outputs) }
    guard result.capacity >= grid.count else { throw .sampleCount(result.capacity, needed: grid.count) }
    precondition(samples !== result, "a block cannot be read and written at once")
    precondition(lines.lowerBound >= 0 && lines.upperBound <= lineCount, "no such lines")
    var sweeps: [LineSweep] = []
    var last = -1
    for line in lines {
      // Most lines have the same quotients as the line before.
      let kind = kind(ofLine: line)
      if kind != last {
        sweeps = differences[0].places.map { sweep(over: $0.places, kind: $0.kind, line: kind) }
        last = kind
      }
      let start = line * grid.axes[0].count
      for sweep in sweeps { sweep.run(samples, from: start, into: result) }
    }
  }

  /// A number for the quotients that a line has along the axes after the first.
  private func kind(ofLine line: Int) -> Int {
    var rest = line
    var kind = 0
    var step = 1
    for (axis, difference) in zip(grid.axes, differences).dropFirst() {
      kind += step * difference.kind(at: rest % axis.count)
      step *= difference.kinds
      rest /= axis.count
    }
    return kind
  }

  /// The sums over some places of a line that all have the same quotients.
  private func sweep(over places: Range<Int>, kind: Int, line: Int) -> LineSweep {
    var kinds = [kind]
    var rest = line
    for difference in differences.dropFirst() {
      kinds.append(rest % difference.kinds)
      rest /= difference.kinds
    }
    var sweep = LineSweep(places: places)
    for terms in sums {
      var pairs: [LineSweep.Pair] = []
      for term in terms {
        for part in differences[term.axis][kinds[term.axis]].terms {
          pairs.append(
            LineSweep.Pair(
              component: term.component, to: part.to, from: part.from, weight: part.weight * term.sign))
        }
      }
      sweep.append(pairs)
    }
    return sweep
  }
}
