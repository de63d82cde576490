#if !hasFeature(Embedded)
  import Dispatch
#endif

/// Does the parts of a work, on as many threads as the machine has.
///
/// ```swift
/// inParallel(4) { part in rows(of: part) }
/// ```
///
/// Whoever calls it makes every part independent of the others and writes what comes out where no other part does: then
/// the result is the same on any number of threads. In the browser the parts are done one after the other.
///
/// - Parameters:
///   - parts: How many parts there are; more of them than threads keep all threads busy to the end.
///   - body: Does the part of this number, from 0.
public func inParallel(_ parts: Int, _ body: @Sendable (_ part: Int) -> Void) {
  #if hasFeature(Embedded)
    for part in 0..<max(parts, 0) { body(part) }
  #else
    guard parts > 1 else { return parts == 1 ? body(0) : () }
    DispatchQueue.concurrentPerform(iterations: parts, execute: body)
  #endif
}
