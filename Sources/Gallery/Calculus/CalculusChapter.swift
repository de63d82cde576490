import Atlas
import Expressions
import Fields

extension Chapter {
  /// The calculus of fields on the classical examples, in the plane and in space.
  @export(interface)
  public static var calculus: Chapter {
    Chapter(
      "calculus",
      name: Bilingual("The calculus", "微积分"),
      lead: Bilingual(
        """
        The classical fields of every course, and what is easily got wrong about them: one figure each, and beside it \
        the numbers, exact or with an error below the last digit shown.
        """,
        "每本教材都会讲的经典场，以及其中最容易弄错的地方。一图讲一事；旁边的数都由程序算出，要么精确，要么误差小于所示的末位。"),
      demonstrations: [
        .directionalDerivative, .jacobian, .criticalPoints, .conservative, .puncturedVortex, .gauss,
        .spaceCurl, .kink,
      ])
  }
}

extension ScalarExpressionField {
  /// The field of a formula that stands in the program.
  init(known formula: StaticString, variables: Variables = .plane) {
    do {
      try self.init(formula.description, variables: variables)
    } catch {
      preconditionFailure("a formula of the gallery cannot be read")
    }
  }
}

extension VectorExpressionField {
  /// The field of a formula that stands in the program.
  init(known formula: StaticString, variables: Variables = .plane) {
    do {
      try self.init(formula.description, variables: variables)
    } catch {
      preconditionFailure("a formula of the gallery cannot be read")
    }
  }
}
