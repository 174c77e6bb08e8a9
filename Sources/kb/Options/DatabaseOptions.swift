import ArgumentParser

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp("The database (default: $KB_DATABASE, else kb.db).", valueName: "file"),
    completion: .file(extensions: ["db"]))
  private var file: String?

  /// The path of the database file.
  var path: String { file ?? Environment.value("KB_DATABASE") ?? "kb.db" }
}
