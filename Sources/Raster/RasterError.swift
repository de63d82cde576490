#if Raster
  /// Why a picture could not be made or kept.
  public enum RasterError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file could not be written; nothing of it is left behind.
    case cannotWrite(path: String, reason: String)
    /// The picture would have more pixels on a side than Cairo can hold.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// A factor that is not a positive finite number.
    case badScale(Double)
    /// Cairo could not draw.
    case drawing(reason: String)

    /// One sentence for a person.
    public var description: String {
      switch self {
      case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
      case .tooLarge(let width, let height, let limit):
        "a picture of \(width) × \(height) pixels is too large; \(limit) on a side is the most"
      case .badScale(let scale): "the scale must be a positive number, not \(scale)"
      case .drawing(let reason): "cannot draw: \(reason)"
      }
    }
  }
#endif
