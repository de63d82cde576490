import Randomness
import Testing

@Suite struct CounterGeneratorTests {
  @Test func wordsAreTheBlocksInOrder() {
    var generator = CounterGenerator(seed: 0)
    #expect(generator.next() == 0xe169_c58d_6627_e8d5)
    #expect(generator.next() == 0x9b00_dbd8_bc57_ac4c)
    #expect(generator.position == 2)
  }

  @Test func sameSeedSameNumbers() {
    var first = CounterGenerator(seed: 42, stream: 3)
    var second = CounterGenerator(seed: 42, stream: 3)
    #expect((0..<50).allSatisfy { _ in first.next() == second.next() })
    var other = CounterGenerator(seed: 42, stream: 4)
    var another = CounterGenerator(seed: 43, stream: 3)
    #expect((0..<50).allSatisfy { _ in Set([first.next(), other.next(), another.next()]).count == 3 })
  }

  @Test func jumpingGivesTheSameNumbersAsCounting() {
    var counting = CounterGenerator(seed: 9, stream: 1)
    let words = (0..<40).map { _ in counting.next() }
    for position in [0, 1, 2, 17, 38, 39] {
      var jumping = CounterGenerator(seed: 9, stream: 1)
      jumping.position = UInt64(position)
      #expect(jumping.next() == words[position])
    }
    var far = CounterGenerator(seed: 9)
    far.position = .max
    _ = far.next()
    #expect(far.position == 0)
  }

  @Test func uniformsAreInRange() {
    var generator = CounterGenerator(seed: 5)
    for _ in 0..<2000 {
      let number = generator.uniform()
      let float = generator.uniformFloat()
      #expect(number >= 0 && number < 1)
      #expect(float >= 0 && float < 1)
    }
  }

  @Test func bulkIsTheSameAsOneByOne() {
    for (start, count) in [(0, 0), (0, 1), (1, 7), (2, 64), (3, 65)] {
      var bulk = CounterGenerator(seed: 6)
      bulk.position = UInt64(start)
      var single = bulk
      var numbers = [Double](repeating: 0, count: count)
      bulk.uniforms(into: &numbers, count: count)
      #expect(numbers == (0..<count).map { _ in single.uniform() })
      #expect(bulk == single)
      bulk.normals(into: &numbers, count: count)
      var pairs: [Double] = []
      while pairs.count < count {
        let pair = single.normalPair()
        pairs += [pair.0, pair.1]
      }
      #expect(numbers == Array(pairs.prefix(count)))
      #expect(bulk == single)
    }
  }

  @Test func shufflesWithTheStandardLibrary() {
    var generator = CounterGenerator(seed: 7)
    let shuffled = Array(0..<100).shuffled(using: &generator)
    #expect(shuffled != Array(0..<100))
    #expect(shuffled.sorted() == Array(0..<100))
    #expect((0..<100).contains(Int.random(in: 0..<100, using: &generator)))
  }
}
