import Atlas

/// Demonstrations that belong together, told on the same data or of the same subject.
public struct Chapter: Sendable {
  /// A short name for links, such as "flowers".
  public let identifier: String
  /// The heading.
  public let name: Bilingual
  /// What the chapter tells, in a sentence or two.
  public let lead: Bilingual
  /// The demonstrations in the order in which they are told.
  public let demonstrations: [Demonstration]

  /// A chapter of demonstrations.
  public init(_ identifier: String, name: Bilingual, lead: Bilingual, demonstrations: [Demonstration]) {
    self.identifier = identifier
    self.name = name
    self.lead = lead
    self.demonstrations = demonstrations
  }
}
