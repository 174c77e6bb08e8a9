public import Documents
public import PolicyModel

/// All frames with the words that evoke them, the word classes that they speak of, and the kinds of promised acts.
public struct FrameLexicon: Sendable {
  /// One way to evoke one frame.
  public struct Candidate: Sendable {
    /// The place in `frames`.
    public var frame: Int
    /// The further words and how the word stands.
    public var evoker: Frame.Evoker
  }

  /// In file order.
  public private(set) var frames: [Frame] = []
  /// The word classes.
  public private(set) var classes = WordClasses()
  /// The verbs that evoke frames, by the keys of their regular inflected forms.
  public private(set) var verbForms: [TextKey: String] = [:]
  /// The place of each evoking word's candidates in `candidateLists`.
  private var listOf = KeyTable(capacity: 12_000)
  private var candidateLists: [[Candidate]] = []
  private var promises: [TextKey: [FactKind]] = [:]

  /// The embedded frames; a mistake in them is a mistake in the program.
  public static let embedded: FrameLexicon = {
    do throws(FrameFileError) {
      return try FrameLexicon(embeddedFiles.map { FrameFile(name: $0, text: DataFile($0).text) })
    } catch {
      preconditionFailure(error.description)
    }
  }()

  static let embeddedFiles = [
    "frames/classes.yaml", "frames/commitments.yaml", "frames/events.yaml", "frames/operations.yaml",
  ]

  /// Reads files in order; classes of all files are known to the frames of all.
  public init(_ files: [FrameFile]) throws(FrameFileError) {
    try add(files)
  }

  /// The lexicon with further files, such as a user's own, behind what it holds.
  public func adding(_ files: [FrameFile]) throws(FrameFileError) -> FrameLexicon {
    var result = self
    try result.add(files)
    return result
  }

  private mutating func add(_ files: [FrameFile]) throws(FrameFileError) {
    var contents: [FrameFileContents] = []
    for file in files { contents.append(try FrameFileReader(file).read(classes: &classes)) }
    for content in contents {
      for entry in content.promises { promises[entry.word, default: []].append(entry.kind) }
      for entry in try content.frames(classes) {
        guard !frames.contains(where: { $0.rule == entry.frame.rule }) else {
          throw entry.duplicate
        }
        for (word, evoker) in entry.words {
          addCandidate(Candidate(frame: frames.count, evoker: evoker), for: word)
        }
        for verb in entry.verbs {
          for form in VerbForms.forms(of: verb) { verbForms[TextKey(form)] = verb }
        }
        frames.append(entry.frame)
      }
    }
  }

  private mutating func addCandidate(_ candidate: Candidate, for word: TextKey) {
    if let place = listOf[word.value] {
      candidateLists[Int(place)].append(candidate)
    } else {
      listOf[word.value] = Int32(candidateLists.count)
      candidateLists.append([candidate])
    }
  }

  /// The prepositions that a place may be named by.
  public static var prepositions: Set<String> { FrameReader.prepositions }
  /// Whether a lemma evokes a frame or is of a class.
  public func knows(_ lemma: TextKey) -> Bool { listOf[lemma.value] != nil || !classes[lemma].isEmpty }
  /// The frames that a lemma may evoke.
  public func candidates(for lemma: TextKey) -> [Candidate] {
    listOf[lemma.value].map { candidateLists[Int($0)] } ?? []
  }
  /// The kinds of commitment that a lemma of the promised act speaks for, the likeliest first.
  public func promiseKinds(for lemma: TextKey) -> [FactKind] { promises[lemma] ?? [] }
}
