import Documents
import Glibc
import TestSupport
import Testing

@testable import Ingestion

@Suite struct SourceDiscoveryTests {
  private let folder = ScratchFolder()

  private func makeFolder(_ name: String) { unsafe mkdir(folder.file(name), 0o755) }
  private func link(_ name: String, to target: String) { unsafe symlink(target, folder.file(name)) }

  /// The names below the scratch folder of what is found.
  private func found(_ arguments: String..., excluding: [String] = []) -> (files: [String], problems: [String]) {
    let sources = SourceDiscovery(
      arguments.map { $0 == "-" ? $0 : folder.file($0) }, excluding: excluding.map(folder.file))
    let prefix = folder.path + "/"
    func short(_ name: String) -> String { name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name }
    return (
      sources.files.map { short($0.source) }, sources.problems.map { "\(short($0.source)) \($0.diagnostic.code)" }
    )
  }

  @Test func `Files come sorted by bytes, hidden ones left out unless they are named`() {
    makeFolder("news")
    makeFolder("news/B")
    makeFolder("news/.git")
    for name in ["news/b.txt", "news/a.txt", "news/B/z.txt", "news/é.txt", "news/.hidden", "news/.git/config"] {
      folder.write([0x61], to: name)
    }
    #expect(found("news").files == ["news/B/z.txt", "news/a.txt", "news/b.txt", "news/é.txt"])
    #expect(found("news/.hidden").files == ["news/.hidden"])
  }

  @Test func `Arguments keep their order, and what is named twice is taken once`() {
    folder.write([0x61], to: "b.txt")
    folder.write([0x61], to: "a.txt")
    #expect(found("b.txt", "-", "a.txt", "b.txt", "-").files == ["b.txt", "-", "a.txt"])
    #expect(SourceDiscovery([folder.file("b.txt"), folder.file("a.txt")]).sorted().map(\.size) == [1, 1])
  }

  @Test func `The database's own files are no inputs`() {
    folder.write([0x61], to: "a.txt")
    folder.write([0x61], to: "kb.db")
    #expect(found("", excluding: ["kb.db", "kb.db-wal"]).files == ["a.txt"])
  }

  @Test func `Each thing that is no document is a problem and stops nothing`() {
    makeFolder("odd")
    folder.write([0x61], to: "odd/good.txt")
    unsafe mkfifo(folder.file("odd/pipe"), 0o644)
    link("odd/broken", to: "nowhere")
    link("odd/itself", to: "itself")
    link("odd/up", to: "..")
    link("odd/device", to: "/dev/null")
    let (files, problems) = found("odd", "missing")
    #expect(files == ["odd/good.txt"])
    #expect(
      problems == [
        "odd/broken broken-link", "odd/device not-a-file", "odd/itself link-loop", "odd/pipe not-a-file",
        "missing missing",
      ])
  }

  @Test func `A link to a folder that contains it is a loop`() {
    makeFolder("tree")
    makeFolder("tree/leaf")
    folder.write([0x61], to: "tree/leaf/a.txt")
    link("tree/leaf/back", to: "..")
    let (files, problems) = found("tree")
    #expect(files == ["tree/leaf/a.txt"])
    #expect(problems == ["tree/leaf/back link-loop"])
  }

  @Test func `A folder that has a name of its own is not read through a link to it`() {
    makeFolder("tree")
    makeFolder("tree/z")
    folder.write([0x61], to: "tree/z/a.txt")
    link("tree/early", to: "z")
    #expect(found("tree").files == ["tree/z/a.txt"])
  }

  @Test func `A linked folder outside is read under the link's name, once`() {
    makeFolder("outside")
    folder.write([0x61], to: "outside/a.txt")
    makeFolder("tree")
    link("tree/one", to: "../outside")
    link("tree/two", to: "../outside")
    #expect(found("tree").files == ["tree/one/a.txt"])
    #expect(found("tree").problems == [])
  }
}
