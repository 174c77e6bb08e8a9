internal import Documents

/// Finds the quotations of a document, block by block.
///
/// Double and single marks, straight and curly, are told from apostrophes by their neighbours. A quotation that its
/// paragraph leaves open goes on in the next one, which opens with a mark of its own (Chicago Manual of Style, 13.32).
struct QuotationScanner {
  /// A single mark that closes no sooner than this is an apostrophe.
  private static let longestSingle = 4_000
  private static let shortestOpen = 5

  private let bytes: [UInt8]
  private let document: Document

  init(_ document: Document) {
    self.document = document
    bytes = Array(document.text.string.utf8)
  }

  /// The quotations in text order, without overlap; a quotation inside another one is part of it.
  ///
  /// - Complexity: O(length of the text).
  func quotations() -> [Quotation] {
    var found: [Quotation] = []
    for (index, block) in document.blocks.enumerated() where block.kind != .furniture {
      scan(block.range, index, &found)
    }
    return found
  }

  private func scan(_ block: ByteRange, _ number: Int, _ found: inout [Quotation]) {
    var index = block.start
    while index < block.end {
      guard let mark = QuotationMark(bytes, at: index, in: block), mark.opens else {
        index += 1
        continue
      }
      let inside = index + mark.width
      if let close = close(of: mark, from: inside, block) {
        append(ByteRange(index, close.end), ByteRange(inside, close.start), number, isOpen: false, &found)
        index = close.end
      } else if mark.family == .double, goesOn(behind: number, mark) || index == block.start {
        append(ByteRange(index, block.end), ByteRange(inside, block.end), number, isOpen: true, &found)
        return
      } else {
        index = inside
      }
    }
  }

  private func append(
    _ outer: ByteRange, _ inner: ByteRange, _ block: Int, isOpen: Bool, _ found: inout [Quotation]
  ) {
    let inner = document.text.trimmed(inner)
    guard !inner.isEmpty else { return }
    let words = bytes[inner.start..<inner.end].split(whereSeparator: TextBytes.isSpace).count
    if isOpen, words < Self.shortestOpen { return }
    found.append(Quotation(outer: outer, inner: inner, block: block, isOpen: isOpen, words: words))
  }

  /// The mark that closes a quotation whose words begin at `start`.
  private func close(of opening: QuotationMark, from start: Int, _ block: ByteRange) -> ByteRange? {
    let limit = opening.family == .single ? min(block.end, start + Self.longestSingle) : block.end
    var doubtful: ByteRange?
    var index = start
    while index < limit {
      guard let mark = QuotationMark(bytes, at: index, in: block), mark.family == opening.family else {
        index += 1
        continue
      }
      let range = ByteRange(index, index + mark.width)
      if mark.closes, index > start {
        if !mark.isApostrophe || !isPossessive(range, block) { return range }
        doubtful = doubtful ?? range
      } else if mark.opens {
        return doubtful
      }
      index += mark.width
    }
    return doubtful
  }

  /// Whether a mark behind a plural's s is rather its apostrophe: a blank and a small letter follow.
  private func isPossessive(_ mark: ByteRange, _ block: ByteRange) -> Bool {
    guard TextBytes.lowered(bytes[mark.start - 1]) == 0x73, mark.end + 1 < block.end else { return false }
    return bytes[mark.end] == 0x20 && TextBytes.isLower(bytes[mark.end + 1])
  }

  /// Whether the next paragraph opens with the same mark.
  private func goesOn(behind number: Int, _ mark: QuotationMark) -> Bool {
    guard let next = document.blocks[(number + 1)...].first(where: { $0.kind != .furniture }) else { return false }
    guard let first = QuotationMark(bytes, at: next.range.start, in: next.range) else { return false }
    return first.opens && first.family == mark.family
  }
}
