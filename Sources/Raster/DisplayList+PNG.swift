#if Raster
  import CCairo
  import Figures

  extension DisplayList {
    // Cairo's own limit for the side of an image.
    private static let sideLimit = 32_767

    /// The drawing as the bytes of a PNG file, `scale` pixels for each CSS pixel.
    /// - Throws: `RasterError` where the scale is bad, the picture too large or memory short.
    public func pngBytes(scale: Double = 2) throws(RasterError) -> [UInt8] {
      let surface = try surface(scale: scale)
      defer { cairo_surface_destroy(surface) }
      let sink = ByteSink()
      let status = withExtendedLifetime(sink) {
        cairo_surface_write_to_png_stream(surface, ByteSink.write, Unmanaged.passUnretained(sink).toOpaque())
      }
      try DisplayList.check(status)
      return sink.bytes
    }

    /// The drawing as pixels, `scale` of them for each CSS pixel.
    /// - Throws: `RasterError` where the scale is bad, the picture too large or memory short.
    package func pixels(scale: Double = 1) throws(RasterError) -> PixelImage {
      let surface = try surface(scale: scale)
      defer { cairo_surface_destroy(surface) }
      guard let data = cairo_image_surface_get_data(surface) else { throw .drawing(reason: "no pixels") }
      let across = Int(cairo_image_surface_get_width(surface))
      let down = Int(cairo_image_surface_get_height(surface))
      let stride = Int(cairo_image_surface_get_stride(surface))
      var pixels: [Colour] = []
      pixels.reserveCapacity(across * down)
      for row in 0..<down {
        let line = UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        // Drawings are opaque where they have a background; multiplied colours are then the colours.
        for column in 0..<across { pixels.append(Colour(rgba: line[column] << 8 | line[column] >> 24)) }
      }
      return PixelImage(width: across, height: down, pixels: pixels)
    }

    private func surface(scale: Double) throws(RasterError) -> OpaquePointer? {
      guard scale > 0, scale.isFinite else { throw .badScale(scale) }
      let across = (width * scale).rounded()
      let down = (height * scale).rounded()
      guard across <= Double(DisplayList.sideLimit), down <= Double(DisplayList.sideLimit) else {
        throw .tooLarge(
          width: Int(min(across, 1e9)), height: Int(min(down, 1e9)), limit: DisplayList.sideLimit)
      }
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, Int32(max(across, 1)), Int32(max(down, 1)))
      guard let context = cairo_create(surface) else {
        cairo_surface_destroy(surface)
        throw .drawing(reason: "no memory")
      }
      cairo_scale(context, scale, scale)
      DisplayList.useExactMetrics(context)
      CairoPainter(cairo: context).paint(self)
      let status = cairo_status(context)
      cairo_destroy(context)
      if status != CAIRO_STATUS_SUCCESS { cairo_surface_destroy(surface) }
      try DisplayList.check(status)
      cairo_surface_flush(surface)
      return surface
    }

    /// Writes the drawing as a PNG file, whole or not at all.
    /// - Throws: `RasterError` where the picture cannot be made or the file not be written.
    public func writePNG(to path: String, scale: Double = 2) throws(RasterError) {
      try WholeFile.write(pngBytes(scale: scale), to: path)
    }

    // Letters keep their true widths at any size; otherwise hinting would move them against the drawing.
    static func useExactMetrics(_ context: OpaquePointer) {
      guard let options = cairo_font_options_create() else { return }
      cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
      cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
      cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
      cairo_set_antialias(context, CAIRO_ANTIALIAS_BEST)
      cairo_set_font_options(context, options)
      cairo_font_options_destroy(options)
    }

    static func check(_ status: cairo_status_t) throws(RasterError) {
      if status == CAIRO_STATUS_SUCCESS { return }
      throw .drawing(reason: cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown")
    }
  }
#endif
