import Expressions

/// Points at equal steps along each axis: where the samples of a measured or simulated field lie.
///
/// The samples of the first axis lie side by side in memory, so that sample (i, j) of a plane with n columns is
/// number i + n·j. An array indexed `[z, y, x]` in NumPy has this order when it is stored by rows.
///
/// ```swift
/// let grid = try UniformGrid([.init(from: -2, through: 2, count: 81), .init(from: 0, through: 1, count: 21)])
/// let samples = grid.samples(of: field)      // one row of 1701 lanes
/// ```
public struct UniformGrid: Sendable, Equatable {
  /// The axes, first the one whose samples lie side by side.
  public let axes: [Axis]
  /// The number of samples: the product of the counts of the axes.
  public let count: Int

  /// The grid with these axes.
  ///
  /// - Throws: ``GridError`` if there is no axis, or one has fewer than 2 samples, no finite origin, or a spacing
  ///   that is 0 or not finite.
  @export(interface)
  public init(_ axes: [Axis]) throws(GridError) {
    guard !axes.isEmpty else { throw .noAxes }
    var count = 1
    for (index, axis) in axes.enumerated() {
      guard axis.count >= 2 else { throw .tooFewSamples(axis: index, count: axis.count, needed: 2) }
      guard axis.origin.isFinite else { throw .origin(axis: index, value: axis.origin) }
      guard axis.spacing.isFinite, axis.spacing != 0, axis.end.isFinite else {
        throw .spacing(axis: index, value: axis.spacing)
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.count)
      guard !overflow else { throw .tooManySamples }
      count = product
    }
    self.axes = axes
    self.count = count
  }

  /// The grid of a window of the plane, its first and last samples on the sides.
  ///
  /// - Throws: ``GridError`` as ``init(_:)`` does.
  public init(over window: Window, columns: Int, rows: Int) throws(GridError) {
    try self.init([
      Axis(from: window.minX, through: window.maxX, count: columns),
      Axis(from: window.minY, through: window.maxY, count: rows),
    ])
  }

  /// The number of axes: coordinates of a point.
  public var dimension: Int { axes.count }

  /// The distance in memory from a sample to the next along an axis.
  public func stride(along axis: Int) -> Int {
    var product = 1
    for lower in axes[..<axis] { product *= lower.count }
    return product
  }

  /// Demands as many samples along every axis as an order of differences needs.
  func require(_ order: DifferenceOrder) throws(GridError) {
    for (index, axis) in axes.enumerated() where axis.count < order.minimumCount {
      throw .tooFewSamples(axis: index, count: axis.count, needed: order.minimumCount)
    }
  }
}

extension UniformGrid {
  /// Points at equal steps along one coordinate.
  public struct Axis: Sendable, Equatable {
    /// The coordinate of the first sample.
    public let origin: Double
    /// The step from a sample to the next; negative where the samples descend.
    public let spacing: Double
    /// The number of samples.
    public let count: Int
    /// Whether the samples begin again, one step behind the last.
    public let isPeriodic: Bool
    /// The coordinate of the last sample; of a periodic axis, that of the first one come again.
    public let end: Double

    /// An axis of samples at `origin`, `origin + spacing` and so on.
    public init(origin: Double, spacing: Double, count: Int, isPeriodic: Bool = false) {
      self.origin = origin
      self.spacing = spacing
      self.count = count
      self.isPeriodic = isPeriodic
      end = origin + spacing * Double(isPeriodic ? count : count - 1)
    }

    /// An axis whose first and last samples lie at two coordinates.
    public init(from first: Double, through last: Double, count: Int) {
      origin = first
      spacing = (last - first) / Double(count - 1)
      self.count = count
      isPeriodic = false
      end = last
    }

    /// A periodic axis: what is at `end` is what is at `first`, and is not a sample of its own.
    public init(periodicFrom first: Double, to end: Double, count: Int) {
      origin = first
      spacing = (end - first) / Double(count)
      self.count = count
      isPeriodic = true
      self.end = end
    }

    /// The coordinate of a sample.
    public func coordinate(_ index: Int) -> Double {
      // The last sample lies where it was said to lie, whatever the spacing was rounded to.
      index == count - 1 && !isPeriodic ? end : origin + spacing * Double(index)
    }
  }
}
