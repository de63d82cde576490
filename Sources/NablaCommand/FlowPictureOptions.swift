import ArgumentParser
import Nabla

/// What the pictures of flows of the plane have in common.
struct FlowPictureOptions: ParsableArguments {
  @Argument(parsing: .allUnrecognized, help: "The field: two formulas of x, y and, where it says so, t.")
  var values: [String] = []

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The part of the plane: xmin,xmax,ymin,ymax.")
  var window = "-3,3,-3,3"

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var picture: PictureOptions

  func field(_ command: String) throws -> VectorExpressionField {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla \(command) \"-y, x\"")
    return try Arguments.flowField(values[0], dimension: 2, settings: parameters.settings)
  }

  func steadyField(_ command: String) throws -> VectorExpressionField {
    let field = try field(command)
    guard field.dimension == 2 else {
      throw CommandFailure(
        .usage, "\(command) takes a field that does not change with time; set t by --set or a number")
    }
    return field
  }
}
