/// How a form becomes its lemma: its case, how many bytes go at its end, and what comes there instead.
package struct LemmaScript: Hashable, Sendable {
  /// What is done with the form's case first.
  package enum Casing: UInt8, Sendable {
    case lower, keep, title
  }

  package var casing: Casing
  /// The number of bytes that go.
  package var cut: UInt8
  /// What comes instead.
  package var ending: [UInt8]

  package init(casing: Casing, cut: UInt8, ending: [UInt8]) {
    self.casing = casing
    self.cut = cut
    self.ending = ending
  }

  /// The script that makes `lemma` of `form`, or nil where over 255 bytes go.
  package init?(form: String, lemma: String) {
    let casing: Casing
    if lemma == lemma.lowercased() {
      casing = .lower
    } else if form.utf8.count > 1, form == form.uppercased(), lemma != lemma.uppercased() {
      casing = .title
    } else {
      casing = .keep
    }
    let base = Array(Self.cased(Array(form.utf8), casing))
    let target = Array(lemma.utf8)
    var same = 0
    while same < min(base.count, target.count), base[same] == target[same] { same += 1 }
    guard let cut = UInt8(exactly: base.count - same) else { return nil }
    self.init(casing: casing, cut: cut, ending: Array(target[same...]))
  }

  /// The form with its case changed; only ASCII letters change.
  static func cased(_ form: [UInt8], _ casing: Casing) -> [UInt8] {
    var form = form
    for index in form.indices {
      switch casing {
      case .lower: form[index] = lowered(form[index])
      case .keep: break
      case .title: if index > 0 { form[index] = lowered(form[index]) }
      }
    }
    return form
  }

  @inline(__always) private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
