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
    let plain = plain(shown)
    let digits = plain.utf8.prefix { 0x30...0x39 ~= $0 }.count
    let rest = plain.utf8.dropFirst(digits)
    guard digits > 0, rest.isEmpty || rest.first == UInt8(ascii: "."),
      rest.dropFirst().allSatisfy({ 0x30...0x39 ~= $0 })
    else { return String(number) }
    let sign = number < 0 ? "−" : ""
    guard digits > 3 else { return sign + plain }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(plain.utf8.count + digits / 3)
    for (index, byte) in plain.utf8.enumerated() {
      if index > 0, index < digits, (digits - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(byte)
    }
    return sign + String(decoding: bytes, as: UTF8.self)
  }

  /// The plural of a noun; a measure's symbol ("km", "MWh") has none.
  static func plural(_ unit: String) -> String {
    if let plural = plurals[unit] { return plural }
    let bytes = unit.utf8
    let isSymbol = bytes.count <= 2 || bytes.dropFirst().contains { 0x41...0x5A ~= $0 }
    guard !isSymbol, bytes.contains(where: isVowel), let last = bytes.last, 0x61...0x7A ~= last else { return unit }
    let before = bytes.dropLast().last ?? 0
    switch last {
    case UInt8(ascii: "y") where !isVowel(before): return unit.dropLast() + "ies"
    case UInt8(ascii: "s"), UInt8(ascii: "x"): return unit + "es"
    case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"): return unit + "es"
    default: return unit + "s"
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
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
