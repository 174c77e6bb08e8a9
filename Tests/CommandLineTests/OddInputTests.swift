import Foundation
import TestSupport
import Testing

/// Folders that hold anything: each odd thing is recorded with its reason and stops nothing.
@Suite struct OddInputTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  /// Each problem of the summary as `source: code`.
  private func problems(_ outcome: KBProcess.Outcome) throws -> [String] {
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let problems = try #require(report?["problems"] as? [[String: Any]])
    return problems.map { "\($0["source"] ?? ""): \($0["code"] ?? "")" }.sorted()
  }

  @Test func `Pipes, links, devices, huge and unreadable files stop nothing`() throws {
    let made = try kb.shell(
      """
      mkdir odd && cd odd && echo 'The bridge is closed.' > good.txt && mkfifo pipe && truncate -s 500M huge.txt
      ln -s nowhere broken.txt && ln -s . loop && ln -s itself itself && ln -s /proc/self/mem failing.txt
      ln -s /dev/zero device.txt && : > empty.txt && printf '\\1\\0\\2\\0\\3\\0' > program
      """)
    #expect(made.status == 0)
    let outcome = try kb.run("ingest", "--json", "odd")
    #expect(outcome.status == 1)
    #expect(
      try problems(outcome) == [
        "odd/broken.txt: broken-link", "odd/device.txt: not-a-file", "odd/empty.txt: empty",
        "odd/failing.txt: read-error", "odd/huge.txt: too-large", "odd/itself: link-loop", "odd/loop: link-loop",
        "odd/pipe: not-a-file", "odd/program: binary",
      ])
    #expect(try kb.run("export", "documents").lines.count == 1)
    #expect(try kb.run("check").status == 0)
  }

  @Test func `A folder and a file that may not be read are recorded`() throws {
    // Root may read everything, so that the program then runs as another user.
    let outcome = try kb.shell(
      """
      mkdir -p odd/closed out && echo 'A note.' > odd/good.txt && cp odd/good.txt odd/closed/ && cp odd/good.txt odd/no.txt
      chmod 0 odd/closed odd/no.txt && chmod 777 out && chmod 755 . && cp "$KB" kb
      if [ "$(id -u)" = 0 ]; then as='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
      $as ./kb ingest --json --db out/kb.db odd
      status=$?
      chmod 755 odd/closed odd/no.txt
      exit $status
      """)
    #expect(outcome.status == 1)
    #expect(try problems(outcome) == ["odd/closed: no-permission", "odd/no.txt: no-permission"])
  }

  @Test func `Ten thousand odd files are each stored or recorded`() throws {
    let names = folder.file("many")
    try FileManager.default.createDirectory(atPath: names, withIntermediateDirectories: false)
    for number in 0..<10_000 {
      let bytes: [UInt8] =
        switch number % 10 {
        case 0: Array("Note \(number).".utf8)
        case 1: Array("Caf".utf8) + [0xE9]
        case 2: [0, 1, 2, 3, UInt8(number % 256), 0]
        case 3: [0x20, 0x0A]
        default: []
        }
      folder.write(bytes, to: "many/\(number)")
    }
    let outcome = try kb.run("ingest", "many")
    #expect(outcome.status == 1)
    #expect(outcome.lines.first == "kb.db: 2000 new, 0 changed, 0 unchanged, 8000 failed")
    #expect(outcome.errors.split(separator: "\n").count == 21)
    #expect(outcome.errors.hasSuffix("kb: and 7980 more; see the table ingest_problems in kb.db\n"))
    #expect(try kb.run("check").status == 0)
    #expect(try kb.run("ingest", "many").output == "kb.db: 0 new, 0 changed, 2000 unchanged, 8000 failed\n")
  }

  @Test func `A name that is no UTF-8 is stored in a form that can be read`() throws {
    let outcome = try kb.shell(
      "mkdir odd && echo 'A note.' > odd/$'caf\\xe9.txt' && $KB ingest odd && $KB export documents")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""document": "odd/caf\\xE9.txt""#))
  }
}
