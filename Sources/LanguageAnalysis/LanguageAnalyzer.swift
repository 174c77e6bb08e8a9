public import Documents

/// Analyses English text with the model that the program carries: sentences, tokens, tags, lemmas, dependency trees
/// and named entities.
///
/// The model is trained by `kb-train` (see Docs/Model.md). An analyser holds no state; one value serves all threads.
public struct LanguageAnalyzer: Sendable {
  package let tokenizer: Tokenizer
  /// Keeps the bytes alive that the other parts read in place.
  private let model: LanguageModel
  private let encoder: Encoder
  private let lemmatizer: Lemmatizer
  /// The most tokens that are seen at once; longer blocks are read in windows that start with a sentence.
  private static let window = 1024

  /// Makes an analyser of the embedded model.
  public init() { self.init(.embedded) }

  package init(_ model: LanguageModel) {
    self.model = model
    tokenizer = Tokenizer(model)
    encoder = Encoder(model)
    lemmatizer = Lemmatizer(model)
  }

  /// Analyses a document's blocks, furniture left out. No sentence crosses from one block into the next.
  ///
  /// - Complexity: O(length of the text).
  public func analyze(_ document: Document) -> Analysis {
    var run = AnalysisRun(Analysis(text: document.text))
    document.text.withBytes { bytes in
      for block in document.blocks where block.kind != .furniture {
        analyze(bytes, block.range, &run)
      }
    }
    return run.analysis
  }

  /// Analyses tokens and sentences that are given, none empty, as one block.
  package func analyze(_ text: SourceText, sentences: [[ByteRange]]) -> Analysis {
    var run = AnalysisRun(Analysis(text: text))
    run.ranges = sentences.flatMap { $0 }
    guard !run.ranges.isEmpty else { return run.analysis }
    var places: [Range<Int>] = []
    for sentence in sentences {
      let start = places.last?.upperBound ?? 0
      places.append(start..<start + sentence.count)
    }
    let window = 0..<run.ranges.count
    text.withBytes { bytes in
      encoder.embed(bytes, run.ranges[window], in: &run.network)
      encoder.run(0, [window], tokens: window.count, in: &run.network)
      analyzeSentences(bytes, places, window, &run)
    }
    return run.analysis
  }

  private func analyze(_ bytes: Span<UInt8>, _ block: ByteRange, _ run: inout AnalysisRun) {
    run.ranges.removeAll(keepingCapacity: true)
    tokenizer.tokenize(bytes, block, into: &run.ranges)
    var start = 0
    while start < run.ranges.count {
      let end = min(start + Self.window, run.ranges.count)
      start += analyzeWindow(bytes, start..<end, isLast: end == run.ranges.count, &run)
    }
  }

  /// Analyses tokens of a block; returns how many, without those of a last sentence that may go on.
  private func analyzeWindow(
    _ bytes: Span<UInt8>, _ window: Range<Int>, isLast: Bool, _ run: inout AnalysisRun
  ) -> Int {
    encoder.embed(bytes, run.ranges[window], in: &run.network)
    encoder.run(0, [0..<window.count], tokens: window.count, in: &run.network)
    encoder.score(encoder.starts, tokens: window.count, in: &run.network)
    var sentences = sentences(run.network.sums, run.ranges[window], bytes)
    if !isLast, sentences.count > 1 { sentences.removeLast() }
    let count = sentences.last?.upperBound ?? window.count
    analyzeSentences(bytes, sentences, window.lowerBound..<window.lowerBound + count, &run)
    return count
  }

  /// The sentences of a window, by the scores of where one starts.
  ///
  /// A start right behind another needs a line end or a mark between: a name at the beginning of a sentence is not cut.
  private func sentences(
    _ sums: [Int32], _ ranges: ArraySlice<ByteRange>, _ bytes: Span<UInt8>
  ) -> [Range<Int>] {
    let head = encoder.starts
    let tokens = ranges.count
    var sentences: [Range<Int>] = []
    var start = 0
    for token in 1..<max(tokens, 1) {
      let difference = Float(sums[token * head.stride + 1] - sums[token * head.stride]) * head.scale
      let place = ranges.startIndex + token
      if difference + head.biasValue(1) - head.biasValue(0) > 0,
        token - start > Self.shortest || Self.mayEnd(ranges[place - 1], before: ranges[place], bytes)
      {
        sentences.append(start..<token)
        start = token
      }
    }
    sentences.append(start..<tokens)
    return sentences
  }

  /// How many tokens a sentence has at most that ends without a mark or a line end only by mistake.
  private static let shortest = 2

  /// Whether a token is a mark, or a line ends behind it.
  private static func mayEnd(_ token: ByteRange, before next: ByteRange, _ bytes: Span<UInt8>) -> Bool {
    let last = bytes[token.end - 1]
    if last < 0x80, !TextBytes.isLetter(last), !TextBytes.isDigit(last) { return true }
    return (token.end..<next.start).contains { bytes[$0] == 0x0A }
  }

  /// Runs the upper layers over whole sentences and appends what they say.
  func analyzeSentences(
    _ bytes: Span<UInt8>, _ sentences: [Range<Int>], _ window: Range<Int>, _ run: inout AnalysisRun
  ) {
    let count = window.count
    let first = run.analysis.tokens.count
    encoder.run(1, sentences, tokens: count, in: &run.network)
    encoder.score(encoder.tags, tokens: count, in: &run.network)
    for token in 0..<count { append(bytes, run.ranges[window.lowerBound + token], token, &run) }
    if encoder.shape.layers > 2 { encoder.run(2, sentences, tokens: count, in: &run.network) }
    encoder.score(encoder.entities, tokens: count, in: &run.network)
    for sentence in sentences {
      run.entityDecoder.decode(
        run.network.sums, sentence, encoder.entities, encoder.entityTransitions,
        firstToken: first + sentence.lowerBound, into: &run.analysis.entities)
    }
    encoder.parser.parse(sentences, tokens: count, &run.network, &run.parser)
    for token in 0..<count {
      let head = run.parser.result[token]
      run.analysis.tokens[first + token].head = head < 0 ? -1 : head + Int32(first)
      run.analysis.tokens[first + token].relation = run.parser.relations[token]
    }
    for sentence in sentences {
      let tokens = first + sentence.lowerBound..<first + sentence.upperBound
      run.analysis.sentences.append(
        Sentence(
          range: run.analysis.tokens[tokens.lowerBound].range.union(run.analysis.tokens[tokens.upperBound - 1].range),
          tokens: tokens))
    }
  }

  /// Appends a token with its tags and lemma.
  private func append(_ bytes: Span<UInt8>, _ range: ByteRange, _ index: Int, _ run: inout AnalysisRun) {
    let head = encoder.tags
    let universal = TagTables.upos.count
    let start = index * head.stride
    let upos = best(run.network.sums, start, 0..<universal)
    let xpos = best(run.network.sums, start, universal..<head.width) - universal
    let form = run.analysis.symbols.intern(bytes.extracting(range.start..<range.end), foldingCase: true)
    let lemma = lemmatizer.lemma(
      bytes, range, form: form, tags: (upos, xpos), in: &run.lemmas, symbols: &run.analysis.symbols)
    run.analysis.tokens.append(
      Token(range: range, form: form, lemma: lemma, upos: TagTables.upos[upos], xpos: TagTables.xpos[xpos]))
  }

  private func best(_ sums: [Int32], _ start: Int, _ range: Range<Int>) -> Int {
    let head = encoder.tags
    var best = range.lowerBound
    var top = -Float.infinity
    for tag in range {
      let score = Float(sums[start + tag]) * head.scale + head.biasValue(tag)
      if score > top { (best, top) = (tag, score) }
    }
    return best
  }
}

/// One document's analysis while it grows, with the memory that is kept from block to block.
struct AnalysisRun {
  var analysis: Analysis
  /// The tokens of the block at hand.
  var ranges: [ByteRange] = []
  var network = NetworkMemory()
  var parser = ParserMemory()
  var lemmas = LemmaMemory()
  var entityDecoder = EntityDecoder()

  init(_ analysis: Analysis) { self.analysis = analysis }
}
