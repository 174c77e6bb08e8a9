import Documents
import Normalization
import PolicyModel
import Testing

/// A text and its changes as "words: direction by … from … to … times … extreme".
struct ChangeCase: Sendable, CustomTestStringConvertible {
  var text: String
  var changes: [String]
  var testDescription: String { text }

  static let all: [ChangeCase] = [
    ChangeCase("The number rose by 25% to 1,200.", "rose by 25% to 1,200: increase by 25% to 1200"),
    ChangeCase("It is 1,200, down from 1,450 in 2019.", "down from 1,450: decrease from 1450"),
    ChangeCase("A fall of 12% was recorded.", "fall of 12%: decrease by 12%"),
    ChangeCase("A 20 per cent increase in fees.", "20 per cent increase: increase by 20%"),
    ChangeCase("Arrivals were 5% lower than in 2020.", "5% lower: decrease by 5%"),
    ChangeCase(
      "It cut the wait from 18 weeks to 12 weeks.", "cut the wait from 18 weeks to 12 weeks: decrease from P18W to P12W"
    ),
    ChangeCase(
      "The rate was cut by 25 basis points to 4.25%.",
      "cut by 25 basis points to 4.25%: decrease by 25 bp to 4.25%"),
    ChangeCase(
      "It rose by two percentage points, not by 2%.", "rose by two percentage points: increase by 2 pp"),
    ChangeCase("Exports tripled.", "tripled: increase times 3"),
    ChangeCase("Deaths halved from 20 to 10.", "halved from 20 to 10: decrease from 20 to 10 times 0.5"),
    ChangeCase("They want to double aid to $2bn by 2030.", "double aid to $2bn: increase to USD 2000000000 times 2"),
    ChangeCase("It is a 12-month low.", "12-month low: P12M low"),
    ChangeCase("It is at its highest level since 2010.", "highest level since 2010: 2010-01-01/.. high"),
    ChangeCase("It is the lowest in 20 years.", "lowest in 20 years: P20Y low"),
    ChangeCase(
      "There were 15 more than in May, and £5bn less.", "15 more: increase by 15",
      "£5bn less: decrease by GBP 5000000000"),
    ChangeCase("It takes up to 500 people and more than 40 boats, fewer than 9 of them double-decked."),
    ChangeCase("Cut the red tape. The double standard stands."),
  ]

  init(_ text: String, _ changes: String...) {
    (self.text, self.changes) = (text, changes)
  }
}

@Suite struct ChangeTests {
  @Test(arguments: ChangeCase.all)
  func readsWhatChangedAndByHowMuch(_ changeCase: ChangeCase) {
    let text = SourceText(changeCase.text)
    let found = MeasureRecognizer().find(in: text, ranges: [text.range], context: MeasureContext())
    let changes = found.changes.map { change in
      var words = [change.direction?.rawValue].compactMap(\.self)
      for (name, index) in [("by ", change.amount), ("from ", change.from), ("to ", change.to), ("", change.period)] {
        if let index { words.append(name + MeasureNotation.notation(of: found.measures[index])) }
      }
      if let factor = change.factor { words.append("times \(factor)") }
      if let extreme = change.extreme { words.append(extreme.rawValue) }
      return "\(text[change.range]): " + words.joined(separator: " ")
    }
    #expect(changes == changeCase.changes)
  }
}
