internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Tells by what signs a word belongs to a figure's metric or does not.
struct MetricWordSigns {
  let made: MetricWordings
  private let scale: String
  private let hasNoun: String
  private let role: String
  /// From the figure upwards.
  private let ancestors: [Int]
  /// The words that matter most for a figure, by name.
  private let landmarks: [(name: String, token: Int)]

  private static let deepest = 30

  private var reading: Reading { made.finder.reading }
  private var tree: DependencyTree { made.finder.tree }
  private var context: FigureContext { made.finder.context }

  init(_ made: MetricWordings) {
    self.made = made
    scale = made.candidate.scale.rawValue
    hasNoun = made.noun == nil ? "no-noun" : "noun"
    let context = made.finder.context
    let roles = context.roles(made.clause)
    role =
      roles.contains(.rise) ? "rise" : roles.contains(.fall) ? "fall" : roles.contains(.level) ? "level" : "other"
    var ancestors = [made.candidate.head]
    while let head = made.finder.tree.head(of: ancestors[ancestors.count - 1]), ancestors.count < Self.deepest {
      ancestors.append(head)
    }
    self.ancestors = ancestors
    let places: [(String, Int?)] = [
      ("noun", made.noun), ("subject", context.subject(of: made.clause)),
      ("object", made.finder.tree.child(of: made.clause, [.obj])), ("clause", made.clause),
    ]
    landmarks = places.compactMap { name, token in token.map { (name, $0) } }
  }

  /// Notes the signs of a word.
  func note(_ word: MetricWords.Word, in words: MetricWords, _ sink: inout some SignSink) {
    let rule = words.wordings[0].kind.rawValue
    let isInRule = word.wordings.contains(0) ? "in" : "out"
    sink.note("rule", isInRule)
    sink.note("rule", isInRule, rule)
    sink.note("rule", isInRule, rule, scale)
    for wording in word.wordings {
      for kind in words.kinds[wording] {
        sink.note("in", kind.rawValue)
        sink.note("in", kind.rawValue, scale)
        sink.note("in", kind.rawValue, rule)
      }
    }
    guard let token = word.token else {
      sink.note("place", "elsewhere")
      return
    }
    sink.note("rule", isInRule, rule, reading.tokens[token].relation.rawValue)
    noteTree(token, &sink)
    noteLandmarks(token, &sink)
  }

  private func noteTree(_ token: Int, _ sink: inout some SignSink) {
    let group = context.group(token, made.finder.actors)
    sink.note("upos", reading.tokens[token].upos.rawValue)
    sink.note("xpos", reading.tokens[token].xpos.rawValue)
    sink.note("rel", reading.tokens[token].relation.rawValue)
    sink.note("group", group)
    sink.note("group", group, scale)
    let distance = Self.bucket(self.distance(to: token))
    let side = token < made.candidate.head ? "before" : "behind"
    sink.note("near", side, distance)
    sink.note("near", side, distance, scale)
    // The way through the tree: up from the figure, then down to the word.
    var down: [Int] = []
    var current = token
    var up: Int?
    while true {
      up = ancestors.firstIndex(of: current)
      guard up == nil, let head = tree.head(of: current), down.count < Self.deepest else { break }
      down.append(current)
      current = head
    }
    let turn = up ?? 0
    func relation(_ token: Int?) -> String { token.map { reading.tokens[$0].relation.rawValue } ?? "none" }
    let (ups, downs) = (Self.number(turn), Self.number(down.count))
    sink.note("steps", ups, downs)
    sink.note("steps", ups, downs, scale)
    let firstUp = relation(turn > 0 ? ancestors[0] : nil)
    let lastUp = relation(turn > 0 ? ancestors[turn - 1] : nil)
    let (firstDown, lastDown) = (relation(down.last), relation(down.first))
    sink.note("turn", lastUp, firstDown)
    sink.note("turn", lastUp, firstDown, scale)
    sink.note("ends", firstUp, lastDown)
    sink.note("ends", lastUp, lastDown)
    sink.note("role", role, firstDown)
    sink.note("role", role, firstDown, scale)
  }

  private func noteLandmarks(_ token: Int, _ sink: inout some SignSink) {
    for (name, place) in landmarks {
      if place == token {
        sink.note("is", name)
        sink.note("is", name, scale, hasNoun)
        sink.note("is", name, role)
      } else if tree.head(of: token) == place {
        sink.note("of", name, reading.tokens[token].relation.rawValue)
        sink.note("of", name, reading.tokens[token].relation.rawValue, scale)
      }
      if tree.dominates(place, token) {
        sink.note("under", name)
        sink.note("under", name, scale)
        sink.note("under", name, Self.bucket(distance(to: token)))
      }
    }
  }

  private func distance(to token: Int) -> Int {
    let figure = made.candidate.tokens
    return token < figure.lowerBound ? figure.lowerBound - token : max(0, token - figure.upperBound) + 1
  }

  private static let numbers = (0...20).map(String.init)

  private static func number(_ value: Int) -> String { numbers[min(value, numbers.count - 1)] }

  private static func bucket(_ distance: Int) -> String {
    switch distance {
    case ..<4: number(distance)
    case ..<7: "4"
    case ..<12: "7"
    case ..<20: "12"
    default: "20"
    }
  }
}
