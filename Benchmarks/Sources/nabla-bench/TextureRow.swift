import Nabla

/// Line integral convolution of noise that looks random and is the same for the peer.
struct TextureRow: Row {
  static let name = "lic"

  let size: Int
  private let field: VectorExpressionField
  private let texture: LineIntegralConvolution
  private let noise: [Float]
  private var image: [Float] = []

  init(_ request: Request) throws {
    size = request.size ?? 1024
    field = try VectorExpressionField("-1 - x^2 + y, 1 + x - y^2")
    texture = LineIntegralConvolution(
      window: Window(minX: -3, maxX: 3, minY: -3, maxY: 3), columns: size, rows: size, taps: 65)
    let size = size
    // Rows run from the top here and from the bottom there.
    noise = (0..<size * size).map { index in
      let fromBottom = (size - 1 - index / size) * size + index % size
      return Float(Double(Scatter.whole(fromBottom, 0)) / 0x1p32)
    }
  }

  mutating func run() { image = texture.convolve(noise, along: field) }

  var check: [Check] { [("mean", Double(image.reduce(0, +)) / Double(image.count))] }
  var result: [UInt8] { image.withUnsafeBytes { Array($0) } }
}
