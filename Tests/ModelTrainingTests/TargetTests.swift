import Documents
import Foundation
import LanguageAnalysis
import Testing

@testable import kb_train

@Suite struct TargetTests {
  @Test func `Probabilities that are kept add up to one, and the best stays the best`() {
    var targets = Targets()
    targets.append(3)
    targets.append(probabilities: [0.2, 0.7, 0.0001, 0.0999])
    targets.appendNothing()
    #expect([targets.best(0), targets.best(1), targets.best(2)] == [3, 1, nil])
    #expect(abs(targets.places(1).reduce(Float(0)) { $0 + targets.shares[$1] } - 1) < 1e-6)
    #expect(targets.places(2).isEmpty)
  }

  @Test func `Targets that are joined keep what each word wants`() {
    var (first, second) = (Targets(), Targets())
    first.append(1)
    second.append(probabilities: [0.5, 0.5])
    second.append(4)
    first.append(second)
    #expect(first.best(0) == 1)
    #expect(first.places(1).map { first.classes[$0] } == [0, 1])
    #expect(first.best(2) == 4)
  }

  @Test func `The gradient of a soft choice is that of its cross-entropy`() {
    var targets = Targets()
    targets.append(probabilities: [0.3, 0.6, 0.1])
    let scores: [Float] = [0.4, -1.1, 0.25]
    func loss(_ scores: [Float]) -> Double {
      let sum = scores.reduce(0) { $0 + exp(Double($1)) }
      return targets.places(0).reduce(0) { total, place in
        total - Double(targets.shares[place]) * (Double(scores[Int(targets.classes[place])]) - log(sum))
      }
    }
    var gradients = scores
    Loss.choice(&gradients, 0..<3, wanted: targets, 0, weight: 1)
    for index in scores.indices {
      var (above, below) = (scores, scores)
      above[index] += 0.01
      below[index] -= 0.01
      #expect(abs(Double(gradients[index]) - (loss(above) - loss(below)) / 0.02) < 1e-4)
    }
  }

  @Test func `A word of which nothing is wanted has no gradient`() {
    var targets = Targets()
    targets.appendNothing()
    var scores: [Float] = [1, 2, 3]
    Loss.choice(&scores, 0..<3, wanted: targets, 0, weight: 1)
    #expect(scores == [0, 0, 0])
  }

  @Test func `What one stage leaves is what the next reads`() throws {
    var vocabulary = Vocabulary()
    vocabulary.count(TextKey("oslo"))
    var example = Example(Paragraphs.make(["Oslo", "grows"]), vocabulary)
    example.append(Example(Paragraphs.make(["It", "does", "so"]), vocabulary))
    var writer = NumberWriter()
    ExampleList(examples: [example]).write(to: &writer)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try writer.bytes.write(to: URL(fileURLWithPath: path))
    var reader = try NumberReader(path: path)
    let read = try ExampleList(from: &reader).examples[0]
    #expect(read.words == example.words && read.pieces == example.pieces)
    #expect(read.paragraphs == example.paragraphs && read.sentences == example.sentences)
    #expect(read.headRows == [-1, 0, -1, 2, 2])
    #expect(throws: TreebankError.self) {
      try writer.bytes.dropLast(3).write(to: URL(fileURLWithPath: path))
      var reader = try NumberReader(path: path)
      _ = try ExampleList(from: &reader)
    }
  }
}
