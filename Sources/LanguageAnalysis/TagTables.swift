/// The tags, relations and labels by number: the order of their cases, which the model keeps them in.
package enum TagTables {
  /// The universal tags.
  package static let upos = UPOS.allCases
  /// The Penn tags.
  package static let xpos = XPOS.allCases
  /// The relations.
  package static let relations = DependencyRelation.allCases
  /// The labels of entities.
  package static let labels = EntityMention.Label.allCases
}
