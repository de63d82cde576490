#if Raster
  import CCairo
  import Figures

  /// Paints a drawing on a Cairo context.
  struct CairoPainter {
    let cairo: OpaquePointer

    /// Paints all commands; clips that were not closed end with the drawing.
    func paint(_ list: DisplayList) {
      var depth = 0
      for command in list.commands {
        switch command {
        case .fill(let path, let colour, let rule):
          trace(path)
          set(colour)
          cairo_set_fill_rule(cairo, rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
          cairo_fill(cairo)
        case .stroke(let path, let stroke): paint(path, stroke)
        case .text(let run): write(run.onAlphabeticBaseline)
        case .image(let image, let box): draw(image, in: box)
        case .pushClip(let box):
          cairo_save(cairo)
          cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
          cairo_clip(cairo)
          depth += 1
        case .popClip:
          if depth > 0 { cairo_restore(cairo) }
          depth = max(depth - 1, 0)
        case .frame: break
        }
      }
      for _ in 0..<depth { cairo_restore(cairo) }
    }

    private func set(_ colour: Colour) {
      cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, colour.alpha)
    }

    private func trace(_ path: Path) {
      cairo_new_path(cairo)
      var index = 0
      for verb in path.verbs {
        let points = path.points[index..<index + verb.pointCount]
        let start = points.startIndex
        switch verb {
        case .move: cairo_move_to(cairo, points[start].x, points[start].y)
        case .line: cairo_line_to(cairo, points[start].x, points[start].y)
        case .quad:
          // Cairo has cubic arcs only: raise the degree.
          var x = 0.0
          var y = 0.0
          cairo_get_current_point(cairo, &x, &y)
          let from = SIMD2(x, y)
          let control = points[start]
          let to = points[start + 1]
          let first = from + (control - from) * (2 / 3)
          let second = to + (control - to) * (2 / 3)
          cairo_curve_to(cairo, first.x, first.y, second.x, second.y, to.x, to.y)
        case .cubic:
          let a = points[start]
          let b = points[start + 1]
          let to = points[start + 2]
          cairo_curve_to(cairo, a.x, a.y, b.x, b.y, to.x, to.y)
        case .close: cairo_close_path(cairo)
        }
        index += verb.pointCount
      }
    }

    private func paint(_ path: Path, _ stroke: DisplayList.Stroke) {
      trace(path)
      set(stroke.colour)
      cairo_set_line_width(cairo, stroke.width)
      switch stroke.cap {
      case .butt: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
      case .round: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
      case .square: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE)
      }
      switch stroke.join {
      case .miter: cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER)
      case .round: cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      case .bevel: cairo_set_line_join(cairo, CAIRO_LINE_JOIN_BEVEL)
      }
      // Negative lengths or none above zero would put the context in error for good.
      let isDashed = stroke.dash.allSatisfy { $0 >= 0 && $0.isFinite } && stroke.dash.contains { $0 > 0 }
      cairo_set_dash(cairo, stroke.dash, isDashed ? Int32(stroke.dash.count) : 0, 0)
      cairo_stroke(cairo)
    }

    private func write(_ run: TextRun) {
      guard let layout = pango_cairo_create_layout(cairo), let font = pango_font_description_new() else {
        return
      }
      let families = TextRun.families.joined(separator: ",")
      pango_font_description_set_family(font, families)
      pango_font_description_set_absolute_size(font, run.size * Double(PANGO_SCALE))
      pango_font_description_set_weight(font, PangoWeight(rawValue: UInt32(min(max(run.weight, 100), 1000))))
      if run.isItalic { pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
      // Letters keep the places they have at any scale; otherwise each would be moved to a whole pixel.
      pango_context_set_round_glyph_positions(pango_layout_get_context(layout), 0)
      pango_layout_set_font_description(layout, font)
      pango_layout_set_single_paragraph_mode(layout, 1)
      pango_layout_set_text(layout, run.text, -1)
      setMathematicalFont(layout, run)
      var width: Int32 = 0
      var height: Int32 = 0
      pango_layout_get_size(layout, &width, &height)
      let unit = Double(PANGO_SCALE)
      let share = run.anchor == .start ? 0 : run.anchor == .middle ? 0.5 : 1.0
      cairo_save(cairo)
      cairo_translate(cairo, run.position.x, run.position.y)
      cairo_rotate(cairo, run.rotation * Double.pi / 180)
      cairo_move_to(cairo, -share * Double(width) / unit, -Double(pango_layout_get_baseline(layout)) / unit)
      set(run.colour)
      pango_cairo_show_layout(cairo, layout)
      cairo_restore(cairo)
      cairo_new_path(cairo)
      pango_font_description_free(font)
      g_object_unref(UnsafeMutableRawPointer(layout))
    }

    private func setMathematicalFont(_ layout: OpaquePointer, _ run: TextRun) {
      let spans = run.spans
      guard spans.contains(where: { $0.isMathematical }), let list = pango_attr_list_new() else { return }
      let families = (TextRun.mathematicalFamilies + TextRun.families).joined(separator: ",")
      var start: UInt32 = 0
      for span in spans {
        let end = start + UInt32(span.text.utf8.count)
        if span.isMathematical, let attribute = pango_attr_family_new(families) {
          attribute.pointee.start_index = start
          attribute.pointee.end_index = end
          pango_attr_list_insert(list, attribute)
        }
        start = end
      }
      pango_layout_set_attributes(layout, list)
      pango_attr_list_unref(list)
    }

    private func draw(_ image: PixelImage, in box: Box) {
      guard
        let surface = cairo_image_surface_create(
          CAIRO_FORMAT_ARGB32, Int32(image.width), Int32(image.height)),
        cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
        let data = cairo_image_surface_get_data(surface)
      else { return }
      defer { cairo_surface_destroy(surface) }
      let stride = Int(cairo_image_surface_get_stride(surface))
      for row in 0..<image.height {
        let line = UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        for column in 0..<image.width {
          line[column] = premultiplied(image.pixels[row * image.width + column])
        }
      }
      cairo_surface_mark_dirty(surface)
      cairo_save(cairo)
      cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
      cairo_clip(cairo)
      cairo_translate(cairo, box.x, box.y)
      cairo_scale(cairo, box.width / Double(image.width), box.height / Double(image.height))
      cairo_set_source_surface(cairo, surface, 0, 0)
      let pattern = cairo_get_source(cairo)
      cairo_pattern_set_filter(pattern, image.isSmooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST)
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
      cairo_paint(cairo)
      cairo_restore(cairo)
    }

    // Cairo's pixels are 0xAARRGGBB with the colours multiplied by alpha.
    private func premultiplied(_ colour: Colour) -> UInt32 {
      let alpha = colour.rgba & 0xFF
      func channel(_ shift: UInt32) -> UInt32 { ((colour.rgba >> shift & 0xFF) * alpha + 127) / 255 }
      return alpha << 24 | channel(24) << 16 | channel(16) << 8 | channel(8)
    }
  }
#endif
