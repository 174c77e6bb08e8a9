internal import Documents
internal import PolicyModel
internal import Yams

/// Reads one frame of a file and checks every name in it.
struct FrameReader {
  let file: String
  let table: FactTable
  let classes: WordClasses

  private static let keys: Set = [
    "id", "kind", "verbs", "nouns", "adjectives", "modals", "roles", "needs", "bars", "status", "support", "counted",
    "confidence", "tenses",
  ]
  static let prepositions: Set = [
    "about", "across", "against", "among", "as", "at", "before", "between", "by", "for", "from", "in", "into", "of",
    "off", "on", "onto", "out", "over", "through", "to", "toward", "towards", "under", "upon", "with",
  ]

  func read(_ node: Node) throws(FrameFileError) -> FrameFileContents.Entry {
    var values: [String: Node] = [:]
    for (key, value) in try node.entries(in: file) {
      let name = try key.word(in: file)
      guard Self.keys.contains(name) else {
        throw mistake(key, "unknown key `\(name)`; allowed: \(Self.keys.sorted().joined(separator: ", "))")
      }
      values[name] = value
    }
    guard let id = try values["id"]?.word(in: file) else { throw mistake(node, "a frame wants an `id`") }
    var frame = Frame(
      id: id, table: table, kind: try kind(values["kind"], of: node), roles: try roles(values["roles"]),
      needs: try conditions(values["needs"]), bars: try conditions(values["bars"]),
      status: try status(values["status"]), support: try members(values["support"]),
      counted: try values["counted"]?.word(in: file), confidence: try confidence(values["confidence"]))
    frame.tenses = try tenses(values["tenses"])
    let words = try evokers(values)
    guard !words.isEmpty else { throw mistake(node, "a frame wants `verbs`, `nouns`, `adjectives` or `modals`") }
    return .init(
      frame: frame, words: words, verbs: try verbs(values["verbs"]),
      duplicate: mistake(node, "there is a frame `\(frame.rule)` already"))
  }

  private func mistake(_ node: Node, _ message: String) -> FrameFileError {
    FrameFileError(at: node, in: file, message)
  }

  private func kind(_ node: Node?, of frame: Node) throws(FrameFileError) -> FactKind? {
    guard let node else {
      guard table == .commitments else { throw mistake(frame, "a frame of \(table.rawValue) wants a `kind`") }
      return nil
    }
    guard let kind = FactKind(try node.word(in: file)) else {
      throw mistake(node, "a kind is a word in small letters")
    }
    return kind
  }

  private func status(_ node: Node?) throws(FrameFileError) -> String? {
    guard let node else { return nil }
    let allowed: [String] =
      switch table {
      case .events: Event.Status.allCases.map(\.rawValue)
      case .operations: Operation.Status.allCases.map(\.rawValue)
      default: Commitment.Status.allCases.map(\.rawValue)
      }
    let status = try node.word(in: file)
    guard allowed.contains(status) else { throw mistake(node, "a status is \(allowed.joined(separator: ", "))") }
    return status
  }

  private func tenses(_ node: Node?) throws(FrameFileError) -> Set<String> {
    var tenses: Set<String> = []
    for item in try node?.items(in: file) ?? [] {
      let tense = try item.word(in: file)
      guard Frame.tenseNames.contains(tense) else {
        throw mistake(item, "a tense is \(Frame.tenseNames.joined(separator: ", "))")
      }
      tenses.insert(tense)
    }
    return tenses
  }

  private func confidence(_ node: Node?) throws(FrameFileError) -> Double {
    guard let node else { return 0.7 }
    guard let value = Double(try node.word(in: file)), 0...1 ~= value else {
      throw mistake(node, "a confidence is a number from 0 to 1")
    }
    return value
  }

  private func roles(_ node: Node?) throws(FrameFileError) -> [(role: Frame.Role, slots: [Frame.Slot])] {
    var roles: [(role: Frame.Role, slots: [Frame.Slot])] = []
    for (key, value) in try node?.entries(in: file) ?? [] {
      guard let role = Frame.Role(rawValue: try key.word(in: file)), allowedRoles.contains(role) else {
        throw mistake(key, "a role is \(allowedRoles.map(\.rawValue).joined(separator: ", "))")
      }
      var slots: [Frame.Slot] = []
      for item in try value.items(in: file) { slots.append(try slot(item)) }
      roles.append((role, slots))
    }
    return roles
  }

  private var allowedRoles: [Frame.Role] {
    switch table {
    case .events: [.agent, .target, .participant]
    case .operations: [.lead, .target]
    default: [.maker, .recipient, .action]
    }
  }

  private func slot(_ node: Node) throws(FrameFileError) -> Frame.Slot {
    let word = try node.word(in: file)
    switch word {
    case "subject": return .subject
    case "object": return .object
    case "complement": return .complement
    case "compound": return .compound
    case "owner": return .owner
    case "phrase": return .phrase
    default:
      guard Self.prepositions.contains(word) else {
        throw mistake(node, "a place is subject, object, complement, compound, phrase, owner or a preposition")
      }
      return .preposition(TextKey(word))
    }
  }

  private func conditions(_ node: Node?) throws(FrameFileError) -> [Frame.Condition] {
    var conditions: [Frame.Condition] = []
    for (key, value) in try node?.entries(in: file) ?? [] {
      conditions.append(.init(slot: try slot(key), classes: try members(value)))
    }
    return conditions
  }

  private func members(_ node: Node?) throws(FrameFileError) -> WordClasses.Members {
    var members = WordClasses.Members.none
    for item in try node?.items(in: file) ?? [] {
      guard let found = classes[try item.word(in: file)] else {
        throw mistake(item, "no such class; there are \(classes.names.joined(separator: ", "))")
      }
      members = members.union(found)
    }
    return members
  }

  private func verbs(_ node: Node?) throws(FrameFileError) -> [String] {
    var verbs: [String] = []
    for item in try node?.items(in: file) ?? [] {
      if let verb = try item.word(in: file).split(separator: " ").first { verbs.append(String(verb)) }
    }
    return verbs
  }

  private func evokers(_ values: [String: Node]) throws(FrameFileError) -> [(TextKey, Frame.Evoker)] {
    var evokers: [(TextKey, Frame.Evoker)] = []
    let lists: [(String, Frame.Trigger)] = [
      ("verbs", .verb), ("nouns", .noun), ("adjectives", .adjective), ("modals", .modal),
    ]
    for (name, trigger) in lists {
      for item in try values[name]?.items(in: file) ?? [] {
        let words = try item.word(in: file).split(separator: " ").map(String.init)
        let head = trigger == .noun ? Self.nounHead(words) : 0
        guard !words.isEmpty else { throw mistake(item, "an evoking word is empty") }
        var others = words
        others.remove(at: head)
        evokers.append((TextKey(words[head]), .init(others: others.map { TextKey($0) }, trigger: trigger)))
      }
    }
    return evokers
  }

  /// The head of a compound or of a noun with a phrase behind it: the last word before the first preposition; the last
  /// of all behind a preposition ("on hunger strike").
  private static func nounHead(_ words: [String]) -> Int {
    if let first = words.first, prepositions.contains(first) { return words.count - 1 }
    let preposition = words.firstIndex { prepositions.contains($0) } ?? words.count
    return max(0, preposition - 1)
  }
}
