/// Full and short forms of one body's name.
extension ActorClusters {
  /// "The Constitutional Court" is the "Constitutional Court of South Africa" where no other begins like it.
  mutating func mergeShortForms() {
    var longer: [String: [Int]] = [:]
    let bodies = clusters.indices.filter { index in
      switch clusters[index].identity {
      case .organisation, .institution: true
      default: false
      }
    }
    for index in bodies {
      let words = clusters[index].name.split(separator: " ")
      guard words.count > 2 else { continue }
      for count in 2..<words.count { longer[words.prefix(count).joined(separator: " "), default: []].append(index) }
    }
    for index in bodies {
      guard let others = longer[clusters[index].name], others.count == 1,
        clusters[others[0]].kind == clusters[index].kind
      else { continue }
      move(index, into: others[0])
    }
  }

  private mutating func move(_ index: Int, into other: Int) {
    let moved = clusters[index]
    for surface in moved.surfaces { clusters[other].add(surface: surface) }
    clusters[other].mentions += moved.mentions
    clusters[other].isActor = clusters[other].isActor || moved.isActor
    clusters[index].mentions = []
    clusters[index].surfaces = []
    places[moved.identity] = other
    for (acronym, place) in acronyms where place == index { acronyms[acronym] = other }
  }
}
