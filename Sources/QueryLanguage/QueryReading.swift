public import Documents

/// How a phrase was read: the query where there is one, what each part of the phrase was taken for, and what was not
/// understood.
public struct QueryReading: Sendable, Hashable {
  /// Some words of the phrase and what they were taken for.
  public struct Part: Sendable, Hashable {
    /// The words as written.
    public var words: String
    /// Where they stand.
    public var range: ByteRange
    /// What they were taken for, in the form of ``TypedQuery/description``.
    public var meaning: String
  }

  /// The phrase.
  public var phrase: String
  /// The query, or nil where the phrase has an error.
  public var query: TypedQuery?
  /// What was understood, in the order of the phrase.
  public var parts: [Part]
  /// What was not understood or is worth knowing, in the order of the phrase.
  public var diagnostics: [Diagnostic]
  /// The nearest phrases that can be read, best first; only where there is no query.
  public var suggestions: [String]

  /// Takes the query back where names in it stand for nothing, and says so at each.
  public mutating func refuse(_ unknown: [(name: String, nearest: [String])]) {
    guard !unknown.isEmpty, let subject = query?.subject else { return }
    query = nil
    for (name, nearest) in unknown {
      let hint =
        nearest.isEmpty
        ? "`kb query actors` lists the names; “about \(name)” looks for the words" : "did you mean \(nearest[0])?"
      diagnostics.append(
        Diagnostic(
          .error, code: "unknown-name", "nobody and nothing is named “\(name)” in this database",
          range: range(of: name), hint: hint))
      for phrase in nearest.map({ replacing(name, by: $0) }) where !suggestions.contains(phrase) {
        suggestions.append(phrase)
      }
    }
    if suggestions.isEmpty { suggestions = ["\(subject.rawValue) by \(subject.dimensions[0].rawValue)"] }
  }

  /// Looks a name for somebody or somewhere up as words of the text; false where no condition is only about it.
  public mutating func lookUpAsWords(_ name: String) -> Bool {
    guard var query else { return false }
    var isFound = false
    for (index, filter) in query.filters.enumerated() {
      switch filter {
      case .place([.name(name)]), .party(.recipient, [.name(name)]), .party(.involved, [.name(name)]),
        .publisher([name]):
        query.filters[index] = .words(name.split(separator: " ").map(String.init))
        isFound = true
      // "People displaced by floods": of who acts a name is expected.
      case .party(.agent, [.name(name)]) where query.subject == .statistics || query.subject == .documents:
        query.filters[index] = .words(name.split(separator: " ").map(String.init))
        isFound = true
      default: continue
      }
    }
    self.query = query
    return isFound
  }

  /// Whether a name is only where it happened, which texts tell of places that no fact is at: "the Red Sea".
  public func isOnlyPlace(_ name: String) -> Bool {
    query?.filters.contains(.place([.name(name)])) == true
  }

  /// Whether a name is only where figures come from ("deaths from Ebola"): a cause, where it is nobody.
  public func isOnlyOrigin(_ name: String) -> Bool {
    guard let query, query.subject == .statistics else { return false }
    return query.filters.contains {
      $0 == .publisher([name]) || $0 == .party(.agent, [.name(name)]) && isBehindFrom(name)
    }
  }

  private func isBehindFrom(_ name: String) -> Bool {
    parts.contains { $0.words.lowercased().hasPrefix("from ") && $0.words.hasSuffix(name) }
  }

  /// Takes what would have to be a publisher for who acts or is named; false where no condition is only about it.
  public mutating func readAsActor(_ name: String) -> Bool {
    guard var query else { return false }
    var isFound = false
    for (index, filter) in query.filters.enumerated() where filter == .publisher([name]) {
      query.filters[index] = .party(query.subject == .documents ? .involved : .agent, [.name(name)])
      isFound = true
    }
    self.query = query
    return isFound
  }

  /// The name's bytes in the phrase, in any case.
  private func range(of name: String) -> ByteRange? {
    let phrase = Array(phrase.utf8).map(TextBytes.lowered)
    let wanted = Array(name.utf8).map(TextBytes.lowered)
    guard !wanted.isEmpty, phrase.count >= wanted.count else { return nil }
    return (0...phrase.count - wanted.count).first { phrase[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { ByteRange($0, $0 + wanted.count) }
  }

  private func replacing(_ name: String, by other: String) -> String {
    guard let range = range(of: name) else { return phrase }
    let text = SourceText(phrase)
    return text[ByteRange(0, range.start)] + other + text[ByteRange(range.end, text.utf8Count)]
  }
}
