import Atlas

/// The gallery: fields and distributions on the iris flowers, the calculus on classical fields, flows and descent.
///
/// ```swift
/// for demonstration in Gallery.demonstrations {
///   let svg = demonstration.figure(language: .english).svg()
///   for number in demonstration.numbers { print(number.symbol, "=", number.text) }
/// }
/// ```
public enum Gallery {
  /// The chapters in the order in which they are told.
  public static var chapters: [Chapter] { [.flowers, .calculus, .flows] }

  /// The demonstrations of all chapters in order.
  public static var demonstrations: [Demonstration] { chapters.flatMap { $0.demonstrations } }
}
