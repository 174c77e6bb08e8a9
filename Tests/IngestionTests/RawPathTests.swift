import Testing

@testable import Ingestion

@Suite struct RawPathTests {
  @Test(arguments: [
    ("news/", "news"), ("./news//2025/./a.txt", "news/2025/a.txt"), (".", "."), ("./", "."), ("/", "/"),
    ("//srv//a", "/srv/a"), ("../a", "../a"),
  ])
  func `An argument loses doubled slashes and dots that mean nothing`(argument: String, name: String) {
    #expect(RawPath(argument: argument).name == name)
  }

  @Test func `A byte that is no UTF-8 is shown in hexadecimal, and kept`() {
    let bytes: [UInt8] = Array("caf".utf8) + [0xE9] + Array(" ü.txt".utf8)
    let path = RawPath(bytes)
    #expect(path.name == "caf\\xE9 ü.txt")
    #expect(path.cString.map { UInt8(bitPattern: $0) } == bytes + [0])
  }

  @Test(arguments: [
    (".", "a", "a"), ("news", "a", "news/a"), ("/", "a", "/a"),
  ])
  func `An entry stands below its folder`(folder: String, entry: String, name: String) {
    #expect(RawPath(argument: folder).appending(Array(entry.utf8)).name == name)
  }

  @Test(arguments: [
    ("news", "news/a.txt", true), ("news", "news", true), ("news", "newsroom/a.txt", false), (".", "news/a.txt", true),
    (".", "/srv/a.txt", false), (".", "../a.txt", false), ("/", "/srv/a.txt", true), ("/srv", "srv/a.txt", false),
  ])
  func `A path covers itself and what lies below it`(path: String, source: String, isCovered: Bool) {
    #expect(RawPath(argument: path).covers(source) == isCovered)
  }
}
