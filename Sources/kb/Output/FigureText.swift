import KnowledgeBase

/// Figures as people write them: `£33m`, `over 40 countries`, `12.5%`.
enum FigureText {
  private static let symbols = [
    "GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥", "INR": "₹", "UAH": "₴", "AUD": "A$", "CAD": "C$", "NZD": "NZ$",
  ]
  private static let bounds = ["~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "up to "]
  private static let plurals = ["person": "people", "man": "men", "woman": "women", "child": "children"]

  /// A figure with its unit.
  static func text(_ figure: Answer.Figure) -> String {
    (bounds[figure.comparator] ?? "") + (figure.isMoney ? money(figure) : count(figure))
  }

  /// A number in plain digits, as other programs read it.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }

  private static func money(_ figure: Answer.Figure) -> String {
    let amounts = ([figure.value] + (figure.upperValue.map { [$0] } ?? [])).map(short)
    let range = amounts.joined(separator: "–")
    guard let symbol = symbols[figure.unit] else { return figure.unit.isEmpty ? range : "\(figure.unit) \(range)" }
    return symbol + range
  }

  private static func count(_ figure: Answer.Figure) -> String {
    let numbers = [grouped(figure.value)] + (figure.upperValue.map { [grouped($0)] } ?? [])
    let range = numbers.joined(separator: "–")
    if figure.unit == "percent" { return range + "%" }
    let isOne = figure.value == 1 && figure.upperValue == nil
    return figure.unit.isEmpty ? range : "\(range) \(isOne ? figure.unit : plural(figure.unit))"
  }

  /// The largest unit that needs at most two decimals, else all digits.
  private static func short(_ amount: Double) -> String {
    for (unit, size) in [("tn", 1e12), ("bn", 1e9), ("m", 1e6)] where abs(amount) >= size {
      let hundredths = amount / size * 100
      if abs(hundredths - hundredths.rounded()) < 1e-6 { return grouped(hundredths.rounded() / 100) + unit }
    }
    return grouped(amount)
  }

  /// Digits with commas between thousands, and at most as many decimals as the number has, or four.
  private static func grouped(_ number: Double) -> String {
    let shown = abs(number) < 1e9 ? (abs(number) * 1e4).rounded() / 1e4 : abs(number)
    let pieces = plain(shown).split(separator: ".", maxSplits: 1)
    guard let digits = pieces.first, digits.allSatisfy(\.isNumber) else { return String(number) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (number < 0 ? "−" : "") + text + (pieces.count == 2 ? "." + pieces[1] : "")
  }

  /// The plural of a noun; a measure's symbol ("km", "MWh") has none.
  static func plural(_ unit: String) -> String {
    if let plural = plurals[unit] { return plural }
    let isSymbol = unit.count <= 2 || unit.dropFirst().contains(where: \.isUppercase)
    guard !isSymbol, unit.contains(where: { "aeiou".contains($0) }), let last = unit.last, last.isLetter else {
      return unit
    }
    if last == "y", let before = unit.dropLast().last, !"aeiou".contains(before) { return unit.dropLast() + "ies" }
    if unit.hasSuffix("s") || unit.hasSuffix("x") || unit.hasSuffix("ch") || unit.hasSuffix("sh") { return unit + "es" }
    return unit + "s"
  }
}

/// A cell as people read it.
enum CellText {
  static func text(_ cell: Answer.Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): FigureText.plain(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let texts): texts.joined(separator: ", ")
    case .figures(let figures): figures.map(FigureText.text).joined(separator: ", ")
    }
  }
}
