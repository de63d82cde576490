/// Builds one JSON value as UTF-8 bytes (RFC 8259); commas and brackets cannot be got wrong.
///
/// ```swift
/// let bytes = JSONWriter.object { json in
///   json.add("formula", "x² + y²")
///   json.add("point", [1, 2])
///   json.object("flux") { flux in
///     flux.add("value", 6.283185307179586)
///     flux.add("error", Double.infinity)
///   }
/// }
/// // {"formula":"x² + y²","point":[1,2],"flux":{"value":6.283185307179586,"error":"Infinity"}}
/// ```
///
/// Numbers are the shortest text that reads back as the same bits; ±∞ and NaN, which JSON lacks, are the strings
/// "Infinity", "-Infinity" and "NaN". Keys are written as given: that they differ is the caller's care.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []

  private init() {}

  /// The bytes of an object whose members the closure adds.
  public static func object<Failure: Error>(
    _ members: (inout Object) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    var writer = JSONWriter()
    try writer.object(members)
    return writer.bytes
  }

  /// The bytes of an array whose elements the closure adds.
  public static func array<Failure: Error>(
    _ elements: (inout Array) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    var writer = JSONWriter()
    try writer.array(elements)
    return writer.bytes
  }

  /// The members of an object that is being written.
  public struct Object: Sendable {
    fileprivate var writer: JSONWriter
    private var isEmpty = true

    fileprivate init(_ writer: consuming JSONWriter) {
      self.writer = writer
    }

    /// Adds a number.
    public mutating func add(_ key: String, _ value: Double) {
      start(key)
      writer.number(value)
    }

    /// Adds a whole number.
    public mutating func add(_ key: String, _ value: Int) {
      start(key)
      writer.integer(value)
    }

    /// Adds a text.
    public mutating func add(_ key: String, _ value: String) {
      start(key)
      writer.string(value)
    }

    /// Adds true or false.
    public mutating func add(_ key: String, _ value: Bool) {
      start(key)
      writer.literal(value ? "true" : "false")
    }

    /// Adds an array of numbers.
    public mutating func add(_ key: String, _ values: [Double]) {
      array(key) { elements in
        for value in values { elements.add(value) }
      }
    }

    /// Adds an array of texts.
    public mutating func add(_ key: String, _ values: [String]) {
      array(key) { elements in
        for value in values { elements.add(value) }
      }
    }

    /// Adds null.
    public mutating func addNull(_ key: String) {
      start(key)
      writer.literal("null")
    }

    /// Adds an object whose members the closure adds.
    public mutating func object<Failure: Error>(
      _ key: String, _ members: (inout Object) throws(Failure) -> Void
    ) throws(Failure) {
      start(key)
      try writer.object(members)
    }

    /// Adds an array whose elements the closure adds.
    public mutating func array<Failure: Error>(
      _ key: String, _ elements: (inout Array) throws(Failure) -> Void
    ) throws(Failure) {
      start(key)
      try writer.array(elements)
    }

    private mutating func start(_ key: String) {
      if !isEmpty { writer.bytes.append(44) }
      isEmpty = false
      writer.string(key)
      writer.bytes.append(58)
    }
  }

  /// The elements of an array that is being written.
  public struct Array: Sendable {
    fileprivate var writer: JSONWriter
    private var isEmpty = true

    fileprivate init(_ writer: consuming JSONWriter) {
      self.writer = writer
    }

    /// Adds a number.
    public mutating func add(_ value: Double) {
      start()
      writer.number(value)
    }

    /// Adds a whole number.
    public mutating func add(_ value: Int) {
      start()
      writer.integer(value)
    }

    /// Adds a text.
    public mutating func add(_ value: String) {
      start()
      writer.string(value)
    }

    /// Adds true or false.
    public mutating func add(_ value: Bool) {
      start()
      writer.literal(value ? "true" : "false")
    }

    /// Adds an array of numbers.
    public mutating func add(_ values: [Double]) {
      array { elements in
        for value in values { elements.add(value) }
      }
    }

    /// Adds null.
    public mutating func addNull() {
      start()
      writer.literal("null")
    }

    /// Adds an object whose members the closure adds.
    public mutating func object<Failure: Error>(
      _ members: (inout Object) throws(Failure) -> Void
    ) throws(Failure) {
      start()
      try writer.object(members)
    }

    /// Adds an array whose elements the closure adds.
    public mutating func array<Failure: Error>(
      _ elements: (inout Array) throws(Failure) -> Void
    ) throws(Failure) {
      start()
      try writer.array(elements)
    }

    private mutating func start() {
      if !isEmpty { writer.bytes.append(44) }
      isEmpty = false
    }
  }
}

extension JSONWriter {
  fileprivate mutating func object<Failure: Error>(
    _ members: (inout Object) throws(Failure) -> Void
  ) throws(Failure) {
    bytes.append(123)
    // The child takes the buffer and gives it back, so that nothing is copied.
    var child = Object(JSONWriter())
    swap(&bytes, &child.writer.bytes)
    try members(&child)
    swap(&bytes, &child.writer.bytes)
    bytes.append(125)
  }

  fileprivate mutating func array<Failure: Error>(
    _ elements: (inout Array) throws(Failure) -> Void
  ) throws(Failure) {
    bytes.append(91)
    var child = Array(JSONWriter())
    swap(&bytes, &child.writer.bytes)
    try elements(&child)
    swap(&bytes, &child.writer.bytes)
    bytes.append(93)
  }

  fileprivate mutating func literal(_ text: StaticString) {
    bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  fileprivate mutating func integer(_ value: Int) {
    bytes += value.description.utf8
  }

  fileprivate mutating func number(_ value: Double) {
    if value.isNaN {
      literal("\"NaN\"")
    } else if value.isInfinite {
      literal(value < 0 ? "\"-Infinity\"" : "\"Infinity\"")
    } else {
      Decimal.appendShortest(value, to: &bytes)
    }
  }

  fileprivate mutating func string(_ text: String) {
    bytes.append(34)
    for byte in text.utf8 {
      switch byte {
      case 34: literal("\\\"")
      case 92: literal("\\\\")
      case 8: literal("\\b")
      case 9: literal("\\t")
      case 10: literal("\\n")
      case 12: literal("\\f")
      case 13: literal("\\r")
      case 0..<32:
        literal("\\u00")
        bytes.append(byte < 16 ? 48 : 49)
        let low = byte & 15
        bytes.append(low < 10 ? 48 + low : 87 + low)
      default: bytes.append(byte)
      }
    }
    bytes.append(34)
  }
}
