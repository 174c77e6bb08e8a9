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
      guard roles.contains(.double) || roles.contains(.halve), isClaim(token) else { return nil }
      guard
        let percent = context.words.change(of: reading.formKey(token))
          ?? context.words.change(of: reading.lemmaKey(token))
      else { return nil }
      guard let subject = thing(token) else { return nil }
      return Found(
        token: token, subject: subject, percent: percent, change: roles.contains(.halve) ? .decrease : .increase,
        comparator: comparator(before: token))
    }
  }

  /// Whether the word states what happened: a past verb, whatever the tagger makes of it, or "double the figure".
  private func isClaim(_ token: Int) -> Bool {
    let form = reading.form(token)
    if form.hasSuffix("ed") { return !hasModal(token) }
    if [.vbz, .vbp].contains(reading.tokens[token].xpos), form.hasSuffix("s") { return !hasModal(token) }
    guard form == "double" || form == "triple" || form == "twice", token + 1 < reading.tokens.count else {
      return false
    }
    guard reading.tokens[token + 1].upos == .determiner else { return false }
    if reading.tokens[token].upos != .verb { return true }
    return token > 0
      && (Self.nearly.contains(reading.form(token - 1)) || [",", "than"].contains(reading.form(token - 1)))
  }

  private func hasModal(_ token: Int) -> Bool {
    reading.tree.children(of: token, [.aux]).contains { reading.tokens[$0].xpos == .md }
  }

  /// What is multiplied: the object, or else the subject, or else the noun before.
  private func thing(_ verb: Int) -> Int? {
    let sentence = reading.sentences[reading.sentence(of: verb)].tokens
    let named = reading.tree.child(of: verb, [.obj]) ?? context.subject(of: verb)
    if let named, context.isNoun(named) { return named }
    return (sentence.lowerBound..<verb).last { reading.tokens[$0].upos == .noun }
  }

  private func comparator(before token: Int) -> Comparator {
    guard token > 0 else { return .equal }
    let form = reading.form(token - 1)
    if Self.nearly.contains(form) { return .approximately }
    return form == "than" && token > 1 && Self.over.contains(reading.form(token - 2)) ? .greater : .equal
  }
}
