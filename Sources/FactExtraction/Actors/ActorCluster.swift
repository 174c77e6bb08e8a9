internal import PolicyModel

/// All that one document says of one actor, while its mentions are gathered.
struct ActorCluster: Sendable {
  /// What makes two mentions one actor.
  enum Identity: Sendable, Hashable {
    case country(CountryCode)
    case institution(Int)
    case region(Int)
    case person(Int)
    /// The words of an organisation that tell it from others.
    case organisation(String)
    case place(String)
  }

  var identity: Identity
  var name: String
  var kind: Actor.Kind
  var country: CountryCode?
  /// Names as written, each once, in order of appearance.
  var surfaces: [String] = []
  var roles: [String] = []
  var gender: NameCandidate.Gender?
  /// The tokens of its mentions; `isName` is false for pronouns and descriptions.
  var mentions: [(tokens: Range<Int>, isName: Bool)] = []
  /// Whether something shows that it is an actor of the document and no mere place or capitalised phrase.
  var isActor = false

  /// The words of its names, in small letters.
  var words: Set<String> = []
  /// The words of its roles, in small letters.
  var roleWords: Set<String> = []

  mutating func add(surface: String) {
    guard !surface.isEmpty, !surfaces.contains(surface) else { return }
    surfaces.append(surface)
    words.formUnion(Self.words(of: surface))
  }

  mutating func add(role: String) {
    guard !role.isEmpty, !roles.contains(role) else { return }
    roles.append(role)
    roleWords.formUnion(Self.words(of: role))
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { $0 == " " || $0 == "\n" || $0 == "-" || $0 == "," }.map(String.init)
  }
}
