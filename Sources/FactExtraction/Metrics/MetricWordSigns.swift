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
  /// From the figure.
  private let path: TreePath
  /// The words that matter most for a figure, by name.
  private let landmarks: [(name: String, token: Int)]

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
    path = TreePath(from: made.candidate.head, in: made.finder.reading)
    let places: [(String, Int?)] = [
      ("noun", made.noun), ("subject", context.subject(of: made.clause)),
      ("object", made.finder.tree.child(of: made.clause, [.obj])), ("clause", made.clause),
    ]
    landmarks = places.compactMap { name, token in token.map { (name, $0) } }
  }

  /// Notes the signs of a word.
  func note(_ word: MetricWords.Word, in words: MetricWords, _ sink: inout some SignSink) {
    let rule = words.wordings[0].kind.rawValue
    let isInRule = word.isByRule ? "in" : "out"
    sink.note("rule", isInRule)
    sink.note("rule", isInRule, rule)
    sink.note("rule", isInRule, rule, scale)
    for kind in word.kinds {
      sink.note("in", kind.rawValue)
      sink.note("in", kind.rawValue, scale)
      sink.note("in", kind.rawValue, rule)
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
    let turn = path.turn(to: token)
    let (ups, downs) = (Self.number(turn.ups), Self.number(turn.downs))
    sink.note("steps", ups, downs)
    sink.note("steps", ups, downs, scale)
    let (firstUp, lastUp) = (path.relation(up: 0, turn), path.relation(up: turn.ups - 1, turn))
    let firstDown = path.relation(down: turn.downs - 1, to: token, turn)
    let lastDown = path.relation(down: 0, to: token, turn)
    sink.note("turn", lastUp, firstDown)
    sink.note("turn", lastUp, firstDown, scale)
    sink.note("ends", firstUp, lastDown)
    if turn.ups > 1, lastUp != firstUp { sink.note("ends", lastUp, lastDown) }
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
