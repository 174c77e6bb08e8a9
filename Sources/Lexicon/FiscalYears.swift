public import PolicyModel

/// When a government's fiscal year begins.
public struct FiscalYear: Sendable, Hashable {
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  /// Whether "fiscal year 2026" is the one that ends in 2026.
  public var namedByEnd: Bool

  /// Makes a fiscal year.
  public init(month: Int, day: Int, namedByEnd: Bool) {
    self.month = month
    self.day = day
    self.namedByEnd = namedByEnd
  }
}

/// The fiscal years of the countries where they are not the calendar year.
public struct FiscalYears: Sendable {
  private var years: [CountryCode: FiscalYear] = [:]

  /// The embedded table.
  public static let embedded = FiscalYears(DataFile("fiscal-years.tsv"))

  init(_ file: DataFile) {
    for row in file.rows {
      guard let country = CountryCode(row[0]), let month = Int(row[1]), let day = Int(row[2]) else {
        preconditionFailure("\(file.name), line \(row.line): no country, month or day")
      }
      years[country] = FiscalYear(month: month, day: day, namedByEnd: row[3] == "end")
    }
  }

  /// The fiscal year of a country; the calendar year where none is listed.
  public subscript(country: CountryCode) -> FiscalYear {
    years[country] ?? FiscalYear(month: 1, day: 1, namedByEnd: true)
  }
}
