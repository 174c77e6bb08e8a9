internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds changes that a word states without a figure: "doubled" is an increase by 100 percent.
struct Multiples {
  let context: FigureContext

  /// A word of multiplication with its subject and its change.
  struct Found {
    var token: Int
    var subject: Int
    var percent: Int
    var change: Statistic.Change
    var comparator: Comparator
  }

  private static let nearly: Set<String> = ["almost", "nearly", "about", "roughly", "around", "approximately"]
  private static let over: Set<String> = ["more", "over"]

  private var reading: Reading { context.reading }

  /// The verbs of multiplication in text order; future ones are no claims.
  func found() -> [Found] {
    reading.tokens.indices.compactMap { token in
      let roles = context.roles(token)
      guard reading.tokens[token].upos == .verb, roles.contains(.double) || roles.contains(.halve) else { return nil }
      guard let percent = context.words.change(of: reading.lemmaKey(token)), isPast(token) else { return nil }
      guard let subject = thing(token) else { return nil }
      return Found(
        token: token, subject: subject, percent: percent, change: roles.contains(.halve) ? .decrease : .increase,
        comparator: comparator(before: token))
    }
  }

  private func isPast(_ token: Int) -> Bool {
    if [.vbd, .vbn].contains(reading.tokens[token].xpos) { return !hasModal(token) }
    return [.vbz, .vbp].contains(reading.tokens[token].xpos)
  }

  private func hasModal(_ token: Int) -> Bool {
    reading.tree.children(of: token, [.aux]).contains { reading.tokens[$0].xpos == .md }
  }

  /// What is multiplied: the object, or else the subject.
  private func thing(_ verb: Int) -> Int? {
    let thing = reading.tree.child(of: verb, [.obj]) ?? context.subject(of: verb)
    return thing.flatMap { context.isNoun($0) ? $0 : nil }
  }

  private func comparator(before token: Int) -> Comparator {
    guard token > 0 else { return .equal }
    let form = reading.form(token - 1)
    if Self.nearly.contains(form) { return .approximately }
    return form == "than" && token > 1 && Self.over.contains(reading.form(token - 2)) ? .greater : .equal
  }
}
