import LanguageAnalysis

/// Teachers that annotate text together: what is wanted of each word are the means of their probabilities.
struct Ensemble {
  var teachers: [Teacher]

  /// Annotates the words of a batch of paragraphs.
  func annotate(_ batch: Example) -> Example {
    var batch = batch
    var opinions = teachers.map { $0.read(batch) }
    batch.sentences = sentences(batch, starts: mean(opinions.map(\.starts)))
    for index in teachers.indices { teachers[index].readSentences(batch, &opinions[index]) }
    batch.upos = Self.targets(mean(opinions.map(\.upos)), rows: batch.count)
    batch.xpos = Self.targets(mean(opinions.map(\.xpos)), rows: batch.count)
    batch.entities = Self.targets(mean(opinions.map(\.entities)), rows: batch.count)
    batch.heads = Targets()
    for (index, sentence) in batch.sentences.enumerated() {
      batch.heads.append(Self.targets(mean(opinions.map { $0.arcs[index] }), rows: sentence.count))
    }
    let headRows = batch.headRows
    let relations = zip(teachers, opinions).map { $0.relations($1, headRows) }
    batch.relations = Self.targets(mean(relations), rows: batch.count)
    batch.entityScheme = [EntityScheme](repeating: .opinions, count: batch.count)
    return batch
  }

  private func sentences(_ batch: Example, starts: [Float]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    for paragraph in batch.paragraphs {
      var start = paragraph.lowerBound
      for row in paragraph.dropFirst() where starts[row] > 0.5 {
        sentences.append(start..<row)
        start = row
      }
      sentences.append(start..<paragraph.upperBound)
    }
    return sentences
  }

  private func mean(_ values: [[Float]]) -> [Float] {
    var sums = values[0]
    for other in values.dropFirst() {
      for index in sums.indices { sums[index] += other[index] }
    }
    let share = 1 / Float(values.count)
    for index in sums.indices { sums[index] *= share }
    return sums
  }

  private static func targets(_ probabilities: [Float], rows: Int) -> Targets {
    let width = probabilities.count / max(rows, 1)
    var targets = Targets()
    for row in 0..<rows { targets.append(probabilities: probabilities[row * width..<(row + 1) * width]) }
    return targets
  }
}
