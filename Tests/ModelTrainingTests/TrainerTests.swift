import Documents
import LanguageAnalysis
import Testing

@testable import kb_train

/// A small network and a language of few words, in which capitals are names.
@Suite struct TrainerTests {
  private let names = ["Oslo", "Lima", "Rome"]
  private let nouns = ["tree", "stone", "river"]

  private func paragraphs() -> [TreebankParagraph] {
    (0..<24).map { index in
      var paragraph = Paragraphs.make([nouns[index % 3], names[index / 3 % 3], nouns[index / 9 % 3], names[index % 2]])
      for word in [1, 3] {
        paragraph.sentences[0].words[word].upos = .properNoun
        paragraph.sentences[0].words[word].entity = 1
      }
      return paragraph
    }
  }

  private func network(seed: UInt64, taught: [Example] = []) throws -> (TrainingNetwork, Vocabulary) {
    let paragraphs = paragraphs()
    let lists = WordLists(
      gazetteer: try Gazetteer("city\toslo lima"), clusters: try WordClusters("capital\t010101\trome oslo"),
      spelling: try Spelling("word\triver\trivre"),
      vectors: try PretrainedVectors("rome\t" + String(repeating: "P", count: PretrainedVectors.width)))
    var vocabulary = Vocabulary()
    for word in paragraphs.flatMap({ $0.sentences[0].words }) { vocabulary.count(TextKey(word.form.lowercased())) }
    let knowledge = Knowledge(Corpus(), CorpusVectors(bag: [], structured: []), lists, &vocabulary)
    var trainer = Trainer(epochs: 12)
    trainer.batchWords = 8
    trainer.rate = 0.01
    trainer.seed = seed
    (trainer.shape.input, trainer.shape.units, trainer.shape.layers) = (16, 16, 2)
    (trainer.shape.arc, trainer.shape.relation) = (16, 16)
    trainer.taught = taught
    trainer.taughtWords = taught.isEmpty ? 0 : 16
    return (trainer.train(paragraphs, vocabulary, knowledge, lists.spelling) { _, _ in }, vocabulary)
  }

  @Test func `Training twice gives the same weights, bit for bit, and another seed gives others`() throws {
    let (first, _) = try network(seed: 1)
    #expect(try network(seed: 1).0.finishedWords() == first.finishedWords())
    #expect(try network(seed: 2).0.finishedWords() != first.finishedWords())
  }

  @Test func `Teachers tell of text without annotations what they have learned, and a student learns from it`() throws {
    let (first, vocabulary) = try network(seed: 1)
    let ensemble = Ensemble(teachers: [Teacher(first), Teacher(try network(seed: 2).0)])
    let text = Example(Paragraphs.make(["stone", "Rome", "tree", "Lima"], upos: .other), vocabulary)
    let taught = ensemble.annotate(text)
    #expect((0..<4).map { taught.upos.best($0).map { UPOS.allCases[$0] } } == [.noun, .properNoun, .noun, .properNoun])
    #expect((0..<4).map { taught.entities.best($0) } == [0, 1, 0, 1])
    #expect(taught.headRows == [-1, 0, 0, 0])
    #expect(taught.sentences == [0..<4])
    #expect(try network(seed: 1, taught: [taught]).0.finishedWords() != first.finishedWords())
  }
}
