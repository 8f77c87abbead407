package import Processes

/// What the tool said and how it ended.
package struct ToolResult: Sendable {
    /// The exit code; a signal's number counts from 1000.
    package let status: Int32
    /// Standard output.
    package let output: String
    /// Standard error.
    package let errors: String

    /// Puts a result together.
    package init(status: Int32, output: String, errors: String) {
        self.status = status
        self.output = output
        self.errors = errors
    }

    /// Takes over what is left of a process.
    package init(_ result: ProcessResult) {
        status =
            switch result.termination {
            case .exited(let code): code
            case .signalled(let number): 1000 + number
            }
        output = String(decoding: result.output, as: UTF8.self)
        errors = String(decoding: result.errors, as: UTF8.self)
    }

    /// The ends of both streams, for a message.
    package var said: String { "status \(status)\n\(output.suffix(1500))\n\(errors.suffix(1500))" }

    /// The name of the run that it told of first.
    package var run: String? { (output + errors).firstMatch(of: RunName.pattern).map { String($0.output) } }
}
