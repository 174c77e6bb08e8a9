import ArgumentParser
import DocumentReaders
import Documents
import FactExtraction
import Glibc
import Ingestion
import Lexicon

/// A user's own frames: the files that `--frames` names, and the folder `frames` beside a database.
struct FrameArguments: ParsableArguments {
  @Option(
    name: .customLong("frames"),
    help: ArgumentHelp(
      "Read kinds, words and roles of one's own, too: a YAML file or a folder of them.", valueName: "path"),
    completion: .file(extensions: ["yaml", "yml"]))
  private var paths: [String] = []

  private static let folder = "frames"

  /// The extractor with these frames, and the name under which its work is recorded.
  struct Extractor {
    var extractor: FactExtractor
    var version: String
  }

  /// The extractor of the embedded frames and the user's.
  ///
  /// - Parameter database: the database whose folder `frames` is read as well.
  func extractor(besides database: String? = nil) throws(Failure) -> Extractor {
    let files = try files(besides: database)
    guard !files.isEmpty else { return Extractor(extractor: FactExtractor(), version: Version.text) }
    do throws(FrameFileError) {
      let frames = try FrameLexicon.embedded.adding(files)
      return Extractor(extractor: FactExtractor(frames: frames), version: Self.version(of: files))
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  private func files(besides database: String?) throws(Failure) -> [FrameFile] {
    var sources: [String] = []
    if let database {
      let folder = Self.beside(database)
      if unsafe access(folder, F_OK) == 0 { sources += try Self.listed([folder]) }
    }
    sources += try Self.listed(paths)
    var files: [FrameFile] = []
    for source in sources where !files.contains(where: { $0.name == source }) {
      files.append(FrameFile(name: source, text: try InputFile.text(of: source)))
    }
    return files
  }

  /// The files themselves, and the YAML files of folders by their names.
  private static func listed(_ paths: [String]) throws(Failure) -> [String] {
    let found = SourceDiscovery(paths)
    if let problem = found.problems.first { throw Failure(.usage, "\(problem.source): \(problem.diagnostic.message)") }
    return found.files.map(\.source).filter { source in
      paths.contains(source) || source.hasSuffix(".yaml") || source.hasSuffix(".yml")
    }
  }

  private static func beside(_ database: String) -> String {
    guard let slash = database.lastIndex(of: "/") else { return folder }
    return String(database[...slash]) + folder
  }

  /// The program's version with a digest of the files, so that what older frames extracted is extracted again.
  private static func version(of files: [FrameFile]) -> String {
    let digest = DocumentReader.sha256(files.flatMap { Array($0.text.utf8) + [0] })
    return "\(Version.text)+frames.\(digest.prefix(12))"
  }
}
