import Glibc
import TestSupport

/// Small invented documents with facts of every kind, the same for the same seed.
enum InventedCorpus {
  private static let actors = [
    "The Ministry of Transport", "Norway", "The Coast Guard", "Finance Minister Ada Lindqvist", "The World Bank",
    "Portugal", "The Harbour Authority",
  ]
  private static let acts = [
    "pledged €%d million for new ferries", "seized %d boats near the estuary in May 2024",
    "will hire %d inspectors by 2027", "arrested %d men in Lisbon on 3 June 2024",
    "signed an agreement with Iceland on fishing", "said that %d ports had closed since 2019",
    "counted %d vessels last year", "promised to deliver %d radios to the islands",
  ]

  /// Writes so many documents of a few sentences into a folder below `folder`.
  static func write(_ count: Int, to name: String, in folder: ScratchFolder, seed: UInt64 = 1) {
    unsafe mkdir(folder.file(name), 0o755)
    var generator = SeededGenerator(seed: seed)
    for number in 0..<count {
      var text = "Notice \(number)\n\n"
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let actor = actors[Int.random(in: 0..<actors.count, using: &generator)]
        let act = acts[Int.random(in: 0..<acts.count, using: &generator)]
        let figure = String(Int.random(in: 2...900, using: &generator))
        text += "\(actor) \(act.split(separator: "%d", omittingEmptySubsequences: false).joined(separator: figure)). "
      }
      folder.write(Array(text.utf8), to: "\(name)/2024-03-\(10 + number % 20)-notice-\(number).txt")
    }
  }
}
