import Nabla

extension FlowType.Kind {
  /// The kind in words.
  var name: String {
    switch self {
    case .uniform: return "uniform flow"
    case .sink: return "sink"
    case .starSink: return "star-shaped sink"
    case .degenerateSink: return "degenerate sink"
    case .spiralIn: return "spiral in"
    case .centre: return "centre"
    case .spiralOut: return "spiral out"
    case .degenerateSource: return "degenerate source"
    case .starSource: return "star-shaped source"
    case .source: return "source"
    case .saddle: return "saddle"
    case .spiralSaddle: return "spiral saddle"
    case .shear: return "shear"
    case .degenerate: return "degenerate"
    case .undecided: return "undecided"
    }
  }
}

extension CriticalPointKind {
  /// The kind in words.
  var name: String {
    switch self {
    case .minimum: return "minimum"
    case .maximum: return "maximum"
    case .saddle(let index): return index == 1 ? "saddle" : "saddle of index \(index)"
    case .degenerate: return "degenerate"
    case .undecided: return "undecided"
    }
  }
}

extension CriticalRegion.Kind {
  /// The kind in words.
  var name: String {
    switch self {
    case .notIsolated: return "not told apart"
    case .zeroThroughout: return "zero throughout"
    case .kink: return "perhaps a kink"
    case .jump: return "perhaps a jump"
    case .undefined: return "perhaps undefined"
    }
  }
}

extension Completeness {
  /// What is said of other critical points.
  var sentence: String {
    switch self {
    case .proven: return "proven: there are no others"
    case .provenElsewhere:
      return "proven: there are no others outside the places listed, in which it is not decided"
    case .notProven: return "others are not excluded"
    }
  }
}
