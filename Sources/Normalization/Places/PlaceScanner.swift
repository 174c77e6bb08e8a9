internal import Documents
internal import Lexicon
internal import PolicyModel

/// Finds the known names of places in the tokens of a stretch, with what the words beside them tell.
struct PlaceScanner {
  let names: KnownNames
  let words: PlaceWords
  let givenNames: GivenNames
  let titles: Titles
  let countries: Countries
  /// The number of the word "in".
  let inside: UInt16

  /// How many tokens a name may have.
  private static let longest = 12

  /// Adds the candidates of a stretch in order.
  func add(_ tokens: [Token], of bytes: Span<UInt8>, to found: inout [PlaceCandidate]) {
    let ranges = tokens.map { ByteRange(Int($0.start), Int($0.end)) }
    let reader = Reader(tokens: tokens, scanner: self)
    var index = 0
    var last: (end: Int, candidate: Int)?
    while index < tokens.count {
      guard reader.mayBegin(index, bytes) else {
        index += 1
        continue
      }
      let end = min(index + Self.longest, reader.boundary(behind: index))
      if let match = names.longestMatch(in: bytes, words: ranges, from: index, to: end) {
        let next = index + match.words
        let senses = match.senses.filter { !$0.isBody }
        // "University of Reading", "Downing Street": a body's name holds no place.
        if senses.count == match.senses.count, !senses.isEmpty, !reader.isSign(next) {
          var candidate = PlaceCandidate(
            range: ByteRange(ranges[index].start, ranges[next - 1].end), senses: senses,
            isAmbiguous: match.isAmbiguous, key: reader.key(index..<next, bytes))
          candidate.evidence = reader.evidence(index..<next, candidate, bytes)
          candidate.isDivision = reader.isDivision(next, bytes)
          if let last, reader.isLinked(last.end, index) {
            if reader.isSymbol(last.end, ",") || reader.isInside(last.end) {
              candidate.neighbour = last.candidate
              found[last.candidate].neighbour = found.count
            }
            if !found[last.candidate].isAmbiguous { candidate.evidence += 2 }
            if !candidate.isAmbiguous { found[last.candidate].evidence += 2 }
          }
          last = (next, found.count)
          found.append(candidate)
        }
        index = next
      } else if let code = reader.code(index, bytes) {
        var candidate = PlaceCandidate(
          range: ranges[index], senses: [.country(code)], isAmbiguous: false, key: reader.key(index..<index + 1, bytes))
        candidate.form = .code
        found.append(candidate)
        index += 1
      } else {
        index += 1
      }
    }
  }

  /// Looks at tokens of one stretch.
  private struct Reader {
    let tokens: [Token]
    let scanner: PlaceScanner

    private func token(_ index: Int) -> Token {
      index >= 0 && index < tokens.count ? tokens[index] : tokens[tokens.count - 1]
    }

    func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
      token(index).kind == .symbol && token(index).payload == UInt64(scalar.value)
    }

    /// A name begins with a capital or a letter outside ASCII.
    func mayBegin(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
      let token = tokens[index]
      guard token.kind == .word, token.isCapitalised || bytes[Int(token.start)] >= 0x80 else { return false }
      return !(token.gap == .none && index > 0 && tokens[index - 1].kind != .symbol)
    }

    /// The next empty line or the end.
    func boundary(behind index: Int) -> Int {
      var end = index
      while end < tokens.count, end - index <= PlaceScanner.longest, tokens[end].kind != .boundary { end += 1 }
      return end
    }

    func key(_ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt64 {
      TextKey(bytes.extracting(Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end))).value
    }

    private func key(_ index: Int, _ bytes: Span<UInt8>) -> TextKey {
      TextKey(bytes.extracting(Int(token(index).start)..<Int(token(index).end)), foldingCase: true)
    }

    private func roles(_ index: Int, _ bytes: Span<UInt8>) -> PlaceWords.Roles {
      token(index).kind == .word ? scanner.words[key(index, bytes)] : []
    }

    /// "US" in "US$5m": a sign of a currency is glued behind.
    func isSign(_ index: Int) -> Bool {
      token(index).kind == .symbol && token(index).gap == .none && [0x24, 0xA3, 0x20AC].contains(token(index).payload)
    }

    /// "In" or "in the" between two names: the second holds the first.
    func isInside(_ end: Int) -> Bool { token(end).kind == .word && token(end).word == scanner.inside }

    /// Whether only a comma, "and", "or", "in" or "in the" stands between two names.
    func isLinked(_ end: Int, _ next: Int) -> Bool {
      guard next - end == 1 else {
        return next - end == 2 && (isSymbol(end, ",") || isInside(end)) && token(end + 1).count <= 3
      }
      return isSymbol(end, ",") || isSymbol(end, "/") || token(end).kind == .word && token(end).count <= 3
    }

    /// Whether the token begins a sentence, so that its capital tells nothing.
    private func beginsSentence(_ index: Int) -> Bool {
      let before = token(index - 1)
      if index == 0 || before.kind == .boundary || token(index).gap == .line { return true }
      guard before.kind == .symbol else { return false }
      return [0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x201C, 0x2018, 0x2022].contains(before.payload)
    }

    /// What the words beside a name say for a place (above 0) or against it (below 0).
    func evidence(_ range: Range<Int>, _ candidate: PlaceCandidate, _ bytes: Span<UInt8>) -> Int {
      let (before, behind) = (range.lowerBound - 1, range.upperBound)
      let begins = beginsSentence(range.lowerBound)
      var evidence = 0
      if !begins {
        let roles = roles(before, bytes)
        if roles.contains(.preposition) { evidence += 3 }
        if roles.contains(.direction) { evidence += 3 }
      }
      if isApostrophe(behind), self.roles(behind + 2, bytes).contains(.state) { evidence += 3 }
      if self.roles(behind, bytes).contains(.acting) { evidence += 2 }
      if self.roles(behind, bytes).contains(.state), token(behind).gap != .line { evidence += 2 }
      let isPersonal = range.count == 1 && scanner.givenNames.gender(key(range.lowerBound, bytes)) != nil
      if isPerson(range, isPersonal, begins, bytes) { evidence -= 5 }
      // A capital inside a sentence marks a name: of a place, where people do not bear it.
      if !begins, !isPersonal, candidate.isAmbiguous, !token(before).isCapitalised { evidence += 1 }
      return evidence
    }

    /// "Michael Jordan", "Mr Reading", "Jordan Peterson".
    private func isPerson(_ range: Range<Int>, _ isPersonal: Bool, _ begins: Bool, _ bytes: Span<UInt8>) -> Bool {
      let (before, behind) = (range.lowerBound - 1, range.upperBound)
      let isAfterName = !begins || token(before).kind == .word
      if isAfterName, token(before).isCapitalised, token(range.lowerBound).gap == .blank {
        if scanner.givenNames.gender(key(before, bytes)) != nil { return true }
        if scanner.titles.isHonorific(text(before, bytes)) { return true }
      }
      return isPersonal && token(behind).kind == .word && token(behind).isCapitalised && !token(behind).isUpper
        && token(behind).gap == .blank
    }

    /// "Kharkiv region", "Zürich canton".
    func isDivision(_ index: Int, _ bytes: Span<UInt8>) -> Bool { roles(index, bytes).contains(.division) }

    private func isApostrophe(_ index: Int) -> Bool { isSymbol(index, "'") || isSymbol(index, "’") }

    /// "(DE)", "FR, DE and IT": a code of ISO 3166 in brackets or among others.
    func code(_ index: Int, _ bytes: Span<UInt8>) -> CountryCode? {
      guard let code = bareCode(index, bytes) else { return nil }
      if isSymbol(index - 1, "("), isSymbol(index + 1, ")") { return code }
      let first = isListed(index + 2, behind: index + 1, bytes)
      let second = isListed(index - 2, behind: index - 1, bytes)
      let isOneOfThree =
        first && (second || isListed(index + 4, behind: index + 3, bytes))
        || second && isListed(index - 4, behind: index - 3, bytes)
      return isOneOfThree ? code : nil
    }

    private func isListed(_ index: Int, behind joint: Int, _ bytes: Span<UInt8>) -> Bool {
      (isSymbol(joint, ",") || isSymbol(joint, "/") || token(joint).count == 3 && token(joint).kind == .word)
        && bareCode(index, bytes) != nil
    }

    private func text(_ index: Int, _ bytes: Span<UInt8>) -> String {
      var letters: [UInt8] = []
      for place in Int(token(index).start)..<Int(token(index).end) { letters.append(bytes[place]) }
      return String(decoding: letters, as: UTF8.self)
    }

    private func bareCode(_ index: Int, _ bytes: Span<UInt8>) -> CountryCode? {
      let token = token(index)
      guard token.kind == .word, token.isUpper, 2...3 ~= token.count else { return nil }
      let text = text(index, bytes)
      return token.count == 2
        ? CountryCode(text).flatMap { scanner.countries[$0]?.code } : scanner.countries.code(alpha3: text)
    }
  }
}

extension KnownNames.Sense {
  /// Whether it is an organisation or stands for one.
  var isBody: Bool {
    switch self {
    case .institution, .metonym: true
    default: false
    }
  }
}
