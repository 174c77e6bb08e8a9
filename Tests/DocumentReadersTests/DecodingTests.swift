import DocumentReaders
import Documents
import Testing

@Suite struct DecodingTests {
  private func utf16(_ text: String, little: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap { little ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  @Test("UTF-8, a byte-order mark and both orders of UTF-16 give the same text", arguments: ["Café – 5 €", "😀 one"])
  func encodings(text: String) throws {
    let reader = DocumentReader()
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, little: true), utf16(text, little: false),
    ] {
      let document = try reader.read(bytes: bytes, source: "a.txt")
      #expect(document.text.string == text)
      #expect(document.diagnostics.isEmpty)
    }
  }

  @Test("bytes that are no UTF-8 are read as Windows-1252 with a diagnostic")
  func windows1252() throws {
    let document = try DocumentReader().read(bytes: [0x43, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x80, 0x94], source: "a.txt")
    #expect(document.text.string == "Café “€”")
    #expect(document.diagnostics.map(\.code) == ["not-utf8"])
  }

  struct LineEnds: Sendable, CustomTestStringConvertible {
    var input: String
    var text: String
    var controls: Bool
    var testDescription: String { input.debugDescription }
  }

  @Test(
    "line ends become LF and control characters blanks",
    arguments: [
      LineEnds(input: "a\r\nb\rc\nd", text: "a\nb\nc\nd", controls: false),
      LineEnds(input: "a\tb", text: "a\tb", controls: false),
      LineEnds(input: "the budget\0of the town", text: "the budget of the town", controls: true),
      LineEnds(input: "\u{1B}[31mred paint\u{1B}[0m for all", text: " [31mred paint [0m for all", controls: true),
      LineEnds(input: "a\u{85}b\u{7F}c and much more of it", text: "a b c and much more of it", controls: true),
      LineEnds(input: "abc\u{202E}txt.exe\u{2066}d\u{200F}e\u{61C}f", text: "abc txt.exe d e f", controls: true),
      LineEnds(input: "x\u{FEFF}y", text: "x y", controls: true),
    ])
  func cleaning(row: LineEnds) throws {
    let document = try read(row.input)
    #expect(document.text.string == row.text)
    #expect(document.diagnostics.map(\.code) == (row.controls ? ["control-characters"] : []))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: ReadingError.Code
    var testDescription: String { name }
  }

  @Test(
    "what is no text is refused with its reason in one line",
    arguments: [
      Refusal(name: "nothing", bytes: [], code: .empty),
      Refusal(name: "white space", bytes: Array(" \r\n\t\u{A0}".utf8.prefix(4)), code: .empty),
      Refusal(name: "NULs", bytes: [UInt8](repeating: 0, count: 903), code: .binary),
      Refusal(name: "every byte", bytes: Array(0...255), code: .binary),
      Refusal(name: "PDF", bytes: Array("%PDF-1.7\n".utf8), code: .unsupportedFormat),
      Refusal(name: "HTML", bytes: Array("\n<!DOCTYPE HTML><p>a</p>".utf8), code: .unsupportedFormat),
      Refusal(name: "a false mark", bytes: [0xFF, 0xFE] + Array(repeating: 0xDC, count: 40), code: .notDecodable),
    ])
  func refusals(row: Refusal) {
    let error = #expect(throws: ReadingError.self) { try DocumentReader().read(bytes: row.bytes, source: "a.txt") }
    #expect(error?.code == row.code)
    #expect(error?.message.contains("\n") == false)
  }

  @Test("a file over the limit is refused")
  func limit() {
    let reader = DocumentReader(options: ReadingOptions(maximumBytes: 3))
    let error = #expect(throws: ReadingError.self) { try reader.read(bytes: Array("abcd".utf8), source: "a.txt") }
    #expect(error?.code == .tooLarge)
  }

  @Test("the digest is that of the file's bytes")
  func digest() throws {
    #expect(try read("abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
