import Atlas
import Expressions
import Fields
import Figures
import Testing

@Suite struct FieldPictureTests {
  static let window = Window(minX: -3, maxX: 3, minY: -2, maxY: 2)

  private func list(_ formula: String, _ layers: FieldLayers, _ theme: Theme = .light) throws -> DisplayList {
    FieldPicture(window: Self.window, layers: layers).figure(of: try VectorExpressionField(formula))
      .displayList(theme: theme)
  }

  /// How many images, strokes and fills lie inside the plot's clip.
  private func layers(_ list: DisplayList) -> (images: Int, strokes: Int, fills: Int) {
    var result = (images: 0, strokes: 0, fills: 0)
    var depth = 0
    for command in list.commands {
      switch command {
      case .pushClip: depth += 1
      case .popClip: depth -= 1
      case .image: if depth > 0 { result.images += 1 }
      case .stroke: if depth > 0 { result.strokes += 1 }
      case .fill: if depth > 0 { result.fills += 1 }
      default: break
      }
    }
    return result
  }

  @Test func eachLayerIsThereAndNoOther() throws {
    let nothing = layers(try list("-y, x", []))
    #expect(nothing.images == 0 && nothing.strokes == 0 && nothing.fills == 0)
    let arrows = layers(try list("-y, x", .arrows))
    #expect(arrows.images == 0 && arrows.strokes == 0 && arrows.fills > 0)
    let lines = layers(try list("-y, x", .streamlines))
    #expect(lines.images == 0 && lines.strokes == 1)
    for ground in [FieldLayers.divergence, .curl, .magnitude] {
      let plain = layers(try list("-y, x", ground))
      #expect(plain.images == 1 && plain.strokes == 0 && plain.fills == 0)
      let all = layers(try list("-y, x", [ground, .streamlines, .arrows]))
      #expect(all.images == 1 && all.strokes == 1 && all.fills >= 2)
    }
  }

  @Test func theWindowGrowsOnOneSideOnly() throws {
    let field = try VectorExpressionField("-y, x")
    for (width, height) in [(720.0, 560.0), (300, 700), (1200, 300), (360, 640)] {
      var picture = FieldPicture(window: Self.window, layers: [.arrows, .streamlines])
      picture.width = width
      picture.height = height
      let list = picture.figure(of: field).displayList()
      var frames: [DisplayList.Frame] = []
      for case .frame(let frame) in list.commands { frames.append(frame) }
      let frame = try #require(frames.first)
      let x = frame.x.domain
      let y = frame.y.domain
      let keepsX = abs(x.lower + 3) < 1e-9 && abs(x.upper - 3) < 1e-9
      let keepsY = abs(y.lower + 2) < 1e-9 && abs(y.upper - 2) < 1e-9
      #expect(keepsX != keepsY)
      // What grows, grows evenly, and a unit is as long across as up.
      #expect(abs(x.lower + x.upper) < 1e-9 && abs(y.lower + y.upper) < 1e-9)
      #expect(x.lower < -3 + 1e-9 && y.lower < -2 + 1e-9)
      #expect(abs(frame.plot.width / x.length - frame.plot.height / y.length) < 1e-9 * frame.plot.width)
    }
  }

  private func image(_ list: DisplayList) -> PixelImage? {
    for case .image(let image, _) in list.commands { return image }
    return nil
  }

  @Test func coloursAreCentredOnZero() throws {
    // ∇·(x², 0) = 2x: white in the middle, and opposite colours equally far from it.
    let image = try #require(image(try list("x^2, 0", .divergence)))
    let row = Array(image.pixels[image.width * (image.height / 2)..<image.width * (image.height / 2 + 1)])
    #expect(row[image.width / 2] == ColourMap.buRd(0.5))
    for column in 0..<image.width / 2 {
      let left = row[column]
      let right = row[image.width - 1 - column]
      #expect(left.blue >= left.red && right.red >= right.blue)
    }
    #expect(row[0] == ColourMap.buRd(0) && row[image.width - 1] == ColourMap.buRd(1))
  }

  @Test func aConstantIsOneColourHalfWayUpAndZeroIsWhite() throws {
    let cases: [(String, FieldLayers, Double)] = [
      ("x, y", .divergence, 0.75), ("-x, -y", .divergence, 0.25), ("-y, x", .curl, 0.75),
      ("y, 0", .curl, 0.25),
      ("-y, x", .divergence, 0.5), ("x, y", .curl, 0.5), ("1, 2", .divergence, 0.5),
    ]
    for (formula, layer, place) in cases {
      let image = try #require(image(try list(formula, layer)))
      #expect(Set(image.pixels.map { $0.rgba }) == [ColourMap.buRd(place).rgba], "\(formula)")
    }
  }

  @Test func roundingIsNotShownAsColour() throws {
    // Both vanish wherever they are defined; the exact derivatives cancel to within rounding.
    let source = try #require(image(try list("x/(x^2 + y^2), y/(x^2 + y^2)", .divergence)))
    let vortex = try #require(image(try list("-y/(x^2 + y^2), x/(x^2 + y^2)", .curl)))
    for image in [source, vortex] {
      #expect(Set(image.pixels.filter { $0.alpha > 0 }.map { $0.rgba }) == [ColourMap.buRd(0.5).rgba])
    }
  }

  @Test func marksOverColoursAreDarkInBothThemes() throws {
    for theme in [Theme.light, .dark] {
      for case .stroke(_, let stroke) in try list("-y, x", [.curl, .streamlines], theme).commands
      where stroke.width == 1.3 {
        #expect(stroke.colour.luminance < 0.05)
      }
    }
  }
}
