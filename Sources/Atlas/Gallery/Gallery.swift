/// The gallery: three demonstrations of fields and five of distributions, all on the iris flowers.
///
/// ```swift
/// for demonstration in Gallery.demonstrations {
///   let svg = demonstration.figure(language: .english).svg()
///   for number in demonstration.numbers { print(number.symbol, "=", number.text) }
/// }
/// ```
public enum Gallery {
  /// The demonstrations in the order in which they are told.
  public static var demonstrations: [Demonstration] {
    [
      .gradient, .divergence, .curl, .entropy, .crossEntropy, .kullbackLeibler, .jensenShannon, .renyi,
    ]
  }
}
