internal import Documents
internal import PolicyModel

/// Names: countries and regions by any name, actors and places that the database knows, and unknown names.
extension QueryParser {
  /// A name with the number of its words.
  typealias NameReading = (reference: QueryReference, roles: KnownNames.Roles, count: Int)

  /// The longest country or region at a place.
  func placeReference(at start: Int) -> (place: QueryVocabulary.Place, count: Int)? {
    for count in stride(from: min(QueryVocabulary.longestTerm, tokens.count - start), to: 0, by: -1) {
      // Quotation marks make a name of what could be a country: by "Jordan".
      guard tokens[start..<start + count].allSatisfy({ !$0.isQuoted }) else { continue }
      let name = tokens[start..<start + count].map(\.text).joined(separator: " ")
      let places = vocabulary.places(named: name)
      guard let first = places.first else { continue }
      if places.count == 1 { return (first, count) }
      var codes: [CountryCode] = []
      for code in places.flatMap(\.codes) where !codes.contains(code) { codes.append(code) }
      let joined = places.map(\.name).joined(separator: " or ")
      return (QueryVocabulary.Place(name: joined, codes: codes, isRegion: first.isRegion), count)
    }
    return nil
  }

  /// The longest name at a place that the database knows.
  func knownName(at start: Int) -> (roles: KnownNames.Roles, count: Int)? {
    for count in stride(from: min(QueryVocabulary.longestTerm, tokens.count - start), to: 0, by: -1) {
      let roles = names[tokens[start..<start + count].map(\.folded).joined(separator: " ")]
      if !roles.isEmpty { return (roles, count) }
    }
    return nil
  }

  /// A country, a region or a known name, whichever is longer; a bloc that the database knows as an actor is that
  /// actor where `prefersActor`.
  func certainName(at start: Int, prefersActor: Bool) -> NameReading? {
    guard start < tokens.count else { return nil }
    if let government = nationalGovernment(at: start) { return government }
    if let holder = namedHolder(at: start, prefersActor: prefersActor) { return holder }
    let place = placeReference(at: start)
    let known = knownName(at: start)
    if let place, place.count >= known?.count ?? 0 {
      let isActor = place.count == known?.count && known?.roles.contains(.actor) == true
      let following = followingWords(at: start + place.count, isRegion: place.place.isRegion)
      if following > 0 || !(place.place.isOrganisation && isActor && prefersActor) {
        return (.countries(place.place.codes, name: place.place.name), [.place], place.count + following)
      }
    }
    guard let known else { return nil }
    return (.name(text(start..<start + known.count)), known.roles, known.count)
  }

  /// "Government" behind a country, which stands for it (the database counts a national government as its country),
  /// and "countries" behind a region.
  private func followingWords(at index: Int, isRegion: Bool) -> Int {
    guard index < tokens.count else { return 0 }
    if isRegion { return value(.dimension, at: index).flatMap { $0.value == "country" ? $0.count : nil } ?? 0 }
    guard let found = value(.subject, at: index), found.value == "actors:government",
      !tokens[index].folded.hasSuffix("s")
    else { return 0 }
    return found.count
  }

  /// The names in a slot behind a preposition: one or more, between "and", "or" and commas.
  func nameList(at start: Int, prefersActor: Bool = true) -> (names: [NameReading], count: Int)? {
    var found: [NameReading] = []
    var next = skippingCountries(skippingFillers(start))
    guard
      let first = smallCode(at: next) ?? certainName(at: next, prefersActor: prefersActor) ?? actorGroup(at: next)
        ?? unknownName(at: next)
    else { return nil }
    found.append(first)
    next += first.count
    while next < tokens.count {
      var joint = next
      if value(.clause, at: joint)?.value == "and" { joint = skippingFillers(joint + 1) }
      guard
        let name = certainName(at: joint, prefersActor: prefersActor)
          ?? (joint > next ? actorGroup(at: joint) ?? properName(at: joint) : nil),
        joint > next || longestTerm(at: joint) == nil
      else { break }
      found.append(name)
      next = joint + name.count
    }
    return (found, next - start)
  }

  /// The place behind "countries in" or "countries of", which stand for those of the region that follows.
  private func skippingCountries(_ index: Int) -> Int {
    guard let found = value(.dimension, at: index), found.value == "country", index + found.count < tokens.count,
      ["in", "of", "from", "across"].contains(tokens[index + found.count].folded)
    else { return index }
    let next = skippingFillers(index + found.count + 1)
    return placeReference(at: next) == nil ? index : next
  }

  /// A capitalised name that nothing knows, behind "and": "between Smith and Jones".
  private func properName(at index: Int) -> NameReading? {
    guard index < tokens.count, tokens[index].isCapitalised, longestTerm(at: index) == nil, period(at: index) == nil
    else { return nil }
    return unknownName(at: index)
  }

  /// A country's code in small letters where only a name can stand: "in the us".
  private func smallCode(at index: Int) -> NameReading? {
    guard index < tokens.count, !tokens[index].isQuoted, 2...3 ~= tokens[index].folded.utf8.count,
      longestTerm(at: index) == nil, let place = vocabulary.places(named: tokens[index].folded.uppercased()).first,
      !place.isRegion
    else { return nil }
    return (.countries(place.codes, name: place.name), [.place], 1)
  }

  /// `Senator Grassley`, `President Biden`: the name behind a title, where nobody is known by both.
  private func namedHolder(at start: Int, prefersActor: Bool) -> NameReading? {
    guard let title = value(.subject, at: start), title.value.hasPrefix("actors:office="), tokens[start].isCapitalised,
      Self.singular(tokens[start + title.count - 1].folded) == tokens[start + title.count - 1].folded,
      start + title.count < tokens.count, tokens[start + title.count].isCapitalised,
      knownName(at: start)?.count ?? 0 <= title.count
    else { return nil }
    let next = start + title.count
    guard let name = certainName(at: next, prefersActor: prefersActor) ?? unknownName(at: next) else { return nil }
    return (name.reference, name.roles, name.count + title.count)
  }

  /// "The government of France", which the database counts as France.
  private func nationalGovernment(at start: Int) -> NameReading? {
    let index = skippingFillers(start)
    guard let found = value(.subject, at: index), found.value == "actors:government",
      index + found.count < tokens.count,
      tokens[index + found.count].folded == "of"
    else { return nil }
    let next = skippingFillers(index + found.count + 1)
    guard let place = placeReference(at: next), !place.place.isRegion else { return nil }
    return (.countries(place.place.codes, name: place.place.name), [.place], next + place.count - start)
  }

  /// Actors by what they are: "agencies", "ministers"; "people" are everybody.
  func actorGroup(at index: Int) -> NameReading? {
    if let office = narrowedOffice(at: index) { return office }
    guard index < tokens.count, let found = value(.subject, at: index),
      found.count >= longestTerm(at: index)?.count ?? 0
    else { return nil }
    let pieces = found.value.split(separator: ":", maxSplits: 1).map(String.init)
    guard pieces.count == 2, pieces[0] == "actors" else { return nil }
    let next = index + found.count
    // "Ministry of Silly Walks" is a name.
    if tokens[index].isCapitalised, next < tokens.count, tokens[next].isCapitalised || tokens[next].folded == "of" {
      return nil
    }
    if pieces[1].hasPrefix("office=") { return (.office(String(pieces[1].dropFirst(7))), [.actor], found.count) }
    guard let kind = Actor.Kind(rawValue: pieces[1]), kind != .person, kind != .region else { return nil }
    return (.kind(kind), [.actor], found.count)
  }

  /// `health ministers`, `interior minister`: an office with the words before it that narrow it down.
  func narrowedOffice(at index: Int) -> NameReading? {
    var next = index
    while next < tokens.count, next - index < 3, !tokens[next].isQuoted, !tokens[next].isCapitalised,
      longestTerm(at: next) == nil
    {
      next += 1
    }
    guard next > index, let found = value(.subject, at: next), found.value.hasPrefix("actors:office="),
      !tokens[next].isCapitalised
    else { return nil }
    let words = text(index..<next) + " " + found.value.dropFirst("actors:office=".count)
    return (.office(words), [.actor], next + found.count - index)
  }

  /// A name that neither the data nor the database knows: a quotation, or the words up to the next part.
  private func unknownName(at start: Int) -> NameReading? {
    guard start < tokens.count else { return nil }
    if tokens[start].isQuoted { return (.name(tokens[start].text), [], 1) }
    var end = start
    while end < tokens.count, end - start < 8, !tokens[end].isQuoted {
      if end == start ? isPartStart(end) && !tokens[end].isCapitalised : endsName(end) { break }
      end += 1
    }
    return end == start ? nil : (.name(text(start..<end)), [], end - start)
  }

  /// Whether a name ends before `index`: at words of the language, but not at capitalised ones
  /// nor at an "of" between two ("Ministry of Defence").
  private func endsName(_ index: Int) -> Bool {
    if tokens[index].isCapitalised { return period(at: index) != nil }
    if Self.passiveWords.contains(tokens[index].folded) { return true }
    let isInside =
      tokens[index].folded == "of" && tokens[index - 1].isCapitalised && index + 1 < tokens.count
      && tokens[index + 1].isCapitalised
    return !isInside && isPartStart(index)
  }

  /// Whether a word at `index` opens another part, so that no name can hold it in small letters.
  private func isPartStart(_ index: Int) -> Bool {
    if period(at: index) != nil { return true }
    return longestTerm(at: index)?.meanings.contains { $0.role == .clause || $0.role == .order } ?? false
  }

  /// The words as written.
  func text(_ words: Range<Int>) -> String {
    tokens[words].map(\.text).joined(separator: " ")
  }

  // MARK: Names without a preposition

  /// A name before the subject that is longer than any term there: "Border Force arrests".
  mutating func readLeadingName() -> Bool {
    guard let name = certainName(at: position, prefersActor: true) else { return false }
    let termLength = longestTerm(at: position)?.count ?? 0
    guard name.count > termLength else { return false }
    return readName()
  }

  /// A known name where the grammar has no preposition: "French commitments", "arrests Belgium".
  mutating func readName() -> Bool {
    guard let name = certainName(at: position, prefersActor: true) else { return false }
    let words = position..<position + name.count
    draft.references.append(
      QueryDraft.BareReference(
        reference: name.reference, isActor: name.roles.contains(.actor),
        isLeading: !draft.hasSubject || isActing(before: words.upperBound), range: range(words),
        isNegated: draft.isDenied,
        isActing: isActing(before: words.upperBound) && subjectLength(at: words.upperBound) == nil,
        isStruck: isStruck(words), areCountries: endsInCountries(words)))
    position = words.upperBound
    return true
  }

  /// Whether something is done to whom the words name: "was Russia sanctioned", "Russia was sanctioned".
  private func isStruck(_ words: Range<Int>) -> Bool {
    func isPassive(_ index: Int) -> Bool {
      tokens.indices.contains(index) && Self.passiveWords.contains(tokens[index].folded)
    }
    func isParticiple(_ index: Int) -> Bool {
      index < tokens.count && value(.verb, at: index) != nil && !tokens[index].folded.hasSuffix("ing")
    }
    return isPassive(words.lowerBound - 1) && isParticiple(words.upperBound)
      || isPassive(words.upperBound) && isParticiple(words.upperBound + 1)
  }

  /// Whether a name is that of a region's countries: "EU member states", "African countries".
  private func endsInCountries(_ words: Range<Int>) -> Bool {
    words.count > 1 && placeReference(at: words.lowerBound)?.place.isRegion == true
      && (words.dropFirst().contains { value(.dimension, at: $0)?.value == "country" }
        || ["states", "nations"].contains(tokens[words.upperBound - 1].folded))
  }

  /// Whether a verb follows, so that the name before it is who acts: "commitments that Chile made".
  private func isActing(before index: Int) -> Bool {
    guard index < tokens.count else { return false }
    return value(.verb, at: index) != nil || ["made", "has", "have", "had"].contains(tokens[index].folded)
  }

  /// A capitalised name that nothing knows, where no word of the language is near: the database may know a part of it.
  mutating func readUnknownName() -> Bool {
    var end = position
    while end < tokens.count, tokens[end].isCapitalised, !tokens[end].isQuoted, longestTerm(at: end) == nil,
      period(at: end) == nil
    {
      end += 1
    }
    guard end > position,
      Nearest.words(to: tokens[position].folded, among: vocabulary.suggestible, limit: 1).isEmpty
    else { return false }
    let words = position..<end
    draft.references.append(
      QueryDraft.BareReference(
        reference: .name(text(words)), isActor: true, isLeading: !draft.hasSubject || isActing(before: end),
        range: range(words)))
    position = end
    return true
  }

  /// A quotation on its own: words to look for.
  mutating func readQuotedWords() -> Bool {
    guard tokens[position].isQuoted else { return false }
    add(.words([tokens[position].text]), from: position..<position + 1)
    position += 1
    return true
  }
}
