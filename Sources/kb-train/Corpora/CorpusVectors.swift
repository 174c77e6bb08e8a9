import Dispatch
import Synchronization

/// The vectors of a corpus's words, of both kinds.
struct CorpusVectors {
  var bag: [Float]
  var structured: [Float]
}

extension CorpusVectors {
  /// Trains both kinds, each on a core of its own.
  init(_ corpus: Corpus, seed: UInt64) {
    let results = Mutex<[Int: [Float]]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      let kind = index == 0 ? WordVectors(window: 5, isStructured: false) : WordVectors(window: 3, isStructured: true)
      let vectors = kind.train(corpus, seed: seed + UInt64(index))
      results.withLock { $0[index] = vectors }
    }
    let found = results.withLock { $0 }
    self.init(bag: found[0] ?? [], structured: found[1] ?? [])
  }
}

extension CorpusVectors: NumberStreamable {
  func write(to stream: inout NumberWriter) {
    stream.write(bag)
    stream.write(structured)
  }

  init(from stream: inout NumberReader) throws {
    self.init(bag: try stream.read(), structured: try stream.read())
  }
}
