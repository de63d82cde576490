extension DisplayList {
  /// The drawing as an SVG 1.1 document, canonical: the same drawing always gives the same bytes.
  ///
  /// Coordinates have two decimals. Neighbouring paths of the same paint are not merged here but by the
  /// marks that make them.
  public func svg() -> String { String(decoding: svgBytes(), as: UTF8.self) }

  /// The UTF-8 bytes of ``svg()``.
  @export(interface)
  public func svgBytes() -> [UInt8] {
    var writer = SVGWriter()
    writer.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    writer.attribute("width", width)
    writer.attribute("height", height)
    writer.raw(" viewBox=\"0 0 ")
    writer.number(width)
    writer.raw(" ")
    writer.number(height)
    writer.raw("\" role=\"img\" font-family=\"")
    write(families: TextRun.families, &writer)
    writer.raw("\">\n")
    if !title.isEmpty { element("title", title, &writer) }
    if !summary.isEmpty { element("desc", summary, &writer) }
    writeDefinitions(&writer)
    var clip = 0
    var depth = 0
    for command in commands {
      switch command {
      case .fill(let path, let colour, let rule): write(path, colour, rule, &writer)
      case .stroke(let path, let stroke): write(path, stroke, &writer)
      case .text(let run): write(run.onAlphabeticBaseline, &writer)
      case .image(let image, let box): write(image, box, &writer)
      case .pushClip:
        writer.raw("<g clip-path=\"url(#clip")
        writer.integer(clip)
        writer.raw(")\">\n")
        clip += 1
        depth += 1
      case .popClip:
        if depth > 0 { writer.raw("</g>\n") }
        depth = Swift.max(depth - 1, 0)
      case .frame: break
      }
    }
    for _ in 0..<depth { writer.raw("</g>\n") }
    writer.raw("</svg>\n")
    return writer.bytes
  }

  private func element(_ name: StaticString, _ text: String, _ writer: inout SVGWriter) {
    writer.raw("<")
    writer.raw(name)
    writer.raw(">")
    writer.escaped(text)
    writer.raw("</")
    writer.raw(name)
    writer.raw(">\n")
  }

  private func writeDefinitions(_ writer: inout SVGWriter) {
    var count = 0
    for command in commands {
      guard case .pushClip(let box) = command else { continue }
      writer.raw(count == 0 ? "<defs>\n<clipPath id=\"clip" : "<clipPath id=\"clip")
      writer.integer(count)
      writer.raw("\"><rect")
      writer.attribute("x", box.x)
      writer.attribute("y", box.y)
      writer.attribute("width", box.width)
      writer.attribute("height", box.height)
      writer.raw("/></clipPath>\n")
      count += 1
    }
    if count > 0 { writer.raw("</defs>\n") }
  }

  private func write(_ path: Path, _ colour: Colour, _ rule: FillRule, _ writer: inout SVGWriter) {
    writer.raw("<path")
    writer.colour("fill", colour)
    if rule == .evenOdd { writer.raw(" fill-rule=\"evenodd\"") }
    writer.raw(" d=\"")
    writer.pathData(path)
    writer.raw("\"/>\n")
  }

  private func write(_ path: Path, _ stroke: Stroke, _ writer: inout SVGWriter) {
    writer.raw("<path fill=\"none\"")
    writer.colour("stroke", stroke.colour)
    writer.attribute("stroke-width", stroke.width)
    if !stroke.dash.isEmpty {
      writer.raw(" stroke-dasharray=\"")
      for (index, length) in stroke.dash.enumerated() {
        if index > 0 { writer.raw(" ") }
        writer.number(length)
      }
      writer.raw("\"")
    }
    switch stroke.cap {
    case .butt: break
    case .round: writer.raw(" stroke-linecap=\"round\"")
    case .square: writer.raw(" stroke-linecap=\"square\"")
    }
    switch stroke.join {
    case .miter: break
    case .round: writer.raw(" stroke-linejoin=\"round\"")
    case .bevel: writer.raw(" stroke-linejoin=\"bevel\"")
    }
    writer.raw(" d=\"")
    writer.pathData(path)
    writer.raw("\"/>\n")
  }

  private func write(_ run: TextRun, _ writer: inout SVGWriter) {
    writer.raw("<text")
    writer.attribute("x", run.position.x)
    writer.attribute("y", run.position.y)
    writer.attribute("font-size", run.size)
    writer.colour("fill", run.colour)
    switch run.anchor {
    case .start: break
    case .middle: writer.raw(" text-anchor=\"middle\"")
    case .end: writer.raw(" text-anchor=\"end\"")
    }
    if run.weight != 400 { writer.attribute("font-weight", Double(run.weight)) }
    if run.isItalic { writer.raw(" font-style=\"italic\"") }
    if run.rotation != 0 {
      writer.raw(" transform=\"rotate(")
      writer.number(run.rotation)
      writer.raw(" ")
      writer.number(run.position.x)
      writer.raw(" ")
      writer.number(run.position.y)
      writer.raw(")\"")
    }
    writer.raw(">")
    for span in run.spans {
      if span.isMathematical {
        writer.raw("<tspan font-family=\"")
        write(families: TextRun.mathematicalFamilies + ["sans-serif"], &writer)
        writer.raw("\">")
        writer.escaped(span.text)
        writer.raw("</tspan>")
      } else {
        writer.escaped(span.text)
      }
    }
    writer.raw("</text>\n")
  }

  private func write(families: [String], _ writer: inout SVGWriter) {
    for (index, family) in families.enumerated() {
      if index > 0 { writer.raw(", ") }
      let needsQuotes = family.utf8.contains(0x20)
      if needsQuotes { writer.raw("'") }
      writer.escaped(family)
      if needsQuotes { writer.raw("'") }
    }
  }

  private func write(_ image: PixelImage, _ box: Box, _ writer: inout SVGWriter) {
    writer.raw("<image")
    writer.attribute("x", box.x)
    writer.attribute("y", box.y)
    writer.attribute("width", box.width)
    writer.attribute("height", box.height)
    writer.raw(" preserveAspectRatio=\"none\"")
    if !image.isSmooth { writer.raw(" style=\"image-rendering:pixelated\"") }
    writer.raw(" href=\"data:image/png;base64,")
    writer.base64(image.pngBytes())
    writer.raw("\"/>\n")
  }
}
