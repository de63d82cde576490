import Foundation

/// How far a command has come, on a terminal and only after a second.
///
/// It is on the line where the complaints go, is taken back before anything else is written, and does not exist where
/// standard error is a file or a pipe.
final class ProgressBar: @unchecked Sendable {
  /// The bar of the command that is running; nil where there is no terminal.
  @TaskLocal static var current: ProgressBar?

  private let lock = NSLock()
  private let start = Date()
  private let timer: any DispatchSourceTimer
  private var share = 0.0
  private var isShown = false
  private var isOver = false

  private static let clear = "\r\u{1B}[2K"

  /// A bar for what begins now.
  init?() {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return nil }
    timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
    timer.schedule(deadline: .now() + 1, repeating: 0.1)
    timer.setEventHandler { [weak self] in self?.draw() }
    timer.resume()
  }

  /// Says that this share of the whole is done besides; may be called on any thread.
  func advance(by part: Double) {
    lock.lock()
    share += part
    lock.unlock()
  }

  /// Takes the bar away for good.
  func finish() {
    lock.lock()
    defer { lock.unlock() }
    guard !isOver else { return }
    isOver = true
    timer.cancel()
    if isShown { ProgressBar.write(ProgressBar.clear) }
  }

  private func draw() {
    lock.lock()
    defer { lock.unlock() }
    guard !isOver else { return }
    isShown = true
    ProgressBar.write(
      ProgressBar.clear + ProgressBar.line(share: share, seconds: -start.timeIntervalSinceNow))
  }

  /// The bar as text: its share if that is known, and the time.
  static func line(share: Double, seconds: Double) -> String {
    let time = "\(Int(seconds)) s"
    guard share > 0 else { return "working, \(time)" }
    let width = 30
    let known = min(share, 1)
    let full = Int(known * Double(width))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    return "\(bar) \(Int(known * 100)) %, \(time)"
  }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
