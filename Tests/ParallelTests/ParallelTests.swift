import Parallel
import Testing

@Suite("Parallel")
struct ParallelTests {
  @Test("Every part is done once", arguments: [0, 1, 2, 7, 100])
  func everyPart(parts: Int) {
    var done = [Int](repeating: 0, count: max(parts, 1))
    done.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      inParallel(parts) { part in buffer[part] += 1 }
    }
    #expect(done == Array(repeating: 1, count: parts) + (parts == 0 ? [0] : []))
  }

  @Test("No part is done of none")
  func negative() {
    inParallel(-3) { _ in Issue.record("a part of nothing") }
  }
}
