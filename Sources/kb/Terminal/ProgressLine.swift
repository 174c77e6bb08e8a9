/// One line on a terminal that shows how far a run is, how fast it goes and how long it will take.
struct ProgressLine {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?

  /// Makes a line that shows itself on a terminal only.
  init(isWanted: Bool) { isShown = isWanted && StandardError.isTerminal }

  /// Draws the state, at most ten times a second.
  mutating func update(done: Int, total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastDrawn, now - lastDrawn < .milliseconds(100), done < total { return }
    lastDrawn = now
    StandardError.writeRaw("\r\(Self.text(done: done, total: total, elapsed: now - start))\u{1B}[K")
  }

  /// Takes the line away.
  func clear() {
    if lastDrawn != nil { StandardError.writeRaw("\r\u{1B}[K") }
  }

  /// `[######········] 420 of 1000, 312/s, 2 s left`.
  static func text(done: Int, total: Int, elapsed: Duration) -> String {
    let width = 24
    let filled = total > 0 ? width * done / total : width
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let seconds = elapsed / .seconds(1)
    guard done > 0, seconds > 0 else { return "[\(bar)] \(done) of \(total)" }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    return "[\(bar)] \(done) of \(total), \(Int(rate))/s, \(left) s left"
  }
}
