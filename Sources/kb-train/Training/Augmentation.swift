import Documents
import LanguageAnalysis

extension TreebankParagraph {
  /// The paragraph in capitals, as headlines are; only ASCII letters change, so every range stays.
  var inCapitals: TreebankParagraph { changing { TextBytes.isLower($0) ? $0 & 0xDF : $0 } }

  /// The paragraph in small letters, as messages are.
  var inSmallLetters: TreebankParagraph { changing(TextBytes.lowered) }

  private func changing(_ change: (UInt8) -> UInt8) -> TreebankParagraph {
    var paragraph = self
    let bytes = text.string.utf8.map(change)
    paragraph.text = SourceText(String(decoding: bytes, as: UTF8.self))
    return paragraph
  }

  /// The paragraph without punctuation and with blanks between all words, as text that was stripped of its signs.
  /// Sentences in which a word hangs below a sign are left out, and words of signs only are kept out of names.
  var withoutPunctuation: TreebankParagraph {
    var paragraph = self
    var stripped = ""
    paragraph.sentences = []
    for sentence in sentences {
      let isKept = sentence.words.map { $0.upos != .punctuation }
      let isWhole = sentence.words.enumerated().allSatisfy { index, word in
        !isKept[index] || word.head < 0 || isKept[word.head]
      }
      guard isWhole, isKept.contains(true) else { continue }
      var places: [Int] = []
      var count = 0
      for kept in isKept {
        places.append(count)
        count += kept ? 1 : 0
      }
      var words: [TreebankWord] = []
      for (index, word) in sentence.words.enumerated() where isKept[index] {
        var word = word
        let start = stripped.utf8.count
        stripped += word.form
        word.range = ByteRange(start, stripped.utf8.count)
        if word.head >= 0 { word.head = places[word.head] }
        stripped += " "
        words.append(word)
      }
      paragraph.sentences.append(TreebankSentence(identifier: sentence.identifier, words: words))
    }
    paragraph.text = SourceText(stripped)
    return paragraph
  }
}

extension Example {
  /// The same words with some sentences read together with the one before, where that ends without a mark: where lines
  /// of names and headings stand one after another, the ends of sentences are often not found, but names still end
  /// there. Of the roots of all but the first of sentences read together nothing is wanted.
  func joiningSentences(share: Float, _ random: inout SplitMix) -> Example {
    let mark = UPOS.allCases.firstIndex(of: .punctuation)
    var example = self
    (example.sentences, example.heads, example.relations) = ([], Targets(), Targets())
    for sentence in sentences {
      let opens = paragraphs.contains { $0.lowerBound == sentence.lowerBound }
      let isJoined = !opens && upos.best(sentence.lowerBound - 1) != mark && random.unit() < share
      let start = isJoined ? example.sentences.removeLast().lowerBound : sentence.lowerBound
      if isJoined { example.hiddenStarts.append(sentence.lowerBound) }
      example.sentences.append(start..<sentence.upperBound)
      for row in sentence {
        if let head = heads.best(row), let relation = relations.best(row), head > 0 || !isJoined {
          example.heads.append(head > 0 ? head + sentence.lowerBound - start : head)
          example.relations.append(relation)
        } else {
          example.heads.appendNothing()
          example.relations.appendNothing()
        }
      }
    }
    return example
  }
}
