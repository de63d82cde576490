import Elementary
import Randomness

/// Arguments and results of the `Double` functions as text, for Scripts/accuracy.py to judge:
/// the name, then the bit patterns of the arguments and of the result in hexadecimal.
struct DoubleCases {
  var samples: Int
  var wants: (String) -> Bool

  func write(to line: (String) -> Void) {
    for function in FunctionTable.unary where wants(function.name) {
      let arguments = arguments(function.domain, name: function.name)
      var results = arguments
      function.double(arguments, &results, arguments.count)
      for (argument, result) in zip(arguments, results) {
        line("\(function.name) \(hex(argument)) \(hex(result))")
      }
    }
    for function in FunctionTable.binary where wants(function.name) {
      var generator = CounterGenerator(seed: 2, stream: UInt64(function.name.utf8.count))
      var first = self.arguments(function.firstDomain, name: function.name)
      var second = self.arguments(function.secondDomain, name: function.name + "2")
      second.shuffle(using: &generator)
      for special in Self.special {
        for other in Self.special {
          first.append(special)
          second.append(other)
        }
      }
      let count = min(first.count, second.count)
      var results = first
      function.double(first, second, &results, count)
      for index in 0..<count {
        line("\(function.name) \(hex(first[index])) \(hex(second[index])) \(hex(results[index]))")
      }
    }
  }

  /// Numbers of the interval, evenly; numbers of all magnitudes; the special ones and their neighbours.
  private func arguments(_ domain: ClosedRange<Double>, name: String) -> [Double] {
    var stream: UInt64 = 0
    for byte in name.utf8 { stream = stream &* 31 &+ UInt64(byte) }
    var generator = CounterGenerator(seed: 1, stream: stream)
    var result: [Double] = []
    let width = domain.upperBound - domain.lowerBound
    for _ in 0..<samples { result.append(domain.lowerBound + width * generator.uniform()) }
    for _ in 0..<samples / 2 {
      let exponent = Double(generator.uniform() * 24 - 20)
      let size = Double.exp2(exponent) * (generator.next() & 1 == 0 ? 1 : -1)
      result.append(size)
      if size.magnitude < width { result.append(1 + size * 0.5) }
    }
    for _ in 0..<samples / 2 { result.append(Double(bitPattern: generator.next())) }
    for special in Self.special {
      result.append(special)
      result.append(special.nextUp)
      result.append(special.nextDown)
    }
    return result
  }

  static let special: [Double] = {
    var result: [Double] = [0, .infinity, .nan, .leastNonzeroMagnitude, 0x1p-1022, .greatestFiniteMagnitude]
    for exponent in stride(from: -1070, through: 1020, by: 110) {
      result.append(Double(sign: .plus, exponent: exponent, significand: 1))
    }
    for exponent in -60...60 { result.append(Double(sign: .plus, exponent: exponent, significand: 1)) }
    for number in 1...40 { result.append(Double(number)) }
    for quarter in 1...64 { result.append(Double(quarter) * 0.78539816339744831) }
    result += [
      0.5, 1.5, 2.5, 1.0 / 3, 0.41421356237309503, 2.414213562373095, 0.70710678118654757, 709.78, 745.13,
    ]
    result += [
      710.4758, 1e5, 1e6, 1e10, 1e22, 6381956970095103.0 * 0x1p+797, 1e300, 36.7, 37.4, 22, 5.9, 6.1,
    ]
    return result + result.map { -$0 }
  }()

  private func hex(_ x: Double) -> String { String(x.bitPattern, radix: 16) }
}
