internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads the sums that a sentence gives after its first one without a verb of their own: by others ("Chad pledged $3
/// million, Niger $2 million and Mali $1 million"), for others ("$2 million for wells and $1 million for seed"), besides it
/// ("and a further $3 million") and as its shares ("including $2 million for wells and $1 million for
/// seed").
struct FurtherSums: Sendable {
  private let context: FrameContext

  private static let including = TextKey("including")
  private static let purposes: KeySet = KeySet(words: "for to towards from on into")
  private static let from = TextKey("from")
  /// The most tokens between a sum and its purpose, or between a giver and a sum.
  private static let reach = 3

  private let organizations: WordClasses.Members
  private let receivers: RecipientFinder

  init(context: FrameContext) {
    self.context = context
    receivers = RecipientFinder(context)
    organizations = context.lexicon.classes["organization"] ?? .none
  }

  private var reading: Reading { context.reading }

  /// The drafts of the further sums of a promise that has a sum.
  func drafts(after draft: CommitmentBuilder.Draft) -> [CommitmentBuilder.Draft] {
    let commitment = draft.proposal.fact
    guard let amount = commitment.amount else { return [] }
    let tokens = reading.sentences[commitment.evidence.sentence].tokens
    let sums = sums(in: tokens)
    guard sums.count > 1, let first = sums.firstIndex(where: { money(at: $0) == amount }) else { return [] }
    var drafts: [CommitmentBuilder.Draft] = []
    var end = sums[first].upperBound
    var isShare = false
    for sum in sums[(first + 1)...] {
      let between = end..<sum.lowerBound
      let isListed = isListed(sum, behind: between, in: tokens)
      if let word = between.first(where: { reading.formKey($0) == Self.including }) {
        guard sum.lowerBound - word <= Self.reach else { break }
        isShare = true
      } else if between.contains(where: isClause), !isListed {
        break
      }
      if isShare {
        if let purpose = purpose(behind: sum, in: tokens) {
          drafts.append(share(of: draft, sum, purpose..<phraseEnd(from: purpose, in: tokens)))
        }
      } else if let giver = giver(before: sum, in: between) {
        drafts.append(gift(like: draft, sum, giver))
      } else if isAnother(sum, end) {
        drafts.append(share(of: draft, sum, sum.upperBound..<sum.upperBound))
      } else if purpose(behind: sums[first], in: tokens) != nil || isListed,
        let purpose = purpose(behind: sum, in: tokens)
      {
        drafts.append(share(of: draft, sum, purpose..<phraseEnd(from: purpose, in: tokens)))
      } else {
        break
      }
      end = sum.upperBound
    }
    return drafts
  }

  /// "…, and Rs926 billion for debt": a sum that goes on with a list behind a relative clause.
  private func isListed(_ sum: Range<Int>, behind between: Range<Int>, in tokens: Range<Int>) -> Bool {
    guard purpose(behind: sum, in: tokens) != nil, between.count > 2,
      reading.tokens[between.upperBound - 1].upos == .coordinatingConjunction
    else { return false }
    return reading.tokens[between.upperBound - 2].xpos == .comma
  }

  /// The tokens of each sum of money.
  private func sums(in tokens: Range<Int>) -> [Range<Int>] {
    reading.measures(in: tokens).compactMap { index in
      guard reading.isMoney(measure: index) else { return nil }
      let own = tokens.filter { reading.measure(at: $0) == index }
      guard let first = own.first, let last = own.last else { return nil }
      return first..<last + 1
    }
  }

  private func money(at sum: Range<Int>) -> Money? { context.counts.money(in: sum) }

  /// "And a further 130 million euros".
  private func isAnother(_ sum: Range<Int>, _ end: Int) -> Bool {
    (max(end, sum.lowerBound - Self.reach)..<sum.lowerBound).contains { Self.others.contains(reading.formKey($0)) }
  }

  private static let others: KeySet = [
    TextKey("further"), TextKey("another"), TextKey("additional"), TextKey("extra"), TextKey("more"),
  ]

  /// Whether a word begins a clause of its own: a finite verb, or a relative.
  private func isClause(_ token: Int) -> Bool {
    [.vbd, .vbz, .vbp, .md, .wdt, .wp].contains(reading.tokens[token].xpos)
  }

  /// The actor named right before a sum, behind a comma or "and".
  private func giver(before sum: Range<Int>, in between: Range<Int>) -> Int? {
    guard let head = between.last(where: { giver(at: $0) != nil }), sum.lowerBound - head <= Self.reach,
      let name = giver(at: head), between.contains(name.lowerBound)
    else { return nil }
    var before = name.lowerBound - 1
    while before >= between.lowerBound, reading.tokens[before].upos == .determiner { before -= 1 }
    guard before >= between.lowerBound,
      reading.tokens[before].upos == .coordinatingConjunction || reading.tokens[before].upos == .punctuation,
      !(name.upperBound..<max(name.upperBound, sum.lowerBound)).contains(where: {
        reading.tokens[$0].upos == .adposition
      })
    else { return nil }
    return head
  }

  /// The tokens of a name, or of a body or people by their noun: "private companies".
  private func giver(at token: Int) -> Range<Int>? {
    if let name = name(at: token) { return name }
    guard reading.tokens[token].upos == .noun, organizations.meets(context.lexicon.classes[reading.lemmaKey(token)])
    else { return nil }
    var first = token
    while first > 0, [.adjective, .noun, .properNoun].contains(reading.tokens[first - 1].upos),
      reading.sentence(of: first - 1) == reading.sentence(of: token)
    {
      first -= 1
    }
    return first..<token + 1
  }

  /// The tokens of the name of an actor, or of a country or body that acts nowhere else.
  private func name(at token: Int) -> Range<Int>? {
    if let mention = context.actors.mention(at: token) { return mention.isName ? mention.tokens : nil }
    guard let entity = context.matcher.classReader.entity(at: token), [.location, .organization].contains(entity.label)
    else { return nil }
    return entity.tokens
  }

  private func purpose(behind sum: Range<Int>, in tokens: Range<Int>) -> Int? {
    (sum.upperBound..<min(sum.upperBound + Self.reach, tokens.upperBound)).first {
      Self.purposes.contains(reading.formKey($0))
    }
  }

  /// Where the phrase of a purpose ends: before the next sum, a stop or a clause.
  private func phraseEnd(from start: Int, in tokens: Range<Int>) -> Int {
    let end =
      (start + 1..<tokens.upperBound).first { token in
        reading.isMoney(at: token) || isClause(token) && token > start + 1
          || [.comma, .period].contains(reading.tokens[token].xpos)
      } ?? tokens.upperBound
    return reading.tokens[end - 1].upos == .coordinatingConjunction ? end - 1 : end
  }

  private func gift(
    like draft: CommitmentBuilder.Draft, _ sum: Range<Int>, _ giver: Int
  ) -> CommitmentBuilder.Draft {
    var gift = draft
    gift.act = sum.lowerBound
    gift.proposal.fact.makers = [party(of: giver)]
    gift.proposal.fact.amount = money(at: sum)
    gift.proposal.fact.action = reading.surface(sum)
    gift.proposal.fact.evidence.range = gift.proposal.fact.evidence.range.union(reading.tree.bytes(sum))
    return gift
  }

  /// A named giver as its actor, another by its words.
  private func party(of giver: Int) -> Party {
    if name(at: giver) != nil, let party = context.parties.parties([giver]).first { return party }
    let tokens = self.giver(at: giver) ?? giver..<giver + 1
    return Party(actor: nil, surface: reading.surface(tokens), range: reading.tree.bytes(tokens))
  }

  private func share(
    of draft: CommitmentBuilder.Draft, _ sum: Range<Int>, _ purpose: Range<Int>
  ) -> CommitmentBuilder.Draft {
    var share = draft
    // What the share is for tells it from the others.
    share.act = purpose.last { reading.tokens[$0].upos == .noun } ?? sum.lowerBound
    share.proposal.fact.amount = money(at: sum)
    share.proposal.fact.recipients = purpose.first.map { receivers.recipients(behind: $0, in: purpose) } ?? []
    if let first = purpose.first, reading.formKey(first) == Self.from {
      let givers = share.proposal.fact.recipients
      share.proposal.fact.recipients = draft.proposal.fact.recipients
      if !givers.isEmpty { share.proposal.fact.makers = givers }
    }
    share.proposal.fact.action = reading.surface(sum.lowerBound..<max(purpose.upperBound, sum.upperBound))
    share.proposal.fact.evidence.range = share.proposal.fact.evidence.range.union(
      reading.tree.bytes(sum.lowerBound..<max(purpose.upperBound, sum.upperBound)))
    return share
  }
}
