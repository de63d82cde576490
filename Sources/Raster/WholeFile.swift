#if Raster
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// Files that are there whole or not at all.
  enum WholeFile {
    /// Writes bytes beside the wanted file and then gives them its name, in one step of the file system.
    /// - Throws: `RasterError.cannotWrite` with the system's reason; the old file, if any, is left as it was.
    static func write(_ bytes: [UInt8], to path: String) throws(RasterError) {
      let draft = path + ".\(getpid()).partial"
      guard let file = fopen(draft, "wb") else { throw failure(path) }
      let count = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
      let isComplete = count == bytes.count && fflush(file) == 0
      let trouble = isComplete ? nil : failure(path)
      let isClosed = fclose(file) == 0
      if let trouble {
        unlink(draft)
        throw trouble
      }
      guard isClosed, rename(draft, path) == 0 else {
        let trouble = failure(path)
        unlink(draft)
        throw trouble
      }
    }

    private static func failure(_ path: String) -> RasterError {
      let reason = strerror(errno).map { String(cString: $0) } ?? "unknown"
      return .cannotWrite(path: path, reason: reason)
    }
  }
#endif
