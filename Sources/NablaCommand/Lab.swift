import ArgumentParser
import FlyingFox
import Foundation
import Nabla

/// `nabla lab`: the lab in the browser.
struct Lab: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the lab at http://127.0.0.1:8080 until Ctrl-C.",
    usage: "nabla lab [--port N] [--open] [--folder DIR]",
    discussion: """
      The lab is a folder of static files inside this program. It listens on this machine only.

      EXAMPLES
        nabla lab
        nabla lab --port 9000 --open
      """)

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port: UInt16 = 8080

  @Flag(help: "Open the browser.")
  var open = false

  @Option(help: "Serve this folder in place of the lab inside.")
  var folder: String?

  func run() async throws {
    let files = try Lab.files(folder)
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), handler: LabHandler(files: files))
    let listening = Task { try await server.run() }
    do {
      try await server.waitUntilListening(timeout: 5)
    } catch {
      listening.cancel()
      throw CommandFailure(
        .unavailable, "port \(port) cannot be listened on; another program may use it (try --port 0)")
    }
    let address = "http://127.0.0.1:\(await Lab.port(of: server) ?? port)"
    Output.print("The lab is at \(address) (Ctrl-C stops it)\n")
    if open { Lab.browse(address) }
    try await listening.value
  }

  private static func port(of server: HTTPServer) async -> UInt16? {
    switch await server.listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): return port
    default: return nil
    }
  }

  private static func files(_ folder: String?) throws -> [String: [UInt8]] {
    if let folder { return try read(folder: folder) }
    #if EmbeddedLab
      return LabArchive.files
    #else
      throw CommandFailure(
        .unavailable, "this nabla was built without the lab inside; `make lab` builds it (or give --folder)")
    #endif
  }

  /// Every file below a folder by its path from there; links that lead out of it are not followed.
  private static func read(folder: String) throws -> [String: [UInt8]] {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    guard let paths = FileManager.default.subpaths(atPath: root.path) else {
      throw CommandFailure(.noInput, "cannot read the folder “\(folder)”")
    }
    var files: [String: [UInt8]] = [:]
    for path in paths {
      let url = root.appendingPathComponent(path).resolvingSymlinksInPath()
      guard url.path.hasPrefix(root.path + "/"), let data = try? Data(contentsOf: url) else { continue }
      files[path] = Array(data)
    }
    guard files["index.html"] != nil else {
      throw CommandFailure(.noInput, "“\(folder)” has no index.html")
    }
    return files
  }

  private static func browse(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    #if os(macOS)
      process.arguments = ["open", address]
    #else
      process.arguments = ["xdg-open", address]
    #endif
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Without a browser the address on the screen is enough.
    try? process.run()
  }
}

/// Answers with the files of the lab and nothing else, to this machine's own names only.
struct LabHandler: HTTPHandler {
  let files: [String: [UInt8]]

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // A page elsewhere can name this address by a host of its own: only ours is answered.
    let host = (request.headers[.host] ?? "").split(separator: ":").first.map(String.init) ?? ""
    guard host == "127.0.0.1" || host == "localhost" else { return HTTPResponse(statusCode: .forbidden) }
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    let path = request.path == "/" ? "index.html" : String(request.path.dropFirst())
    guard let bytes = files[path] else { return HTTPResponse(statusCode: .notFound) }
    return HTTPResponse(
      statusCode: .ok,
      headers: HTTPHeaders([
        .contentType: LabHandler.type(of: path), HTTPHeader("Cache-Control"): "no-cache",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ]),
      body: request.method == .HEAD ? Data() : Data(bytes))
  }

  private static func type(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": return "text/html; charset=utf-8"
    case "js": return "text/javascript; charset=utf-8"
    case "css": return "text/css; charset=utf-8"
    case "wasm": return "application/wasm"
    case "svg": return "image/svg+xml"
    case "json": return "application/json"
    case "png": return "image/png"
    default: return "application/octet-stream"
    }
  }
}
