import Nabla

/// A field as it was typed: one number at every point, or a vector.
enum FieldInput {
  case scalar(ScalarExpressionField)
  case vector(VectorExpressionField)

  var formula: Formula {
    switch self {
    case .scalar(let field): return field.formula
    case .vector(let field): return field.formula
    }
  }
}

extension Arguments {
  /// The coordinates of a space: x; x, y; x, y, z; or x1 … xn.
  static func variables(_ dimension: Int) -> Variables {
    switch dimension {
    case 1: return Variables(["x"])
    case 2: return .plane
    case 3: return .space
    default: return .numbered(dimension)
    }
  }

  /// A formula in so many coordinates, or in those that it names: x and y, or x, y and z.
  ///
  /// `settings` are values of parameters, `name=value`.
  static func formula(_ text: String, dimension: Int? = nil, settings: [String] = []) throws -> Formula {
    do {
      return try set(settings, in: try Formula(text, variables: variables(dimension ?? 2)))
    } catch let error as ExpressionError {
      if dimension == nil, error.reason == .unknownName || error.reason == .differentSizes,
        let formula = try? Formula(text, variables: .space)
      {
        return try set(settings, in: formula)
      }
      throw CommandFailure(.usage, "\(Arguments.quoted(text)): \(error)")
    }
  }

  /// A formula of coordinates with names of their own.
  static func formula(_ text: String, variables: Variables, settings: [String]) throws -> Formula {
    do {
      return try set(settings, in: try Formula(text, variables: variables))
    } catch let error as ExpressionError {
      throw CommandFailure(.usage, "\(Arguments.quoted(text)): \(error)")
    }
  }

  static func set(_ settings: [String], in formula: Formula) throws -> Formula {
    var result = formula
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, let value = Formats.Decimal.parse(parts[1].utf8), value.isFinite else {
        throw CommandFailure(
          .usage, "--set takes name=value, such as a=2; found \(Arguments.quoted(setting))")
      }
      let name = Array(parts[0].utf8)
      guard result.parameters.contains(where: { $0.name == name }) else {
        let names = result.parameters.map { String(decoding: $0.name, as: UTF8.self) }
        let known = names.isEmpty ? "none; write “… where \(parts[0]) = 1”" : names.joined(separator: ", ")
        throw CommandFailure(
          .usage, "the formula has no parameter \(Arguments.quoted(parts[0])) (it has \(known))")
      }
      result = result.setting(name, to: value)
    }
    return result
  }

  /// A field of one number or of as many components as there are coordinates.
  static func fieldInput(
    _ text: String, dimension: Int? = nil, settings: [String] = []
  ) throws -> FieldInput {
    let formula = try formula(text, dimension: dimension, settings: settings)
    switch formula.quantity {
    case .scalar: return .scalar(ScalarExpressionField(formula))
    case .vector(let components) where components.count == formula.dimension:
      return .vector(VectorExpressionField(formula))
    case .vector(let components):
      // Three components of x and y alone are a field of space.
      if dimension == nil, components.count == 3 {
        return try fieldInput(text, dimension: 3, settings: settings)
      }
      throw CommandFailure(
        .usage,
        "\(Arguments.quoted(text)) has \(components.count) components in \(formula.dimension) coordinates")
    case .matrix:
      throw CommandFailure(
        .usage, "\(Arguments.quoted(text)) is a matrix at every point; a field is a number or a vector")
    }
  }

  /// Numbers separated by commas, each a number or a formula without variables, such as 2π or -1/3.
  static func constants(_ text: String, count: ClosedRange<Int>, name: String) throws -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Double? in
      guard let expression = try? Expression(String(part), variables: Variables([])) else { return nil }
      return expression.value(at: [Double]())
    }
    guard numbers.count == parts.count, count.contains(numbers.count), numbers.allSatisfy({ $0.isFinite })
    else {
      throw CommandFailure(
        .usage, "\(name) takes \(counted(count)), found \(Arguments.quoted(text))")
    }
    return numbers
  }

  /// A direction: a vector that is not 0.
  static func direction(_ text: String, count: Int) throws -> [Double] {
    let direction = try constants(text, count: count...count, name: "--along")
    guard direction.contains(where: { $0 != 0 }) else {
      throw CommandFailure(.usage, "--along takes a direction that is not 0, found \(quoted(text))")
    }
    return direction
  }

  /// A box from `xmin,xmax,ymin,ymax[,zmin,zmax]`.
  static func box(_ text: String, dimension: Int) throws -> IntervalBox {
    let numbers = try constants(text, count: 1...32, name: "--in")
    guard numbers.count == 2 * dimension else {
      throw CommandFailure(
        .usage,
        "--in takes a least and a greatest number for each of \(dimension) coordinates, found \(Arguments.quoted(text))"
      )
    }
    var sides: [ClosedRange<Double>] = []
    for index in 0..<dimension {
      guard numbers[2 * index] < numbers[2 * index + 1] else {
        throw CommandFailure(
          .usage, "--in takes the least number of each coordinate first, found \(Arguments.quoted(text))")
      }
      sides.append(numbers[2 * index]...numbers[2 * index + 1])
    }
    return IntervalBox(sides)
  }

  /// The dimension that a box of this text has; nil where it is no box.
  static func dimension(ofBox text: String?) -> Int? {
    guard let text else { return nil }
    let count = text.split(separator: ",", omittingEmptySubsequences: false).count
    return count >= 2 && count % 2 == 0 ? count / 2 : nil
  }

  /// A range from `from,to`.
  static func range(_ text: String, name: String) throws -> ClosedRange<Double> {
    let ends = try constants(text, count: 2...2, name: name)
    guard ends[0] < ends[1] else {
      throw CommandFailure(.usage, "\(name) takes the smaller number first, found \(Arguments.quoted(text))")
    }
    return ends[0]...ends[1]
  }
}
