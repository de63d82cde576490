/// Which points of a trajectory are kept.
public enum SaveAt: Sendable, Equatable {
  /// The start and the end.
  case ends
  /// Every accepted step.
  case steps
  /// These times, in the order of the integration, from the polynomial between the steps.
  case times([Double])
  /// Every accepted step with its polynomial, so that any time can be asked for afterwards.
  case dense
}
