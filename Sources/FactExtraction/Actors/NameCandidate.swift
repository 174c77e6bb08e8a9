internal import Lexicon
internal import PolicyModel

/// A run of tokens that may name an actor, as the reader of names takes it on its own.
struct NameCandidate: Sendable {
  enum Sense: Sendable, Hashable {
    case person
    case organisation(Actor.Kind)
    /// An index into the lexicon's institutions.
    case institution(Int)
    case country(CountryCode)
    /// A nationality: "British", "the Danes".
    case people(CountryCode)
    /// A capital or building that stands for a government where it acts.
    case seat(CountryCode)
    /// An index into the lexicon's regions.
    case region(Int)
    /// A city or division, with its country where it is known.
    case place(CountryCode?)
    /// An office without its holder: "the Chancellor of the Exchequer".
    case office
    /// A law, a plan, a street: what bears a name but does not act.
    case thing
    /// A capitalised run that nothing is known of.
    case unknown
  }

  /// The tokens of the name, without article, title and form of address.
  var tokens: Range<Int>
  var sense: Sense
  /// All that a known name can stand for, where that is more than one thing.
  var alternatives: [KnownNames.Sense] = []
  /// The organisation that a capital stands for before its country, as an index into the lexicon's regions.
  var seated: Int?
  /// The country that the words around it give: a nationality before it, a place in it, a possessor.
  var country: CountryCode?
  /// A title before the name, without a form of address.
  var title: Range<Int>?
  /// Whether a title or form of address stands before the name.
  var isAddressed = false
  /// Whether a woman ("Ms") or a man ("Mr") is addressed.
  var gender: Gender?
  /// Whether a noun beside it says what it is: "the exporter Severn".
  var isDescribed = false
  /// Whether it is a common noun for a body that a state has one of: "the central bank".
  var isCommon = false
  /// Whether nothing but the recogniser's label speaks for its sense.
  var isGuess = false
  /// Whether its known name means something else as well.
  var isAmbiguous = false
  /// Whether it is a line of the letterhead, and so the name of who issues the document.
  var isLetterhead = false
  /// Whether it stands in a headline, where capitals prove nothing.
  var isHeadline = false

  enum Gender: Sendable { case female, male }
}
