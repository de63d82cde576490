#if Raster
  import CCairo
  import Figures

  extension DisplayList {
    /// The drawing as the bytes of a PDF file of one page; a CSS pixel is ¾ point, as in print.
    /// - Throws: `RasterError` where memory is short.
    public func pdfBytes() throws(RasterError) -> [UInt8] {
      let pointsPerPixel = 0.75
      let sink = ByteSink()
      let opaque = Unmanaged.passUnretained(sink).toOpaque()
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, opaque, width * pointsPerPixel, height * pointsPerPixel)
      defer { cairo_surface_destroy(surface) }
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
      guard let context = cairo_create(surface) else { throw .drawing(reason: "no memory") }
      cairo_scale(context, pointsPerPixel, pointsPerPixel)
      DisplayList.useExactMetrics(context)
      CairoPainter(cairo: context).paint(self)
      cairo_show_page(context)
      let status = cairo_status(context)
      cairo_destroy(context)
      cairo_surface_finish(surface)
      try DisplayList.check(status)
      try DisplayList.check(cairo_surface_status(surface))
      return withExtendedLifetime(sink) { sink.bytes }
    }

    /// Writes the drawing as a PDF file, whole or not at all.
    /// - Throws: `RasterError` where the picture cannot be made or the file not be written.
    public func writePDF(to path: String) throws(RasterError) {
      try WholeFile.write(pdfBytes(), to: path)
    }
  }
#endif
