import ArgumentParser
import Foundation
import Nabla

/// Values as they are typed: numbers between commas, and formulas.
enum Arguments {
  /// Numbers separated by commas, as many as wanted.
  static func numbers(_ text: String, count: Int, name: String) throws -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      Formats.Decimal.parse(part.trimmingCharacters(in: .whitespaces).utf8)
    }
    guard numbers.count == parts.count, numbers.count == count, numbers.allSatisfy({ $0.isFinite }) else {
      throw CommandFailure(
        .usage, "\(name) takes \(counted(count...count)), found \(Arguments.quoted(text))")
    }
    return numbers
  }

  /// `a number`, `2 numbers separated by commas`, or how few and how many.
  static func counted(_ count: ClosedRange<Int>) -> String {
    guard count != 1...1 else { return "a number" }
    let (least, most) = (count.lowerBound, count.upperBound)
    return (least == most ? "\(least)" : "\(least) to \(most)") + " numbers separated by commas"
  }

  /// A field of the plane from `P, Q`.
  static func field(_ text: String) throws -> VectorExpressionField {
    do {
      return try VectorExpressionField(text)
    } catch {
      throw CommandFailure(.usage, "\(Arguments.quoted(text)): \(error)")
    }
  }

  /// A window from `xmin,xmax,ymin,ymax`.
  static func window(_ text: String) throws -> Window {
    let sides = try constants(text, count: 4...4, name: "--in")
    guard sides[0] < sides[1], sides[2] < sides[3] else {
      throw CommandFailure(
        .usage,
        "--in takes xmin,xmax,ymin,ymax with xmin < xmax and ymin < ymax, found \(Arguments.quoted(text))")
    }
    return Window(minX: sides[0], maxX: sides[1], minY: sides[2], maxY: sides[3])
  }

  /// Refuses a picture of a field that exists nowhere on a lattice over a window.
  static func requireValues(of field: some VectorField, in window: Window) throws {
    let lengths = SampleGrid(lengthOf: field, over: window, columns: 61, rows: 61)
    guard lengths.values.contains(where: { $0.isFinite }) else {
      throw CommandFailure(
        .data, "there is nothing to draw: the field has no finite value in this part of the plane")
    }
  }

  /// What was typed, each formula or number that begins with a minus with a blank before it: `-x, cos y` is no cluster of
  /// the options -x, -c, -o and -s.
  static func told(_ typed: some Sequence<String>) -> [String] {
    var told: [String] = []
    for argument in typed {
      let letters = argument.dropFirst()
      // After --, and as the name of a file, everything is what it is.
      let isVerbatim = told.contains("--") || ["-o", "--output", "--out"].contains(told.last)
      let isValue =
        argument.hasPrefix("-") && !argument.hasPrefix("--") && !argument.hasPrefix("-o=")
        && letters.contains { !$0.isLetter }
      told.append(isValue && !isVerbatim ? " " + argument : argument)
    }
    return told
  }

  /// What was typed, in quotation marks; of what is long, the beginning.
  static func quoted(_ typed: some StringProtocol) -> String {
    let text = typed.hasPrefix(" -") ? typed.dropFirst() : typed[...]
    return text.count <= 80 ? "“\(text)”" : "“\(text.prefix(72))…” (\(text.count) characters)"
  }

  /// Positional values, in which a misspelt option is an error although a formula may begin with a minus.
  static func positional(_ values: [String], count: ClosedRange<Int>, usage: String) throws -> [String] {
    // What follows a lone -- is a value whatever it looks like.
    let terminator = values.firstIndex(of: "--")
    let checked = terminator.map { values[..<$0] } ?? values[...]
    for value in checked where value.hasPrefix("--") && value.dropFirst(2).first?.isLetter == true {
      throw CommandFailure(
        .usage, "unknown option \(Arguments.quoted(value)) (write -- before a value that begins so)")
    }
    let result =
      checked.map { $0.hasPrefix(" -") ? String($0.dropFirst()) : $0 }
      + (terminator.map { Array(values[($0 + 1)...]) } ?? [])
    guard count.contains(result.count) else { throw CommandFailure(.usage, "expected \(usage)") }
    return result
  }
}

/// A language by its tag.
enum LanguageTag: String, ExpressibleByArgument, CaseIterable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"

  init?(argument: String) {
    switch argument {
    case "en": self = .english
    case "zh", "zh-Hans", "zh-CN": self = .simplifiedChinese
    default: return nil
    }
  }

  var language: Language { self == .english ? .english : .simplifiedChinese }
}

extension InformationUnit: ExpressibleByArgument {
  /// A unit by its name.
  public init?(argument: String) {
    guard let unit = InformationUnit.allCases.first(where: { $0.name == argument }) else { return nil }
    self = unit
  }

  /// The names that help lists.
  public static var allValueStrings: [String] { allCases.map { $0.name } }
}

/// A light or a dark picture.
enum Appearance: String, ExpressibleByArgument, CaseIterable {
  case light
  case dark

  var theme: Theme { self == .light ? .light : .dark }
}
