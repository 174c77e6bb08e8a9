/// The six tables of facts.
public enum FactTable: String, Sendable, Hashable, CaseIterable {
  case actors
  case events
  case operations
  case commitments
  case statistics
  case statements
}

/// How a figure bounds the true value.
public enum Comparator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case approximately = "~"
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
}
