extension DisplayList {
  /// The first word of every encoded drawing, "NABL".
  public static let magic: UInt32 = 0x4E41_424C

  /// The drawing as 32-bit words for a canvas; numbers are the bits of `Float`.
  ///
  /// Header: magic, version 1, number of words in all, width, height. Then for each command its code, the
  /// number of words that follow, and these: 1 fill: rgba, rule, path. 2 stroke: rgba, width, cap, join, number
  /// of dashes, dashes, path. 3 text: rgba, x, y, size, anchor, baseline (always 0, alphabetic), rotation, weight,
  /// italic, number of bytes, UTF-8 padded with zeros. 4 image: x, y, width, height, pixel width, pixel height,
  /// smooth, pixels (bytes R, G, B, A). 5 clip: x, y, width, height. 6 unclip. 7 frame: panel, plot x, y, width,
  /// height, xMin, xMax, yMin, yMax, kind of x, kind of y (0 linear, 1 logarithmic, 2 symmetric logarithmic,
  /// 3 category). A path is verbs (0 move, 1 line, 2 quad, 3 cubic, 4 close), each followed by its points.
  @export(interface)
  public func encoded() -> [UInt32] {
    var words: [UInt32] = [DisplayList.magic, 1, 0, bits(width), bits(height)]
    for command in commands {
      let start = words.count
      words.append(0)
      words.append(0)
      words[start] = append(command, to: &words)
      words[start + 1] = UInt32(words.count - start - 2)
    }
    words[2] = UInt32(words.count)
    return words
  }

  private func bits(_ value: Double) -> UInt32 { Float(value).bitPattern }

  private func append(_ command: Command, to words: inout [UInt32]) -> UInt32 {
    switch command {
    case .fill(let path, let colour, let rule):
      words.append(colour.rgba)
      words.append(rule.rawValue)
      append(path, to: &words)
      return 1
    case .stroke(let path, let stroke):
      words += [stroke.colour.rgba, bits(stroke.width), stroke.cap.rawValue, stroke.join.rawValue]
      words.append(UInt32(stroke.dash.count))
      for length in stroke.dash { words.append(bits(length)) }
      append(path, to: &words)
      return 2
    case .text(let run):
      append(run.onAlphabeticBaseline, to: &words)
      return 3
    case .image(let image, let box):
      append(box, to: &words)
      words += [UInt32(image.width), UInt32(image.height), image.isSmooth ? 1 : 0]
      for pixel in image.pixels { words.append(pixel.rgba.byteSwapped) }
      return 4
    case .pushClip(let box):
      append(box, to: &words)
      return 5
    case .popClip: return 6
    case .frame(let frame):
      words.append(UInt32(truncatingIfNeeded: frame.panel))
      append(frame.plot, to: &words)
      words += [bits(frame.x.domain.lower), bits(frame.x.domain.upper)]
      words += [bits(frame.y.domain.lower), bits(frame.y.domain.upper)]
      words += [code(frame.x), code(frame.y)]
      return 7
    }
  }

  private func code(_ scale: Scale) -> UInt32 {
    switch scale.kind {
    case .linear: 0
    case .logarithmic: 1
    case .symmetricLogarithmic: 2
    case .category: 3
    }
  }

  private func append(_ box: Box, to words: inout [UInt32]) {
    words += [bits(box.x), bits(box.y), bits(box.width), bits(box.height)]
  }

  private func append(_ path: Path, to words: inout [UInt32]) {
    var index = 0
    for verb in path.verbs {
      words.append(verb.rawValue)
      for point in path.points[index..<index + verb.pointCount] {
        words.append(bits(point.x))
        words.append(bits(point.y))
      }
      index += verb.pointCount
    }
  }

  private func append(_ run: TextRun, to words: inout [UInt32]) {
    words += [run.colour.rgba, bits(run.position.x), bits(run.position.y), bits(run.size)]
    words += [run.anchor.rawValue, run.baseline.rawValue, bits(run.rotation)]
    words += [UInt32(truncatingIfNeeded: run.weight), run.isItalic ? 1 : 0]
    let bytes = Array(run.text.utf8)
    words.append(UInt32(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 4) {
      var word: UInt32 = 0
      for offset in 0..<4 where start + offset < bytes.count {
        word |= UInt32(bytes[start + offset]) << UInt32(8 * offset)
      }
      words.append(word)
    }
  }
}
