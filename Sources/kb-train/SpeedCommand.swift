import ArgumentParser
import Documents
import Foundation
import LanguageAnalysis

/// Times the whole analysis on one core.
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: "Time the whole analysis of an archive of texts on one core.")

  @Option(help: "An archive of texts, packed with xz.")
  var archive: String

  @Option(help: "The model file; the embedded model if none is given.")
  var model: String?

  func run() throws {
    let analyzer = try LanguageAnalyzer.reading(model)
    let documents = try Corpus.unpack(archive).string.split(separator: "\n").map { line in
      Document(source: "", text: SourceText(String(line)))
    }
    var tokens = 0
    let start = clock()
    for document in documents { tokens += analyzer.analyze(document).tokens.count }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    print("\(tokens) tokens, \(Int(Double(tokens) / seconds)) a second of one core")
  }
}

extension LanguageAnalyzer {
  /// An analyser of a model file, or of the embedded model where no path is given.
  static func reading(_ path: String?) throws -> LanguageAnalyzer {
    guard let path else { return LanguageAnalyzer() }
    return LanguageAnalyzer(LanguageModel(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
  }
}
