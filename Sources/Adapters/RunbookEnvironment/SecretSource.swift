/// Where a secret comes from; the file never holds the secret itself.
package enum SecretSource: Sendable, Hashable {
    /// A variable of the process's environment.
    case variable(String)
    /// A file, by its absolute path.
    case file(String)
    /// A program and its arguments, whose standard output is the secret; relative paths begin at `directory`.
    case command([String], directory: String)

    /// What is recorded: the place, never the value.
    package var label: String {
        switch self {
        case .variable(let name): "env:\(name)"
        case .file(let path): "file:\(path)"
        case .command: "command"
        }
    }
}
