import Documents
import Testing

@Suite struct JSONWriterTests {
  @Test func `Members, arrays and nested values get their commas`() {
    var json = JSONWriter()
    json.beginObject()
    json.member("a", "x")
    json.member("b", ["y", "z"])
    json.key("c")
    json.beginArray()
    json.beginObject()
    json.endObject()
    json.value(true)
    json.value(nil as Int?)
    json.endArray()
    json.member("d", nil as String?)
    json.endObject()
    #expect(json.text == #"{"a": "x", "b": ["y", "z"], "c": [{}, true, null], "d": null}"#)
  }

  @Test(
    arguments: [
      (600.0, "600"), (-0.5, "-0.5"), (33.33, "33.33"), (1e22, "1e+22"), (0, "0"), (.infinity, "null"), (.nan, "null"),
      (10_000_000_000, "10000000000"),
    ] as [(Double, String)])
  func `Numbers are the shortest that read back`(number: Double, expected: String) {
    var json = JSONWriter()
    json.value(number)
    #expect(json.text == expected)
  }

  @Test(arguments: [
    ("plain “é” 🛶", #""plain “é” 🛶""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("1\n2\r3\t4", #""1\n2\r3\t4""#),
    ("\u{1B}[2J\u{0}\u{7F}\u{9B}", #""\u001b[2J\u0000\u007f\u009b""#), ("\u{2028}", #""\u2028""#), ("", #""""#),
  ])
  func `Texts are escaped so that no control character remains`(text: String, expected: String) {
    var json = JSONWriter()
    json.value(text)
    #expect(json.text == expected)
  }
}
