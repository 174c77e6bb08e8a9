// swift-tools-version: 6.2
import PackageDescription

/// The strictness that every target of ours is held to.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The loops over arrays of numbers are compiled for speed in every configuration: unoptimised they would be the whole
/// time of the tests.
let optimized: [CSetting] = [.unsafeFlags(["-O3", "-fno-math-errno"])]

/// The C++ runtime that Swift's own needs goes into the binary: the Makefile lays its archive into this folder.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(["-L.build/static", "-Xclang-linker", "-static-libgcc"], .when(configuration: .release))
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "kb",
  products: [.executable(name: "kb", targets: ["kb"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CMigrations"),
    .target(name: "CLanguageModel"),
    .target(name: "CLexicon"),
    .target(name: "CKernels", cSettings: optimized),
    .target(name: "CTrainingKernels", cSettings: optimized),
    library("SQLite", ["CSQLite"]),
    library("Documents"),
    library("PolicyModel", ["Documents"]),
    library(
      "DocumentReaders",
      ["Documents", .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto")]),
    library("LanguageAnalysis", ["Documents", "CLanguageModel", "CKernels"]),
    .target(
      name: "Lexicon",
      dependencies: ["Documents", "PolicyModel", "CLexicon", .product(name: "Yams", package: "Yams")],
      exclude: ["Data"], swiftSettings: strict),
    library("Normalization", ["Documents", "PolicyModel", "Lexicon"]),
    library("FactExtraction", ["Documents", "PolicyModel", "LanguageAnalysis", "Lexicon", "Normalization"]),
    library("QueryLanguage", ["Documents", "PolicyModel", "Lexicon"]),
    library("KnowledgeBase", ["SQLite", "CMigrations", "Documents", "PolicyModel", "QueryLanguage"]),
    library(
      "Ingestion",
      [
        "Documents", "PolicyModel", "DocumentReaders", "LanguageAnalysis", "Lexicon", "Normalization",
        "FactExtraction", "KnowledgeBase",
      ]),
    .executableTarget(
      name: "kb",
      dependencies: [
        "Documents", "PolicyModel", "DocumentReaders", "LanguageAnalysis", "Lexicon", "Normalization",
        "FactExtraction", "QueryLanguage", "KnowledgeBase", "Ingestion",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict, linkerSettings: selfContained),
    .executableTarget(
      name: "kb-train",
      dependencies: [
        "Documents", "LanguageAnalysis", "CTrainingKernels",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Data"], swiftSettings: strict),
    .target(name: "TestSupport", dependencies: ["Documents"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("SQLite", []),
    tests("Documents", []),
    tests("PolicyModel", ["Documents"]),
    tests("DocumentReaders", ["Documents"]),
    tests("LanguageAnalysis", ["Documents"]),
    tests("Lexicon", ["Documents", "PolicyModel"]),
    tests("Normalization", ["Documents", "PolicyModel", "Lexicon"], exclude: ["Cases"]),
    tests("FactExtraction", ["Documents", "PolicyModel", "LanguageAnalysis", "Lexicon", "Normalization"]),
    tests("QueryLanguage", ["Documents", "PolicyModel", "Lexicon"], exclude: ["phrases.tsv", "refusals.tsv"]),
    tests(
      "KnowledgeBase", ["SQLite", "Documents", "PolicyModel", "Lexicon", "QueryLanguage"],
      exclude: ["Goldens", "Query/answers.tsv", "Query/refusals.tsv"]),
    tests("Ingestion", ["Documents", "PolicyModel", "DocumentReaders", "KnowledgeBase"]),
    .testTarget(
      name: "ModelTrainingTests", dependencies: ["kb-train", "Documents", "LanguageAnalysis", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["kb", "TestSupport", "SQLite"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x  // `#embed` is C23
)
