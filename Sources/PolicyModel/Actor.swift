public import Documents

/// Somebody or something named that acts, is acted upon, speaks or is spoken for.
public struct Actor: Sendable, Hashable {
  /// What an actor is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, country, region, government, agency, legislature, court, military, international, party, company
    case ngo, media, academic, group
  }

  /// One occurrence in the text.
  public struct Mention: Sendable, Hashable {
    /// Where.
    public var range: ByteRange
    /// The words; a pronoun or description ("the agency") counts.
    public var surface: String

    /// Makes a mention.
    public init(range: ByteRange, surface: String) {
      self.range = range
      self.surface = surface
    }
  }

  /// The canonical, full name without honorific.
  public var name: String
  /// The name by which all documents' mentions of a known body are one, whatever each calls it; nil where only the
  /// name itself can tell.
  public var identity: String?
  /// Other surface forms in the document, without pronouns and descriptions, in order of appearance.
  public var aliases: [String]
  /// What it is.
  public var kind: Kind
  /// The state of a person's office or of an organisation, or a country itself.
  public var country: CountryCode?
  /// A person's titles as the document gives them, without country or employer, in order of appearance.
  public var roles: [String]
  /// Every occurrence in text order.
  public var mentions: [Mention]

  /// Makes an actor.
  public init(
    name: String, identity: String? = nil, aliases: [String] = [], kind: Kind, country: CountryCode? = nil,
    roles: [String] = [], mentions: [Mention] = []
  ) {
    self.name = name
    self.identity = identity
    self.aliases = aliases
    self.kind = kind
    self.country = country
    self.roles = roles
    self.mentions = mentions
  }
}
