internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Says which classes a phrase belongs to, from its head's lemma, its entity, its actor and its measures.
struct WordClassReader: Sendable {
  let reading: Reading
  let actors: ResolvedActors
  let classes: WordClasses
  private let entityOf: [Int32]
  private let any, name, money, number, date, several, place, person, organization, authority,
    judgment, partitive, storm, disaster, amounting: WordClasses.Members

  init(reading: Reading, actors: ResolvedActors, classes: WordClasses) {
    self.reading = reading
    self.actors = actors
    self.classes = classes
    var entityOf = [Int32](repeating: -1, count: reading.tokens.count)
    for (index, entity) in reading.analysis.entities.enumerated() {
      for token in entity.tokens { entityOf[token] = Int32(index) }
    }
    self.entityOf = entityOf
    func members(_ name: String) -> WordClasses.Members { classes[name] ?? .none }
    (any, name, money) = (members("any"), members("name"), members("money"))
    (number, date, person) = (members("number"), members("date"), members("person"))
    (several, place) = (members("several"), members("place"))
    (organization, authority, judgment) = (members("organization"), members("authority"), members("judgment"))
    (partitive, storm, disaster) = (members("partitive"), members("storm"), members("disaster"))
    amounting = members("amounting")
  }

  /// The classes that most agents belong to, so that an agent left out may be taken for one of them.
  var agents: WordClasses.Members { person.union(organization).union(authority).union(any) }

  /// The classes of bodies, for which "it" may stand.
  var bodies: WordClasses.Members { organization.union(authority) }

  /// The entity of a token.
  func entity(at token: Int) -> EntityMention? {
    entityOf[token] >= 0 ? reading.analysis.entities[Int(entityOf[token])] : nil
  }

  /// The classes of the phrase that a token heads.
  func classes(ofPhrase head: Int) -> WordClasses.Members {
    let isResolved = reading.tokens[head].upos == .pronoun && actors.actor(at: head) != nil
    var found = isResolved ? any : any.union(classes[reading.lemmaKey(head)]).union(classes[reading.formKey(head)])
    found = found.union(nameClasses(head))
    if let name = reading.tree.child(of: head, [.appos]), actors.actor(at: name) != nil {
      found = found.union(nameClasses(name))
    }
    if let title = title(of: head) {
      found = found.union(classes[reading.formKey(title)]).union(classes[reading.lemmaKey(title)])
    }
    if reading.isTime(head) { return found.union(date) }
    if reading.isMoney(at: head) || mayBeSum(found) && holdsSum(head) { found = found.union(money) }
    if reading.isCount(head) || hasCount(head) && !isMeasured(head) { found = found.union(number) }
    if isSeveral(head, found) { found = found.union(several) }
    let isOfOthers = found.meets(partitive) || isMeasured(head) || reading.tokens[head].upos == .numeral
    if isOfOthers, let counted = counted(under: head) { found = found.union(classes(ofPhrase: counted)) }
    return found
  }

  /// Whether a phrase that holds a sum may be one: not people, of whom it only tells something ("two men on suspicion of
  /// taking $500").
  private func mayBeSum(_ members: WordClasses.Members) -> Bool {
    !members.meets(person) || members.meets(partitive)
  }

  /// Whether a phrase has a sum, or a clause of it says how much it comes to: "loans totalling $200 million".
  private func holdsSum(_ head: Int) -> Bool {
    let clause = reading.tree.children(of: head, [.acl, .amod]).first {
      classes[reading.lemmaKey($0)].meets(amounting)
    }
    let phrase = reading.tree.phrase(headedBy: head)
    let end = clause == nil ? phrase.upperBound : reading.tree.subtree(of: head).upperBound
    return reading.measures(in: phrase.lowerBound..<end).contains { reading.isMoney(measure: $0) }
  }

  /// The word in front of a name that says what it names: "Justice" of "Justice Ana Reyes", "tanker" of "the tanker Prestige".
  private func title(of name: Int) -> Int? {
    guard reading.isProperNoun(name) else { return nil }
    return reading.tree.children(of: name, [.nmodDesc, .compound]).last { child in
      child < name
        && (reading.tokens[child].upos == .noun || classes[reading.formKey(child)].meets(person.union(judgment)))
    }
  }

  /// What a word like "total" or "phase" is of: "suspects" of "a total of 23 suspects", "railway" of "a section of the railway".
  private func counted(under head: Int) -> Int? {
    reading.tree.children(of: head, [.nmod]).first { child in
      child > head && (reading.tokens[child].upos != .pronoun || Self.people.contains(reading.formKey(child)))
        && reading.tree.caseMarker(of: child).map { reading.formKey($0) == Self.of } ?? false
    }
  }

  private static let of = TextKey("of")
  /// "Some of them", "two of whom".
  private static let people: KeySet = [TextKey("them"), TextKey("us"), TextKey("whom"), TextKey("those")]

  /// Whether a phrase is headed by a common noun of which no list says what it is.
  func isOpen(_ head: Int) -> Bool {
    guard reading.tokens[head].upos == .noun, !reading.isTime(head) else { return false }
    return classes[reading.lemmaKey(head)].union(classes[reading.formKey(head)]).isEmpty
  }

  /// Whether a phrase stands for more than one party: coordinated, or a plural or a number of people or bodies.
  private func isSeveral(_ head: Int, _ members: WordClasses.Members) -> Bool {
    if reading.tree.child(of: head, [.conj]) != nil { return true }
    return ([.nns, .nnps].contains(reading.tokens[head].xpos) || hasCount(head))
      && members.meets(person.union(organization).union(authority))
  }

  private func hasCount(_ head: Int) -> Bool {
    reading.tree.children(of: head).contains {
      reading.tokens[$0].relation == .nummod && reading.isCount($0)
    }
  }

  /// Whether a figure measures rather than counts: "65 billion kilowatt hours", "20 tonnes".
  private func isMeasured(_ head: Int) -> Bool {
    guard let figure = reading.tree.child(of: head, [.nummod]), let index = reading.measure(at: figure) else {
      return false
    }
    return switch reading.measures[index].value {
    case MeasureValue.number, MeasureValue.date: false
    default: true
    }
  }

  private func nameClasses(_ head: Int) -> WordClasses.Members {
    if isStorm(head) { return disaster }
    if let actor = actors.actor(at: head) { return name.union(classes(of: actors.actors[actor].kind)) }
    if let entity = entity(at: head) { return name.union(classes(of: entity.label)) }
    if reading.isProperNoun(head) { return name.union(organization) }
    switch reading.tokens[head].upos {
    case .pronoun where [.prp, .wp].contains(reading.tokens[head].xpos) && reading.form(head) != "it":
      if reading.form(head) == "they" { return person.union(organization).union(authority) }
      return reading.isFirstPerson(head) ? person.union(organization) : person
    // "A Belgian", "the wounded".
    case .adjective where reading.tree.child(of: head, [.det]) != nil: return person
    case .numeral: return counted(under: head) == nil ? person.union(number) : number
    default: return .none
    }
  }

  /// "Hurricane Mitch" is a disaster and nobody.
  private func isStorm(_ head: Int) -> Bool {
    guard reading.isProperNoun(head) else { return false }
    return reading.tree.children(of: head).contains {
      $0 < head && classes[reading.formKey($0)].meets(storm)
        && [.compound, .nmodDesc, .flat, .amod].contains(reading.tokens[$0].relation)
    }
  }

  private func classes(of kind: Actor.Kind) -> WordClasses.Members {
    switch kind {
    case .person: person
    case .court: organization.union(authority).union(judgment)
    case .agency, .military, .government: organization.union(authority)
    case .country: organization.union(authority).union(place)
    case .group: organization.union(person)
    case .media, .academic, .party, .company, .ngo, .international, .legislature: organization
    case .region: organization.union(place)
    }
  }

  private func classes(of label: EntityMention.Label) -> WordClasses.Members {
    switch label {
    case .person: person
    case .organization: organization.union(authority)
    case .location: organization.union(authority).union(place)
    case .nationality: person
    case .event, .miscellaneous: .none
    }
  }
}
