import Documents
import TestSupport
import Testing

@Suite struct SourceTextTests {
  @Test func `A range gives back the words that it marks`() {
    let marked = MarkedText("Čačak and ⟦place:São Tomé⟧ signed 🖋 ⟦thing:a deal⟧.")
    let text = SourceText(marked.text)
    #expect(marked.marks.map { text[$0.range] } == ["São Tomé", "a deal"])
  }

  @Test func `A range beyond the text gives what there is`() {
    let text = SourceText("short")
    #expect(text[ByteRange(2, 50)] == "ort")
    #expect(text[ByteRange(40, 50)] == "")
  }

  @Test(arguments: [
    ("  plain \n", "plain"), ("\u{00A0}\u{2003}wide\u{3000}", "wide"), (" \t\n", ""), ("Ⅻ", "Ⅻ"), ("à", "à"),
  ])
  func `Trimming takes white space of every width`(raw: String, expected: String) {
    let text = SourceText(raw)
    #expect(text[text.trimmed(text.range)] == expected)
  }

  @Test func `Code points and bytes map to each other in any text`() {
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array("ab é—日本🙂\u{0301}\n")
    for _ in 0..<200 {
      let string = String(
        (0..<Int.random(in: 0...700, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      let offsets = CodePointOffsets(SourceText(string))
      #expect(offsets.count == string.unicodeScalars.count)
      var byte = 0
      for (codePoint, scalar) in string.unicodeScalars.enumerated() {
        #expect(offsets.codePoint(atByte: byte) == codePoint)
        #expect(offsets.byte(atCodePoint: codePoint) == byte)
        byte += String(scalar).utf8.count
      }
      #expect(offsets.codePoint(atByte: byte) == offsets.count && offsets.byte(atCodePoint: offsets.count) == byte)
    }
  }

  @Test func `Keys are equal for equal words and fold case on request`() {
    #expect(TextKey("border") == TextKey("border"))
    #expect(TextKey("border") != TextKey("boarder"))
    let folded = SourceText("BoRdEr").withBytes { TextKey($0, foldingCase: true) }
    #expect(folded == TextKey("border"))
  }
}
