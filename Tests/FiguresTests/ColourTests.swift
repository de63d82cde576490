import Figures
import Testing

@Suite struct ColourTests {
  @Test func mapsEndWhereTheirSourcesEnd() {
    #expect(ColourMap.viridis(0) == Colour(0x440154) && ColourMap.viridis(1) == Colour(0xFDE725))
    #expect(ColourMap.rdBu(0) == Colour(0x67001F) && ColourMap.rdBu(1) == Colour(0x053061))
    #expect(ColourMap.puBuGn(0) == Colour(0xFFF7FB) && ColourMap.puBuGn(1) == Colour(0x014636))
    #expect(ColourMap.buRd(0) == ColourMap.rdBu(1))
    #expect(ColourMap.phase(0) == ColourMap.phase(1))
    #expect(
      ColourMap.viridis(-3) == ColourMap.viridis(0) && ColourMap.viridis(.infinity) == ColourMap.viridis(1))
    #expect(ColourMap.viridis(.nan) == ColourMap.viridis(0))
  }

  @Test func viridisBetweenItsControlsIsNearTheSource() {
    // Entries 8, 40, 104, 136, 200, 248 of the 256 published colours.
    let truth: [(Int, UInt32)] = [
      (8, 0x470D60), (40, 0x453781), (104, 0x297A8E), (136, 0x1F988B), (200, 0x70CF57), (248, 0xECE51B),
    ]
    for (index, rgb) in truth {
      let ours = ColourMap.viridis(Double(index) / 255)
      let source = Colour(rgb)
      #expect(abs(ours.red - source.red) < 3.5 / 255)
      #expect(abs(ours.green - source.green) < 3.5 / 255)
      #expect(abs(ours.blue - source.blue) < 3.5 / 255)
    }
  }

  @Test func lightnessIsMonotone() {
    for step in 1...200 {
      let a = Double(step - 1) / 200
      let b = Double(step) / 200
      // Eight bits a channel are worth about 0.002 in lightness.
      #expect(ColourMap.viridis(b).lightness > ColourMap.viridis(a).lightness - 0.002)
      #expect(ColourMap.puBuGn(b).lightness < ColourMap.puBuGn(a).lightness + 0.002)
    }
    #expect(ColourMap.viridis(1).lightness - ColourMap.viridis(0).lightness > 0.5)
  }

  @Test func divergingScalesMeanZeroInTheMiddle() {
    let scale = ColourScale(diverging: .buRd, over: Extent(-1, 4))
    #expect(scale.domain == Extent(-4, 4))
    #expect(scale(0) == Colour(0xF7F7F7))
    #expect(scale(4) == Colour(0x67001F) && scale(-4) == Colour(0x053061))
    #expect(ColourScale(diverging: .buRd, over: .empty)(0) == Colour(0xF7F7F7))
    #expect(ColourScale(diverging: .buRd, over: Extent(0, 0))(0) == Colour(0xF7F7F7))
    #expect(ColourScale(diverging: .rdBu, over: Extent(5, 7), around: 5)(5) == Colour(0xF7F7F7))
  }

  @Test func coloursRoundTripThroughOklab() {
    for rgb: UInt32 in [0x000000, 0xFFFFFF, 0x1463B8, 0xD55E00, 0x12161D, 0x00FF00] {
      #expect(Colour(rgb).mixed(with: Colour(0x808080), fraction: 0) == Colour(rgb))
      #expect(Colour(0x808080).mixed(with: Colour(rgb), fraction: 1) == Colour(rgb))
    }
    // Ottosson's table: white has lightness 1, mid grey #808080 about 0.5998.
    #expect(abs(Colour(0xFFFFFF).lightness - 1) < 1e-6)
    #expect(abs(Colour(0x808080).lightness - 0.5999) < 1e-3)
  }

  @Test func themesAreLegible() {
    for theme in [Theme.light, .dark] {
      func contrast(_ colour: Colour) -> Double {
        let a = max(colour.luminance, theme.background.luminance) + 0.05
        let b = min(colour.luminance, theme.background.luminance) + 0.05
        return a / b
      }
      // WCAG 2.2: 4.5 for text, 3 for graphical objects (the lightest series colours come near it).
      #expect(contrast(theme.ink) > 10)
      #expect(contrast(theme.quiet) > 4.5)
      #expect(contrast(theme.accent) > 4.5)
      for colour in theme.series { #expect(contrast(colour) > 2.4) }
    }
  }
}
