import Documents
import Glibc

/// Finds the files behind the arguments of a command: files, folders with all below them, `-` for standard input.
///
/// Hidden entries of a folder are left out, but what is named is taken. Links are followed; a folder is read once,
/// under its own name where it has one below the argument, and a link to a folder that contains it is a problem. The
/// result depends on the names alone, never on the order in which the file system lists them.
public struct SourceDiscovery: Sendable {
  /// The files in order.
  public private(set) var files: [SourceFile] = []
  /// What could not be listed, in order.
  public private(set) var problems: [InputProblem] = []

  /// A link to a folder, with the folders that it lies in.
  private struct FolderLink {
    var path: RawPath
    var identity: FileStatus.Identity
    var ancestors: Set<FileStatus.Identity>
  }

  private var seenNames: Set<String> = []
  private var readFolders: Set<FileStatus.Identity> = []
  private var folderLinks: [FolderLink] = []
  private let excluded: Set<FileStatus.Identity>

  /// Lists what the arguments name, each argument's files sorted by the bytes of their paths.
  ///
  /// - Parameter excluding: Paths that are never inputs, such as the database's own files.
  public init(_ arguments: [String], excluding: [String] = []) {
    excluded = Set(excluding.compactMap { try? FileSystem.status(of: RawPath(argument: $0)).identity })
    for argument in arguments {
      let first = files.count
      add(argument: argument)
      files[first...].sort { $0.precedes($1) }
    }
  }

  /// The files sorted by the bytes of their paths, whatever the order of the arguments.
  public func sorted() -> [SourceFile] { files.sorted { $0.precedes($1) } }

  private mutating func add(argument: String) {
    guard argument != "-" else { return add(SourceFile(origin: .standardInput, size: 0)) }
    let path = RawPath(argument: argument)
    do throws(FileFailure) {
      try add(path, FileSystem.status(of: path), ancestors: [])
    } catch {
      add(error, path)
    }
    // Links to folders come last, so that a folder is stored under its own name where it has one.
    while !folderLinks.isEmpty {
      let links = folderLinks
      folderLinks = []
      for link in links { follow(link) }
    }
  }

  private mutating func add(_ file: SourceFile) {
    if seenNames.insert(file.source).inserted { files.append(file) }
  }

  private mutating func add(_ failure: FileFailure, _ path: RawPath) {
    problems.append(InputProblem(source: path.name, diagnostic: failure.diagnostic))
  }

  private mutating func add(
    _ path: RawPath, _ status: FileStatus, ancestors: Set<FileStatus.Identity>
  ) throws(FileFailure) {
    switch status.kind {
    case .file:
      if !excluded.contains(status.identity) { add(SourceFile(origin: .file(path), size: status.size)) }
    case .folder: try addFolder(path, status.identity, ancestors: ancestors)
    case .link: try addTarget(of: path, ancestors: ancestors)
    case .special(let kind): throw .special(kind)
    }
  }

  private mutating func addFolder(
    _ path: RawPath, _ identity: FileStatus.Identity, ancestors: Set<FileStatus.Identity>
  ) throws(FileFailure) {
    guard readFolders.insert(identity).inserted else { return }
    let below = ancestors.union([identity])
    for name in try FileSystem.entries(of: path) where name.first != UInt8(ascii: ".") {
      let entry = path.appending(name)
      do throws(FileFailure) {
        try add(entry, FileSystem.linkStatus(of: entry), ancestors: below)
      } catch {
        add(error, entry)
      }
    }
  }

  private mutating func addTarget(
    of link: RawPath, ancestors: Set<FileStatus.Identity>
  ) throws(FileFailure) {
    let target: FileStatus
    do throws(FileFailure) {
      target = try FileSystem.status(of: link)
    } catch .system(ENOENT) {
      throw .brokenLink
    }
    if target.kind == .folder {
      folderLinks.append(FolderLink(path: link, identity: target.identity, ancestors: ancestors))
    } else {
      try add(link, target, ancestors: ancestors)
    }
  }

  private mutating func follow(_ link: FolderLink) {
    do throws(FileFailure) {
      guard !link.ancestors.contains(link.identity) else { throw .linkLoop }
      try addFolder(link.path, link.identity, ancestors: link.ancestors)
    } catch {
      add(error, link.path)
    }
  }
}
