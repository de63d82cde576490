import Fields

/// The lines placed so far, and where more may start.
struct StreamlinePlacement {
  private let picture: EvenlySpacedStreamlines
  private let frame: StreamlineFrame
  private let separation: Double
  private let field: AnyVectorField
  private var grid: SeparationGrid
  private var tracer: StreamlineTracer
  private(set) var lines: [Streamline] = []
  private var seeds: [SIMD3<Double>] = []
  private var nextSeed = 0

  init(field: AnyVectorField, picture: EvenlySpacedStreamlines) {
    self.field = field
    self.picture = picture
    frame = picture.frame
    separation = picture.separation
    grid = SeparationGrid(size: frame.size, cell: separation)
    tracer = StreamlineTracer(
      field: field, frame: frame, separation: separation, isUnbroken: picture.isUnbroken)
  }

  mutating func fill() {
    for seed in picture.seeds where seed.count == frame.dimension { place(from: frame.place(of: seed)) }
    if frame.dimension == 2 {
      for seed in StreamlineSeeds.aroundCriticalPoints(of: field, frame, separation) { place(from: seed) }
      for seed in StreamlineSeeds.alongBorder(frame, separation) { place(from: seed) }
    } else {
      place(from: frame.size / 2)
    }
    growFromSeeds()
    // Parts that no line leads to: a lattice so close that no wider gap is missed.
    for seed in StreamlineSeeds.lattice(frame, separation) {
      place(from: seed)
      growFromSeeds()
    }
  }

  private mutating func growFromSeeds() {
    while nextSeed < seeds.count, !isFull {
      place(from: seeds[nextSeed])
      nextSeed += 1
    }
    seeds.removeAll(keepingCapacity: true)
    nextSeed = 0
  }

  private var isFull: Bool { grid.count >= EvenlySpacedStreamlines.maximumPoints }

  private mutating func place(from seed: SIMD3<Double>) {
    guard !isFull, frame.contains(seed), grid.isFree(seed, distance: separation) else { return }
    let before = grid.count
    let line = tracer.trace(lines.count, from: seed, grid: &grid)
    guard line.length >= EvenlySpacedStreamlines.shortestLength * separation else {
      grid.removeLast(until: before)
      return
    }
    addSeeds(beside: line.places)
    lines.append(frame.streamline(through: line.places, isClosed: line.isClosed))
  }

  private mutating func addSeeds(beside places: [SIMD3<Double>]) {
    // A hair more than the separation, so that rounding does not refuse a seed that is just right.
    let reach = separation * 1.001
    for index in places.indices.dropFirst() {
      let way = places[index] - places[index - 1]
      let length = way.length
      guard length > 0 else { continue }
      if frame.dimension == 2 {
        let beside = SIMD3(-way.y, way.x, 0) * (reach / length)
        seeds.append(places[index] + beside)
        seeds.append(places[index] - beside)
      } else {
        let (first, second) = StreamlineSeeds.across(way / length)
        for (cosine, sine) in StreamlineSeeds.hexagon {
          seeds.append(places[index] + reach * (cosine * first + sine * second))
        }
      }
    }
  }
}
