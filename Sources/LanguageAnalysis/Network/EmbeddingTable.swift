/// A table of embeddings of 8 bits a number, read in place.
@safe struct EmbeddingTable: @unchecked Sendable {
  // Leads into the model, which outlives it and is never written: sharing it is safe.
  let values: UnsafePointer<Int8>
  /// The numbers of a row.
  let width: Int
  /// The number of rows.
  let rows: Int

  init(_ section: ModelSection, width: Int) {
    unsafe values = section.start.assumingMemoryBound(to: Int8.self)
    self.width = width
    rows = section.count / width
  }
}
