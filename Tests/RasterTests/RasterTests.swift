#if Raster
  import Figures
  import Foundation
  import Raster
  import Testing

  @Suite struct RasterTests {
    private func sample() -> DisplayList {
      var list = DisplayList(width: 120, height: 60, title: "散度")
      var page = Path()
      page.rectangle(Box(x: 0, y: 0, width: 120, height: 60))
      list.fill(page, Colour(0xFFFFFF))
      list.text(
        TextRun("∇·F 散度", at: SIMD2(60, 30), size: 20, anchor: .middle, baseline: .middle, colour: Colour(0)))
      return list
    }

    private func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    @Test(arguments: [1.0, 2.0, 1.5])
    func pngHasTheRightSize(_ scale: Double) throws {
      let bytes = try sample().pngBytes(scale: scale)
      #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      #expect(bigEndian(bytes[16..<20]) == Int(120 * scale) && bigEndian(bytes[20..<24]) == Int(60 * scale))
    }

    @Test func textIsWhereItShouldBe() throws {
      let list = sample()
      let pixels = try list.pixels(scale: 2)
      var inside = 0
      for y in 0..<pixels.height {
        for x in 0..<pixels.width where pixels.pixels[y * pixels.width + x].red < 0.5 {
          inside += 1
          // Twenty pixels high around the middle; the width as estimated, with some room.
          let half = TextMetrics.width("∇·F 散度", size: 20) / 2 + 6
          #expect(abs(Double(y) / 2 - 30) < 13 && abs(Double(x) / 2 - 60) < half)
        }
      }
      #expect(inside > 400)
    }

    @Test func fillsClipsAndImagesHaveTheirColours() throws {
      var list = DisplayList(width: 40, height: 20)
      var all = Path()
      all.rectangle(Box(x: 0, y: 0, width: 40, height: 20))
      list.fill(all, Colour(0xFFFFFF))
      list.pushClip(Box(x: 0, y: 0, width: 10, height: 20))
      list.fill(all, Colour(0xFF0000))
      list.popClip()
      list.image(
        PixelImage(width: 2, height: 1, pixels: [Colour(0x00FF00), Colour(rgba: 0x0000_FF80)]),
        in: Box(x: 20, y: 0, width: 20, height: 20))
      let picture = try list.pixels(scale: 1)
      #expect(picture.pixels[10 * 40 + 5] == Colour(0xFF0000))
      #expect(picture.pixels[10 * 40 + 15] == Colour(0xFFFFFF))
      #expect(picture.pixels[10 * 40 + 25] == Colour(0x00FF00))
      let mixed = picture.pixels[10 * 40 + 35]
      #expect(abs(mixed.red - 0.5) < 0.01 && mixed.blue == 1)
    }

    @Test func pdfIsOnePage() throws {
      let bytes = try sample().pdfBytes()
      #expect(bytes.prefix(5) == Array("%PDF-".utf8)[...])
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("/Count 1") || text.contains("/Count  1"))
    }

    @Test func filesAreWholeOrAbsent() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "raster-\(UInt64.random(in: 0 ... .max))")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let good = folder.appendingPathComponent("图.png").path
      try sample().writePNG(to: good)
      try sample().writePDF(to: folder.appendingPathComponent("a.pdf").path)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.pdf", "图.png"])
      let bad = folder.path + "/missing/x.png"
      #expect(throws: RasterError.cannotWrite(path: bad, reason: "No such file or directory")) {
        try sample().writePNG(to: bad)
      }
      // A folder of that name cannot be replaced: the draft goes away.
      #expect(throws: RasterError.self) { try sample().writePNG(to: folder.path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }

    @Test func impossibleSizesAreRefused() {
      #expect(throws: RasterError.badScale(0)) { try sample().pngBytes(scale: 0) }
      #expect(throws: RasterError.tooLarge(width: 120_000, height: 60_000, limit: 32_767)) {
        try sample().pngBytes(scale: 1000)
      }
      #expect(throws: RasterError.self) { try sample().pngBytes(scale: .nan) }
    }
  }
#endif
