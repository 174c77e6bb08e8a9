import Documents

/// British spellings of American words, from spelling.tsv.
struct Spelling {
  /// What an ending must have before it.
  private static let shortestStem = 4
  private var words: [String: String] = [:]
  private var endings: [(american: String, british: String)] = []

  init(_ text: String) throws {
    var stems: [(american: String, british: String)] = []
    var stemEndings = [""]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map { String($0) }
      switch (cells[0], cells.count) {
      case ("word", 3): words[cells[1]] = cells[2]
      case ("stem", 3): stems.append((cells[1], cells[2]))
      case ("ending", 3): endings.append((cells[1], cells[2]))
      case ("endings", 2): stemEndings += cells[1].split(separator: " ").map { String($0) }
      default: throw TreebankError(description: "spelling.tsv: cannot read: \(line)")
      }
    }
    for (american, british) in stems {
      for ending in stemEndings { words[american + ending] = british + ending }
    }
  }

  /// The British spelling of a word that has one of its own, its first letter's case kept; nil for others.
  func british(_ word: String) -> String? {
    let small = word.lowercased()
    guard let british = words[small] ?? respelt(small) else { return nil }
    if word == small { return british }
    guard word.dropFirst() == small.dropFirst() else { return british.uppercased() }
    return british.prefix(1).uppercased() + british.dropFirst()
  }

  private func respelt(_ word: String) -> String? {
    for (american, british) in endings where word.hasSuffix(american) {
      let stem = word.dropLast(american.count)
      return stem.utf8.count >= Self.shortestStem ? stem + british : nil
    }
    return nil
  }
}

extension TreebankParagraph {
  /// The paragraph in British spelling; nil where that changes nothing.
  func inBritishSpelling(_ spelling: Spelling) -> TreebankParagraph? {
    var paragraph = self
    var respelt = ""
    var place = 0
    var isChanged = false
    for sentence in sentences.indices {
      for word in sentences[sentence].words.indices {
        let range = sentences[sentence].words[word].range
        respelt += text[ByteRange(place, range.start)]
        let start = respelt.utf8.count
        let british = spelling.british(sentences[sentence].words[word].form)
        if british != nil { isChanged = true }
        respelt += british ?? String(text[range])
        paragraph.sentences[sentence].words[word].range = ByteRange(start, respelt.utf8.count)
        place = range.end
      }
    }
    respelt += text[ByteRange(place, text.range.end)]
    paragraph.text = SourceText(respelt)
    return isChanged ? paragraph : nil
  }
}
