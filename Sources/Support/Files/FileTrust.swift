/// Who chose the path of a file, which decides what may be there.
package enum FileTrust: Sendable, Hashable {
    /// The operator, in this very command line: links are followed, and a pipe is read, such as `<(...)` of a shell.
    case named
    /// The operator, at another time or by a folder of their own: links are followed, and it must be a regular file.
    case own
    /// Whoever wrote what is in a folder, by its real path: a regular file that really lies in it.
    case inside(String)
}
