extension PixelImage {
  /// The image as a PNG file (RFC 2083), its pixels stored without compression.
  ///
  /// Where it has at most 256 colours and becomes smaller that way, a pixel is one byte, its colour's place in a palette.
  public func pngBytes() -> [UInt8] {
    let palette = palette()
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    var header = PixelImage.bigEndian(UInt32(width)) + PixelImage.bigEndian(UInt32(height))
    header += [8, palette.isEmpty ? 6 : 3, 0, 0, 0]
    PixelImage.appendChunk([0x49, 0x48, 0x44, 0x52], header, to: &bytes)
    if !palette.isEmpty {
      let colours = palette.flatMap { [UInt8($0 >> 24), UInt8($0 >> 16 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
      PixelImage.appendChunk([0x50, 0x4C, 0x54, 0x45], colours, to: &bytes)
      PixelImage.appendChunk([0x74, 0x52, 0x4E, 0x53], palette.map { UInt8($0 & 0xFF) }, to: &bytes)
    }
    let raw = palette.isEmpty ? scanlines() : scanlines(palette)
    PixelImage.appendChunk([0x49, 0x44, 0x41, 0x54], zlibStored(raw), to: &bytes)
    PixelImage.appendChunk([0x49, 0x45, 0x4E, 0x44], [], to: &bytes)
    return bytes
  }

  private func scanlines() -> [UInt8] {
    var raw: [UInt8] = []
    raw.reserveCapacity((width * 4 + 1) * height)
    for row in 0..<height {
      raw.append(0)
      for column in 0..<width {
        raw.append(contentsOf: PixelImage.bigEndian(pixels[row * width + column].rgba))
      }
    }
    return raw
  }

  private func scanlines(_ palette: [UInt32]) -> [UInt8] {
    var raw: [UInt8] = []
    raw.reserveCapacity((width + 1) * height)
    for row in 0..<height {
      raw.append(0)
      for column in 0..<width {
        raw.append(UInt8(PixelImage.place(of: pixels[row * width + column].rgba, in: palette)))
      }
    }
    return raw
  }

  /// The colours in rising order; none where there are more than 256, or where a palette saves nothing.
  private func palette() -> [UInt32] {
    var palette: [UInt32] = []
    for pixel in pixels {
      let place = PixelImage.place(of: pixel.rgba, in: palette)
      if place < palette.count, palette[place] == pixel.rgba { continue }
      if palette.count == 256 { return [] }
      palette.insert(pixel.rgba, at: place)
    }
    // Two more chunks of twelve bytes, and four bytes a colour; three bytes less a pixel.
    return 24 + 4 * palette.count < 3 * pixels.count ? palette : []
  }

  /// Where a colour is among rising ones, or belongs.
  private static func place(of colour: UInt32, in palette: [UInt32]) -> Int {
    var low = 0
    var high = palette.count
    while low < high {
      let middle = (low + high) / 2
      if palette[middle] < colour { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }

  // Stored blocks of RFC 1951 inside RFC 1950.
  private func zlibStored(_ raw: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    var start = 0
    while true {
      let count = Swift.min(raw.count - start, 65_535)
      let isLast = start + count == raw.count
      out.append(isLast ? 1 : 0)
      out += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8 & 0xFF)]
      out.append(contentsOf: raw[start..<start + count])
      start += count
      if isLast { break }
    }
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in raw {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return out + PixelImage.bigEndian(b << 16 | a)
  }

  private static func appendChunk(_ type: [UInt8], _ body: [UInt8], to bytes: inout [UInt8]) {
    bytes += bigEndian(UInt32(body.count))
    bytes += type
    bytes += body
    bytes += bigEndian(crc(type + body))
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
