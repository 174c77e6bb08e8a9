import Foundation
import SQLite
import TestSupport
import Testing

/// What is left when the process, the disk or the file gives way in the middle of an ingest.
@Suite struct DurabilityTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  /// The export of an undisturbed ingest of `news`.
  private func undisturbedExport() throws -> String {
    try kb.run("ingest", "--db", "undisturbed.db", "news")
    return try kb.run("export", "--db", "undisturbed.db").output
  }

  /// Runs the ingest once more, and expects nothing to be missing or wrong.
  private func expectRecovery(_ database: String, to export: String, _ place: SourceLocation = #_sourceLocation) throws
  {
    let rerun = try kb.run("ingest", "--db", database, "news")
    #expect(rerun.status == 0, "\(rerun.errors)", sourceLocation: place)
    #expect(try kb.run("check", "--db", database).status == 0, sourceLocation: place)
    #expect(try kb.run("export", "--db", database).output == export, sourceLocation: place)
  }

  /// The bytes that a running process has written; nil when it is gone.
  private func bytesWritten(by process: Process) -> Int? {
    guard process.isRunning,
      let text = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/io", encoding: .utf8)
    else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("wchar:") }
    return line.flatMap { Int($0.dropFirst(7)) }
  }

  /// Starts an ingest, and sends it a signal as soon as it has written so many bytes.
  private func ingest(_ database: String, until bytes: Int, signal: Int32) throws -> Process {
    let process = try kb.start("ingest", "--db", database, "news")
    while let written = bytesWritten(by: process), written < bytes { sched_yield() }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process
  }

  @Test func `A process killed at any instant leaves a whole database, and the same command does the rest`() throws {
    InventedCorpus.write(300, to: "news", in: folder)
    let export = try undisturbedExport()
    let instants = [1, 5_000, 40_000, 150_000, 300_000, 310_000, 500_000, 700_000, 900_000, 1_100_000]
    var kills = 0
    for attempt in 0..<40 where kills < 6 {
      let bytes = instants[attempt % instants.count]
      let process = try ingest("kb.db", until: bytes, signal: SIGKILL)
      guard process.terminationReason == .uncaughtSignal else {
        // It was done before the file had grown so far: the next attempt starts with an empty database.
        try kb.shell("rm -f kb.db kb.db-wal kb.db-shm")
        continue
      }
      kills += 1
      let outcome = try kb.run("info", "--db", "kb.db")
      if outcome.status == 0 { #expect(try kb.run("check", "--db", "kb.db").status == 0, "after \(bytes) bytes") }
    }
    #expect(kills == 6)
    try expectRecovery("kb.db", to: export)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `A request to stop ends the run after what was read is stored`(signal: Int32) throws {
    InventedCorpus.write(600, to: "news", in: folder)
    let process = try ingest("kb.db", until: 100_000, signal: signal)
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + signal)
    let known = try kb.run("export", "documents").lines.count
    #expect(known > 0 && known < 600)
    #expect(try kb.run("ingest", "news").output.hasPrefix("kb.db: \(600 - known) new, 0 changed, \(known) unchanged"))
    #expect(try kb.run("check").status == 0)
  }

  @Test func `A file that may not grow ends the run with status 3, and the same command does the rest`() throws {
    InventedCorpus.write(300, to: "news", in: folder)
    let export = try undisturbedExport()
    for blocks in [50, 500, 700] {
      let outcome = try kb.shell("trap '' XFSZ; ulimit -f \(blocks); $KB ingest --db kb.db news")
      #expect(outcome.status == 3)
      #expect(outcome.errors.hasPrefix("kb: kb.db: "))
      #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    }
    try expectRecovery("kb.db", to: export)
  }

  @Test(.enabled(if: Mounts.areAllowed, "mounting a small disk takes root's rights"))
  func `A full disk ends the run with status 3, and the same command does the rest`() throws {
    InventedCorpus.write(300, to: "news", in: folder)
    let export = try undisturbedExport()
    let outcome = try kb.shell(
      """
      mkdir disk && unshare -m bash -c '
        mount -t tmpfs -o size=700k tmpfs disk || exit 99
        "$KB" ingest --db disk/kb.db news
        status=$?
        mkdir ../$$.saved && cp disk/* ../$$.saved && umount disk && cp ../$$.saved/* disk && rm -r ../$$.saved
        exit $status'
      """)
    #expect(outcome.status == 3)
    #expect(outcome.errors == "kb: disk/kb.db: the disk is full; free some space and run the same command again\n")
    try expectRecovery("disk/kb.db", to: export)
  }

  @Test func `A database that another process writes to is status 3 for a writer and none for readers`() throws {
    InventedCorpus.write(2, to: "news", in: folder)
    try kb.run("ingest", "news")
    let connection = try Connection(path: folder.file("kb.db"))
    try connection.execute("BEGIN IMMEDIATE")
    InventedCorpus.write(3, to: "news", in: folder, seed: 2)
    let outcome = try kb.run("ingest", "news")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "kb: kb.db: another process is writing to it; try again when it is done\n")
    #expect(try kb.run("check").status == 0)
    try connection.execute("ROLLBACK")
    #expect(try kb.run("ingest", "news").status == 0)
  }

  @Test func `A damaged page is found, crashes nothing, and a backup brings the file back`() throws {
    InventedCorpus.write(60, to: "news", in: folder)
    try kb.run("ingest", "news")
    try kb.run("backup", "copy.db")
    let sound = ScratchFolder.read(folder.file("copy.db"))
    var found = 0
    let pages = Array(stride(from: 1, to: sound.count / 4_096, by: 9))
    for page in pages {
      var damaged = sound
      damaged.replaceSubrange(page * 4_096..<(page + 1) * 4_096, with: repeatElement(0xA5, count: 4_096))
      folder.write(damaged, to: "damaged.db")
      if try kb.run("check", "--db", "damaged.db").status == 3 { found += 1 }
      for command in ["export", "info", "ingest news"] {
        let status = try kb.shell("$KB \(command) --db damaged.db").status
        #expect([0, 3].contains(status), "\(command) with page \(page) damaged")
      }
    }
    #expect(found == pages.count)
    folder.write(sound, to: "damaged.db")
    #expect(try kb.run("check", "--db", "damaged.db").status == 0)
  }
}

/// Whether a test may mount a file system of its own.
private enum Mounts {
  static let areAllowed: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "unshare -m mount -t tmpfs -o size=4k tmpfs /mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
