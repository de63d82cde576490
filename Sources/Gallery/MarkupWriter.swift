import Atlas
import Figures

/// Markup as bytes; texts are escaped, so that what it writes is well-formed HTML and XML.
struct MarkupWriter {
  private var bytes: [UInt8] = []

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes markup as it is.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes a text, in an element or between the double quotes of an attribute.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  /// Writes a text whose mathematical signs get a font that knows them.
  mutating func prose(_ prose: String) {
    for span in TextRun(prose, at: SIMD2(0, 0), size: 1, colour: Colour(0)).spans {
      if span.isMathematical { raw("<span class=\"m\">") }
      text(span.text)
      if span.isMathematical { raw("</span>") }
    }
  }

  /// Writes an element that holds a text.
  mutating func element(_ name: String, _ content: String) {
    raw("<" + name + ">")
    text(content)
    raw("</" + name + ">\n")
  }
}
