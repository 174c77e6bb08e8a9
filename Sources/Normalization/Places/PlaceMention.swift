public import Documents
public import PolicyModel

/// A place that the text names: a country, region, bloc, city or division.
public struct PlaceMention: Sendable, Hashable {
  /// What a place is.
  public enum Kind: String, Sendable, Hashable {
    case country, region, city, state
  }

  /// How the text names it.
  public enum Form: String, Sendable, Hashable {
    /// By a name.
    case name
    /// By the adjective or the people of a country ("Danish", "Danes").
    case demonym
    /// By a code of ISO 3166.
    case code
  }

  /// How it is known which place is meant, or that a place is meant at all.
  public enum Basis: String, Sendable, Hashable {
    /// The name has no other sense.
    case stated
    /// A place beside it tells ("Athens, Georgia").
    case qualified
    /// The words beside it tell ("in Chad", "Jordan's parliament").
    case context
    /// The other mentions or the country of the document tell.
    case document
    /// The one that English texts mean without more.
    case usual
  }

  /// Its bytes.
  public var range: ByteRange
  /// The usual English name.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// How the text names it.
  public var form: Form
  /// The country that it is or lies in; nil for regions and blocs.
  public var country: CountryCode?
  /// The members of a region or bloc on the document's day; empty for everything else.
  public var members: [CountryCode]
  /// How it is known.
  public var basis: Basis
}
