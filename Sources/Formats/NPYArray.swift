/// An array of numbers in NumPy's file format, versions 1 to 3.
///
/// ```swift
/// let array = try NPYArray(bytes)
/// print(array.shape, array.values[0])
/// ```
///
/// Numbers of every type are read as `Double`, in C order whatever the file's order. Format: NumPy Enhancement
/// Proposal 1 and the documentation of `numpy.lib.format`.
public struct NPYArray: Equatable, Sendable {
  /// The length along every axis; empty for a single number.
  public let shape: [Int]
  /// The numbers, the last axis running fastest.
  public let values: [Double]
  /// The type in the file, such as "<f4".
  public let type: String

  /// An array of doubles.
  ///
  /// - Throws: ``NPYError`` if the shape does not hold as many numbers as there are.
  public init(shape: [Int], values: [Double]) throws(NPYError) {
    guard NPYArray.count(shape) == values.count else {
      throw .shapeMismatch(shape: shape, count: values.count)
    }
    self.shape = shape
    self.values = values
    type = "<f8"
  }

  /// Reads the bytes of an .npy file.
  ///
  /// Types are `f8`, `f4`, `i1` … `i8`, `u1` … `u8` in either byte order, and `b1`. Integers of 64 bits beyond 2⁵³
  /// are rounded to the nearest double; ``isRounded`` says whether any was.
  ///
  /// - Throws: ``NPYError`` naming what is wrong and at which byte.
  @export(interface)
  public init(_ bytes: [UInt8]) throws(NPYError) {
    let header = try NPYHeader(bytes)
    let count = NPYArray.count(header.shape)
    let (size, isTooLarge) = (count ?? .max).multipliedReportingOverflow(by: header.element.size)
    let (end, isBeyond) = size.addingReportingOverflow(header.dataOffset)
    guard let count, !isTooLarge, !isBeyond else {
      throw .truncated(at: bytes.count, expected: .max, what: "the numbers")
    }
    guard bytes.count >= end else {
      throw .truncated(at: bytes.count, expected: end, what: "the numbers")
    }
    guard bytes.count == end else { throw .trailingBytes(at: end, count: bytes.count - end) }
    let element = header.element
    let numbers = bytes.withUnsafeBytes { raw in
      (0..<count).map { element.value(raw, at: header.dataOffset + $0 * element.size) }
    }
    shape = header.shape
    type = header.type
    values = header.isFortranOrder ? NPYArray.transposed(numbers, shape: header.shape) : numbers
  }

  /// Whether a number of the file may differ from its double: only integers of 64 bits can.
  public var isRounded: Bool {
    guard type.utf8.dropFirst().elementsEqual("i8".utf8) || type.utf8.dropFirst().elementsEqual("u8".utf8)
    else {
      return false
    }
    return values.contains { $0.magnitude >= 0x1p53 }
  }

  /// The array as an .npy file of version 1 with type `<f8` in C order.
  @export(interface)
  public var bytes: [UInt8] {
    let lengths = shape.map { String($0) }.joined(separator: ", ")
    let tuple = shape.count == 1 ? lengths + "," : lengths
    var header = Array("{'descr': '<f8', 'fortran_order': False, 'shape': (\(tuple)), }".utf8)
    // The numbers begin at a multiple of 64.
    let padding = (64 - (NPYHeader.magic.count + 4 + header.count + 1) % 64) % 64
    header += [UInt8](repeating: 32, count: padding) + [10]
    // Version 1 has 16 bits for the length of the header, version 2 has 32.
    let isShort = header.count <= 0xFFFF
    var result = NPYHeader.magic + [isShort ? 1 : 2, 0]
    let length = UInt32(header.count)
    for shift in 0..<(isShort ? 2 : 4) as Range<UInt32> {
      result.append(UInt8(truncatingIfNeeded: length >> (8 * shift)))
    }
    result += header
    result.reserveCapacity(result.count + 8 * values.count)
    for value in values {
      for shift in 0..<8 as Range<UInt64> {
        result.append(UInt8(truncatingIfNeeded: value.bitPattern >> (8 * shift)))
      }
    }
    return result
  }

  /// The product of the lengths; `nil` if one is negative or the product is too large.
  static func count(_ shape: [Int]) -> Int? {
    if shape.contains(0) { return shape.allSatisfy { $0 >= 0 } ? 0 : nil }
    var count = 1
    for length in shape {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
      guard length > 0, !isTooLarge else { return nil }
      count = product
    }
    return count
  }

  /// Numbers whose first axis runs fastest, with the last one fastest instead.
  private static func transposed(_ numbers: [Double], shape: [Int]) -> [Double] {
    if numbers.isEmpty { return [] }
    var strides: [Int] = []
    var stride = 1
    for length in shape {
      strides.append(stride)
      stride *= length
    }
    var index = [Int](repeating: 0, count: shape.count)
    var place = 0
    return numbers.indices.map { _ in
      let value = numbers[place]
      // Counts up from the last axis.
      for axis in shape.indices.reversed() {
        index[axis] += 1
        place += strides[axis]
        if index[axis] < shape[axis] { break }
        place -= strides[axis] * shape[axis]
        index[axis] = 0
      }
      return value
    }
  }
}

/// What is wrong with an .npy file, and where.
public enum NPYError: Error, Equatable, Sendable {
  /// The file does not begin with the bytes of the format.
  case notNPY
  /// A version that is not 1, 2 or 3.
  case unsupportedVersion(major: Int, minor: Int)
  /// The file ends, at the given byte, before it should.
  case truncated(at: Int, expected: Int, what: String)
  /// Bytes follow the last number.
  case trailingBytes(at: Int, count: Int)
  /// The header does not say what it must; at the given byte of the file.
  case malformedHeader(at: Int, expected: String)
  /// A type that has no numbers that can be read; its place in the file is given.
  case unsupportedType(String, at: Int)
  /// A shape that does not hold as many numbers as there are.
  case shapeMismatch(shape: [Int], count: Int)
}

extension NPYError: CustomStringConvertible {
  /// One sentence: what, where, and what would be right.
  @export(interface)
  public var description: String {
    switch self {
    case .notNPY:
      "byte 0: this is no .npy file; expected it to begin with 0x93 and NUMPY, as numpy.save writes it"
    case .unsupportedVersion(let major, let minor):
      "byte 6: version \(major).\(minor) of the format; expected 1.0, 2.0 or 3.0"
    case .truncated(let place, let expected, let what):
      expected == .max
        ? "byte \(place): the file ends inside \(what); expected more bytes than can be counted"
        : "byte \(place): the file ends inside \(what); expected \(expected) bytes"
    case .trailingBytes(let place, let count):
      "byte \(place): \(count) bytes follow the last number; expected the end of the file"
    case .malformedHeader(let place, let expected):
      "byte \(place): the header is malformed; expected \(expected)"
    case .unsupportedType(let type, let place):
      "byte \(place): numbers of the type \(type) cannot be read; expected one of f8, f4, i1 to i8, u1 to u8, b1 "
        + "(in NumPy: array.astype('<f8'))"
    case .shapeMismatch(let shape, let count):
      "\(count) numbers for the shape (\(shape.map { String($0) }.joined(separator: ", "))); "
        + "expected as many as the product of the lengths"
    }
  }
}
