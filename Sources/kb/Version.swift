/// The version of the program, which is also recorded with every document that it extracts.
enum Version {
  static let text = "0.1.0"
}
