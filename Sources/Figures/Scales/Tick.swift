/// One marked place of an axis.
public struct Tick: Sendable {
  /// The value marked.
  public var value: Double
  /// What is written there.
  public var label: String
  /// Written raised and smaller after the label, such as the exponent of a power of ten.
  public var exponent: String

  /// A tick at a value.
  public init(_ value: Double, label: String, exponent: String = "") {
    self.value = value
    self.label = label
    self.exponent = exponent
  }

  /// A tick labelled with its own value.
  public init(_ value: Double) { self.init(value, label: NumberText.text(value, significantDigits: 6)) }
}

/// The ticks of an axis with what all its labels share.
public struct Ticks: Sendable {
  /// Labelled ticks in rising order.
  public var major: [Tick] = []
  /// Unlabelled values between them.
  public var minor: [Double] = []
  /// The power of ten that every label is to be multiplied by; 0 where there is none.
  public var factorExponent = 0
  /// What is to be added to every label after the factor, as text such as "+1000000"; empty where there is none.
  public var offset = ""

  /// Ticks without a common factor or offset.
  public init(major: [Tick] = [], minor: [Double] = []) {
    self.major = major
    self.minor = minor
  }
}
