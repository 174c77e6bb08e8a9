import ArgumentParser
import DocumentReaders
import Documents
import Glibc

/// What is to be read, and what is known about it beforehand.
struct ReadingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files, folders with all below them, or `-` for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("Take this day of publication, whatever a document says.", valueName: "YYYY-MM-DD"),
    transform: Self.day)
  var date: CalendarDate?

  @Option(help: ArgumentHelp("Take this publisher, whatever a document says.", valueName: "name"))
  var publisher: String?

  @Option(help: ArgumentHelp("Work on so many documents at once (default: all cores).", valueName: "count"))
  private var jobs: Int?

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) ?? true else { throw ValidationError("--jobs must be at least 1") }
    guard !paths.contains("") else { throw ValidationError("a path is empty; name a file or folder") }
  }

  /// The options of the reader.
  var options: ReadingOptions { ReadingOptions(date: date, publisher: publisher) }

  /// The number of threads; never more than make sense.
  var threads: Int { min(jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 256) }

  static func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("'\(text)' is no day; write it as 2025-03-31")
    }
    return date
  }
}
