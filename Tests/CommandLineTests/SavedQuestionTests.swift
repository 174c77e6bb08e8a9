import TestSupport
import Testing

@Suite struct SavedQuestionTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  init() throws {
    InventedCorpus.write(8, to: "news", in: folder)
    try kb.run("ingest", "--quiet", "news")
  }

  @Test func `A question is saved, listed, asked with its parameters, and removed`() throws {
    #expect(try kb.run("query", "--save", "of-year", "documents in {year} by publisher").status == 0)
    #expect(try kb.run("query", "--list").output.contains("@of-year"))
    let asked = try kb.run("query", "@of-year", "--param", "year=2024", "--format", "csv")
    #expect(asked.status == 0)
    #expect(asked.output == (try kb.run("query", "documents in 2024 by publisher", "--format", "csv")).output)
    let missing = try kb.run("query", "@of-year")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("--param year=…"))
    #expect(try kb.run("query", "--remove", "of-year").status == 0)
    #expect(try kb.run("query", "@of-year", "--param", "year=2024").errors.contains("no question is saved"))
    #expect(try kb.run("query", "--remove", "of-year").status == 2)
  }

  @Test func `SQL is saved too, with the values of its parameters bound`() throws {
    folder.write(Array("SELECT :a || 'x' AS c".utf8), to: "report.sql")
    #expect(try kb.run("query", "--save", "report", "--sql", "@report.sql").status == 0)
    #expect(try kb.run("query", "@report", "--param", "a=';--", "--format", "tsv").output.contains("';--x"))
    #expect(try kb.run("query", "--sql", "@report.sql", "--param", "a=y", "--format", "csv").output == "c\nyx\n")
    #expect(try kb.run("query", "--sql", "@missing.sql").errors.contains("missing.sql: cannot be opened"))
  }

  @Test func `What is not understood is not saved, nor what has no name`() throws {
    #expect(try kb.run("query", "--save", "bad", "documents wrtten by year").status == 2)
    #expect(try kb.run("query", "--save", "a b", "documents").errors.contains("is no name for a question"))
    #expect(try kb.run("query", "--save", "empty").status == 2)
    #expect(try !kb.run("query", "--list").output.contains("@"))
  }
}
