internal import CLanguageModel

/// A trained model, read in place: opening it looks at the list of its sections only.
@safe package final class LanguageModel: Sendable {
  /// The model that the program carries.
  package static let embedded = LanguageModel(embedded: ())

  private nonisolated(unsafe) let start: UnsafeRawPointer
  private let count: Int
  private let isOwned: Bool

  private init(embedded: Void) {
    let model = unsafe kb_language_model()
    unsafe start = UnsafeRawPointer(model.bytes)
    count = unsafe model.count
    isOwned = false
    checkHeader()
  }

  /// Makes a model of the bytes of a file, which it copies; traps where they are not one of this version.
  package init(bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 12), alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    unsafe start = UnsafeRawPointer(copy.baseAddress.unsafelyUnwrapped)
    count = bytes.count
    isOwned = true
    checkHeader()
  }

  deinit {
    if isOwned { unsafe start.deallocate() }
  }

  private func checkHeader() {
    precondition(count > 12, "the model file is empty")
    let header = unsafe (start.load(as: UInt32.self), start.load(fromByteOffset: 4, as: UInt32.self))
    precondition(header == (ModelWriter.magic, ModelWriter.version), "the model file is of another version")
  }

  /// A section by kind; a file without it is a mistake in the program.
  func section(_ kind: ModelSectionKind) -> ModelSection {
    let sections = unsafe Int(start.load(fromByteOffset: 8, as: UInt32.self))
    for index in 0..<sections {
      let entry = unsafe start + 12 + 12 * index
      guard unsafe entry.load(as: UInt32.self) == kind.rawValue else { continue }
      let offset = unsafe Int(entry.load(fromByteOffset: 4, as: UInt32.self))
      let length = unsafe Int(entry.load(fromByteOffset: 8, as: UInt32.self))
      precondition(offset + length <= count, "the model file is cut off")
      return unsafe ModelSection(start: start + offset, count: length)
    }
    preconditionFailure("the model file has no section \(kind)")
  }

  /// The numbers of a section.
  func numbers<Number: BitwiseCopyable>(_ kind: ModelSectionKind, as type: Number.Type) -> [Number] {
    let section = section(kind)
    let numbers = unsafe UnsafeRawBufferPointer(start: section.start, count: section.count).bindMemory(to: type)
    return unsafe Array(numbers)
  }
}
