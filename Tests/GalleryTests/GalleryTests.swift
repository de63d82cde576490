import Atlas
import Figures
import Gallery
import Testing

/// The numbers of the flowers against mpmath with 30 digits, and what every demonstration has to keep.
///
/// ```python
/// p = [mpf(1)/3]*3
/// D = lambda p, q: sum(a*log(a/b) for a, b in zip(p, q))
/// R = lambda p, q, o: log(sum(a**o*b**(1-o) for a, b in zip(p, q)))/(o - 1)
/// x, y = columns 0 and 2 of Documentation/Data/iris.csv; sum(x)/150, sum(y)/150, exp(-1/2)
/// log(3), log(3)/log(2); q = [0.2, 0.4, 0.4]: D(p, q), D(q, p), each over log(2) as well
/// q = [0.1, 0.8, 0.1]; m = (p + q)/2: (D(p, m) + D(q, m))/2, D(p, m), D(q, m), log(2)
/// q = [0.3, 0.4, 0.3]: R(p, q, 1/2), D(p, q), R(p, q, 2), log(10/9)
/// ```
@Suite struct GalleryTests {
  static let expected: [(identifier: String, numbers: [(text: String, value: Double)])] = [
    (
      "gradient",
      [
        ("150", 150), ("5.8433", 5.84333333333333333), ("3.7580", 3.758), ("0.6065", 0.606530659712633424),
        ("0", 0),
      ]
    ),
    (
      "divergence",
      [("2", 2), ("2", 2), ("6.2832", 6.28318530717958648), ("3.1416", 3.14159265358979324), ("2.0000", 2)]
    ),
    (
      "curl",
      [("2", 2), ("2", 2), ("6.2832", 6.28318530717958648), ("3.1416", 3.14159265358979324), ("2.0000", 2)]
    ),
    ("entropy", [("1.0986", 1.09861228866810969), ("1.5850", 1.58496250072115618)]),
    (
      "cross-entropy",
      [
        ("1.0986", 1.09861228866810969), ("1.5850", 1.58496250072115618), ("1.0986", 1.09861228866810969),
        ("0", 0),
      ]
    ),
    (
      "kullback-leibler",
      [
        ("0.0487275", 0.0487275033926938103), ("0.0436921", 0.0436921206819655643),
        ("0.0702989", 0.0702989274995394997), ("0.0630344", 0.0630344058337938336),
      ]
    ),
    (
      "jensen-shannon",
      [
        ("0.1157735", 0.115773469213799995), ("0.1670258", 0.167025809901260330),
        ("0.1103125", 0.110312527040912706), ("0.1212344", 0.121234411386687284),
        ("0.6931", 0.693147180559945309), ("1", 1),
      ]
    ),
    (
      "renyi",
      [
        ("0", 0), ("0.0047979", 0.00479794305750273854), ("0.0094665", 0.00946649150723265875),
        ("0.0183491", 0.0183491386681965351), ("0.1053605", 0.105360515657826301),
        ("0.1053605", 0.105360515657826301),
      ]
    ),
  ]

  /// Names of methods that no language translates.
  static let properNames = [
    "DOPRI5", "DOP853", "Tsit5", "Rodas", "Adam", "RMSProp", "L-BFGS", "Levenberg–Marquardt", "Nesterov",
  ]

  /// Every figure in both languages, drawn once for all tests.
  static let drawings: [String: [Language: DisplayList]] = {
    var drawings: [String: [Language: DisplayList]] = [:]
    for demonstration in Gallery.demonstrations {
      for language in Language.allCases {
        drawings[demonstration.identifier, default: [:]][language] =
          demonstration.figure(language: language).displayList()
      }
    }
    return drawings
  }()

  @Test func theChaptersAreInTheirOrder() {
    #expect(Gallery.chapters.map { $0.identifier } == ["flowers", "calculus", "flows"])
    #expect(Chapter.flowers.demonstrations.map { $0.identifier } == Self.expected.map { $0.identifier })
    let identifiers = Gallery.demonstrations.map { $0.identifier }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test(arguments: 0..<8)
  func theNumbersAreRight(index: Int) throws {
    let demonstration = Chapter.flowers.demonstrations[index]
    let expected = Self.expected[index].numbers
    try #require(demonstration.numbers.count == expected.count)
    for (number, right) in zip(demonstration.numbers, expected) {
      // The probabilities 0.1 and 1/3 are rounded to double; sums of 150 lengths to a few units of the last place.
      #expect(abs(number.value - right.value) <= 3e-15 * max(abs(right.value), 1), "\(number.symbol)")
      // What is zero or two by its nature may come out a rounding away, and says so by its decimals.
      #expect(number.text == right.text, "\(number.symbol)")
    }
  }

  @Test func divergenceAndCurlAreExactlyTwoEverywhere() {
    for demonstration in Chapter.flowers.demonstrations[1...2] {
      #expect(demonstration.numbers[0].value == 2 && demonstration.numbers[1].value == 2)
      for language in Language.allCases {
        #expect(demonstration.caption(language).contains("2"))
        #expect(
          texts(of: demonstration.figure(language: language).displayList()).contains { $0.hasSuffix("F = 2") }
        )
      }
    }
  }

  @Test func everyInformationHasAUnit() {
    for demonstration in Chapter.flowers.demonstrations[3...] {
      for number in demonstration.numbers {
        #expect(
          ["nats", "bits"].contains(number.unit.english) && ["奈特", "比特"].contains(number.unit.chinese))
      }
    }
  }

  @Test(arguments: Gallery.demonstrations.map { $0.identifier })
  func eachLanguageSpeaksForItself(identifier: String) throws {
    let demonstration = try #require(Gallery.demonstrations.first { $0.identifier == identifier })
    let texts =
      [demonstration.name, demonstration.title, demonstration.caption, demonstration.summary]
      + demonstration.numbers.map { $0.name }
    for text in texts {
      #expect(!text.english.unicodeScalars.contains(where: isChinese))
      #expect(text.chinese.unicodeScalars.contains(where: isChinese))
    }
    let drawn = try #require(Self.drawings[identifier])
    for text in self.texts(of: try #require(drawn[.english])) {
      #expect(!text.unicodeScalars.contains(where: isChinese), "\(text)")
      #expect(!text.contains("NaN"))
    }
    let chinese = self.texts(of: try #require(drawn[.simplifiedChinese]))
    #expect(chinese.contains { $0.unicodeScalars.contains(where: isChinese) })
    // No English word: formulas have names of at most three letters. Some methods have their Latin name in every language.
    for text in chinese {
      let rest = Self.properNames.reduce(text) { $0.replacing($1, with: "") }
      #expect(longestLatinRun(rest) <= 3, "\(text)")
    }
  }

  @Test(arguments: Gallery.demonstrations.map { $0.identifier })
  func noTextIsCutOff(identifier: String) throws {
    for list in try #require(Self.drawings[identifier]).values {
      for case .text(let run) in list.commands {
        let width = TextMetrics.width(run.text, size: run.size, weight: run.weight)
        let share = run.anchor == .start ? 0 : run.anchor == .middle ? 0.5 : 1
        let isUpright = run.rotation != 0
        let along = isUpright ? run.position.y : run.position.x
        let end = isUpright ? list.height : list.width
        #expect(along - share * width >= 0 && along + (1 - share) * width <= end, "\(run.text)")
      }
    }
  }

  @Test func the150FlowersAreThere() {
    let list = Gallery.demonstrations[0].figure(language: .english).displayList()
    // Each species is one path; each disc, square and triangle begins with one move.
    var counts: [Int] = []
    for case .fill(let path, let colour, _) in list.commands
    where Theme.light.series.prefix(3).contains(colour) {
      counts.append(path.verbs.filter { $0 == .move }.count)
    }
    #expect(counts.prefix(3) == [50, 50, 50])
  }

  private func texts(of list: DisplayList) -> [String] {
    list.commands.compactMap { command in
      if case .text(let run) = command { return run.text }
      return nil
    }
  }

  private func longestLatinRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar.properties.isAlphabetic && scalar.isASCII ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private func isChinese(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
