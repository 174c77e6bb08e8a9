import Documents
import Glibc

/// Why the file system did not give what was asked for.
enum FileFailure: Error, Sendable, Hashable {
  /// A system call failed with this `errno`.
  case system(Int32)
  /// The path is a link to something that does not exist.
  case brokenLink
  /// The path is a link to a folder that contains it.
  case linkLoop
  /// The path is neither a file nor a folder but this.
  case special(String)
  /// The file has more bytes than are read.
  case tooLarge(bytes: Int, limit: Int)

  /// The diagnostic for people.
  var diagnostic: Diagnostic {
    switch self {
    case .system(let number): Self.diagnostic(errno: number)
    case .brokenLink:
      Diagnostic(.error, code: "broken-link", "a link to a file that does not exist", hint: "mend or remove the link")
    case .linkLoop:
      Diagnostic(
        .error, code: "link-loop", "a link to a folder that contains it; not followed", hint: "remove the link")
    case .special(let kind):
      Diagnostic(
        .error, code: "not-a-file", "\(kind), not a file", hint: "leave it out, or give what it yields to `-`")
    case .tooLarge(let bytes, let limit):
      Diagnostic(
        .error, code: "too-large", "\(bytes >> 20) MiB; a document may have \(limit >> 20) MiB",
        hint: "split the file")
    }
  }

  private static func diagnostic(errno number: Int32) -> Diagnostic {
    switch number {
    case ENOENT, ENOTDIR:
      Diagnostic(.error, code: "missing", "no such file or folder", hint: "check the path")
    case EACCES, EPERM:
      Diagnostic(.error, code: "no-permission", "permission denied", hint: "change its permissions, or leave it out")
    case ELOOP: Diagnostic(.error, code: "link-loop", "a link that leads to itself", hint: "remove the link")
    case ENAMETOOLONG: Diagnostic(.error, code: "name-too-long", "the path is too long", hint: "shorten it")
    case EIO: Diagnostic(.error, code: "read-error", "input/output error while reading", hint: "check the disk")
    case EMFILE, ENFILE:
      Diagnostic(.error, code: "read-error", "too many open files", hint: "use fewer --jobs, or raise `ulimit -n`")
    default:
      Diagnostic(.error, code: "read-error", "cannot be read (system error \(number))", hint: "check the file")
    }
  }
}
