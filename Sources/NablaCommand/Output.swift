import Foundation
import Nabla

#if Raster
  import Raster
#endif

/// Where results go: standard output, or files that appear whole or not at all.
enum Output {
  /// Writes text to standard output.
  static func print(_ text: String) { print(Array(text.utf8)) }

  /// Writes bytes to standard output.
  static func print(_ bytes: [UInt8]) {
    signal(SIGPIPE, SIG_IGN)
    ProgressBar.current?.finish()
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
      // A reader that has seen enough closes the pipe: that is no failure.
      if cause.domain == NSPOSIXErrorDomain, cause.code == Int(EPIPE) { return }
      FileHandle.standardError.write(Data("nabla: cannot write to standard output: \(reason(error))\n".utf8))
      exit(CommandFailure.Kind.cannotCreate.rawValue)
    }
  }

  /// Writes a file by way of a temporary one beside it.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(.cannotCreate, "cannot write “\(path)”: \(reason(error))")
    }
  }

  /// Reads a whole file, or standard input for `-`.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CommandFailure(.noInput, "cannot read “\(path)”: \(reason(error))")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile: return "there is no such file"
    case .fileNoSuchFile: return "there is no such folder"
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "the disk is full"
    case .fileWriteVolumeReadOnly: return "the disk is read-only"
    default: return error.localizedDescription
    }
  }

  /// The formats that a picture can have.
  enum PictureFormat: String, CaseIterable {
    case svg
    case png
    case pdf

    /// The format that a file's name asks for.
    init(path: String) throws {
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard path.contains("."), let format = PictureFormat(rawValue: ending) else {
        throw CommandFailure(.usage, "“\(path)” must end in .svg, .png or .pdf")
      }
      self = format
    }
  }

  /// A picture as the bytes of a file.
  static func bytes(_ list: DisplayList, as format: PictureFormat) throws -> [UInt8] {
    switch format {
    case .svg: return Array(list.svg().utf8)
    case .png, .pdf:
      #if Raster
        do {
          return format == .png ? try list.pngBytes() : try list.pdfBytes()
        } catch {
          throw CommandFailure(.unavailable, "\(error)")
        }
      #else
        throw CommandFailure(
          .unavailable,
          """
          this nabla writes SVG only; for \(format.rawValue.uppercased()) install Cairo and Pango \
          (Debian: apt install libcairo2-dev libpango1.0-dev; macOS: brew install cairo pango) and build it \
          again with `make install`
          """)
      #endif
    }
  }
}
