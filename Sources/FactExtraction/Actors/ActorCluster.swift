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

  mutating func add(surface: String) {
    if !surface.isEmpty, !surfaces.contains(surface) { surfaces.append(surface) }
  }

  mutating func add(role: String) {
    if !role.isEmpty, !roles.contains(role) { roles.append(role) }
  }
}
