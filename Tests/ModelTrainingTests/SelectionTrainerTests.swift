import Foundation
import Testing

@testable import kb_train

@Suite struct SelectionTrainerTests {
  private func figure(_ document: Int) throws -> LabelledSelection {
    let words = (0..<4).map { index in
      #"{"isWanted": \#(index == 0), "signs": ["place=\#(index == 0 ? "noun" : "other")", "near=\#(index)"]}"#
    }
    return try JSONDecoder().decode(
      LabelledSelection.self,
      from: Data(
        #"{"document": "\#(document)", "place": "metric", "options": [\#(words.joined(separator: ","))]}"#.utf8))
  }

  @Test func optionsAreToldApartByTheirSigns() throws {
    let trainer = SelectionTrainer([try (0..<20).map(figure), []])
    let model = trainer.train()
    #expect(model.weights["place=noun", default: 0] > 0.5)
    let scores = trainer.heldOut()
    #expect(scores.selections == 20)
    #expect(scores.options == 80)
    #expect(scores.precision == 1 && scores.recall == 1)
    #expect(scores.loss < 0.3)
  }
}

@Suite struct FactTrainerTests {
  /// A legislator's document whose proposals all have a fact, as the judge of it saw them.
  private func document(_ number: Int, misread: Bool) throws -> LabelledProposals {
    let proposals = (0..<6).map { index in
      """
      {"edges": [[\(index), 2.0]], "isMisread": \(misread && index < 4), "isOfLegislator": true, "prior": 0.7,
       "signs": ["construction=count", "value=\(index < 4 ? "few" : "many")"]}
      """
    }
    return try JSONDecoder().decode(
      LabelledProposals.self,
      from: Data(
        """
        {"document": "\(number)", "table": "statistics", "required": [0, 1, 2, 3, 4, 5],
         "proposals": [\(proposals.joined(separator: ","))]}
        """.utf8))
  }

  @Test func legislatorsDocumentsNeedMoreWhereJudgesCalledRowsMisleading() throws {
    func thresholds(misread: Bool) throws -> Thresholds {
      let own = try (0..<20).map { try document($0, misread: false) }
      let judged = try (20..<60).map { try document($0, misread: misread) }
      return FactTrainer(TableRules("statistics"), [own], judged: judged, sentences: []).train().thresholds
    }
    let misread = try thresholds(misread: true)
    #expect(misread.ofLegislators > misread.general)
    let read = try thresholds(misread: false)
    #expect(read.ofLegislators == read.general)
  }
}
