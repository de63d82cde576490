import Elementary

/// The categorical distribution; its measures are the functions of two arguments, in the form of the other families.
extension Distribution: NamedDistribution {
  /// The entropy, as ``entropy(_:)-(Distribution)``.
  public var entropy: InformationValue { Information.entropy(self) }

  /// log pᵢ, and −∞ for an index that is none.
  public func logDensity(at index: Int) -> Double {
    probabilities.indices.contains(index) ? Double.log(probabilities[index]) : -.infinity
  }

  /// D(p‖q), as ``kullbackLeibler(_:_:)-(Distribution,_)``.
  ///
  /// - Throws: ``DistributionError`` if the lengths differ.
  public func kullbackLeibler(from other: Distribution) throws(DistributionError) -> InformationValue {
    try Information.kullbackLeibler(self, other)
  }

  /// D_α(p‖q), as ``renyi(_:_:order:)-(Distribution,_,_)``.
  ///
  /// - Throws: ``DistributionError`` if the lengths differ.
  public func renyi(
    from other: Distribution, order: RenyiOrder
  ) throws(DistributionError) -> InformationValue {
    try Information.renyi(self, other, order: order)
  }
}
