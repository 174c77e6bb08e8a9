import Glibc
import TestSupport
import Testing

@testable import Ingestion

@Suite struct FileSystemTests {
  private let folder = ScratchFolder()

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func `A file is read whole, whatever its size`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = RawPath(argument: folder.write(bytes, to: "file"))
    #expect(try FileSystem.bytes(of: path, limit: 1 << 20) == bytes)
  }

  @Test func `A file over the limit is refused without being read`() {
    let path = folder.write([], to: "sparse")
    unsafe truncate(path, 500 << 20)
    #expect(throws: FileFailure.tooLarge(bytes: 500 << 20, limit: 64 << 20)) {
      try FileSystem.bytes(of: RawPath(argument: path), limit: 64 << 20)
    }
  }

  @Test func `A file whose size is not told is read to its end, up to the limit`() throws {
    let path = RawPath(argument: "/proc/self/maps")
    #expect(try !FileSystem.bytes(of: path, limit: 1 << 24).isEmpty)
    #expect(throws: FileFailure.self) { try FileSystem.bytes(of: path, limit: 10) }
  }

  @Test func `A pipe is refused without waiting for a writer`() {
    let path = folder.file("pipe")
    unsafe mkfifo(path, 0o644)
    #expect(throws: FileFailure.special("a pipe")) {
      try FileSystem.bytes(of: RawPath(argument: path), limit: 1 << 20)
    }
  }

  @Test func `A failure while reading is told`() {
    #expect(throws: FileFailure.system(EIO)) {
      try FileSystem.bytes(of: RawPath(argument: "/proc/self/mem"), limit: 1 << 20)
    }
  }
}
