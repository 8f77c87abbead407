internal import Glibc

/// A child could not be started; nothing ran.
package struct SpawnError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was to be started, as the command names it.
    package let executable: String
    /// What went wrong, in words.
    package let reason: String
    /// The system's error number; 0: none.
    package let code: Int32

    init(_ command: ProcessCommand, step: String, code: Int32) {
        executable = command.executable
        self.code = code
        reason =
            switch step {
            case "execve": Self.words(code)
            case "chdir": "working directory `\(command.directory ?? "")`: \(Self.words(code))"
            default: "\(step): \(Self.words(code))"
            }
    }

    init(_ command: ProcessCommand, reason: String, code: Int32) {
        executable = command.executable
        self.reason = reason
        self.code = code
    }

    /// The error in words: what could not be started, and why.
    package var description: String { "cannot start `\(executable)`: \(reason)" }

    private static func words(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self).lowercased()
    }
}
