import Glibc

/// Why an environment file could not be written.
package struct EnvironmentFileError: Error, Hashable, CustomStringConvertible {
    /// The file.
    package let path: String
    /// The `errno` of the call that failed.
    package let code: Int32

    /// One sentence for a person.
    package var description: String { "cannot write `\(path)`: \(String(cString: strerror(code)).lowercased())" }
}
