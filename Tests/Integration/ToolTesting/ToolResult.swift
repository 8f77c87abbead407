package import Processes

/// What the tool said and how it ended.
package struct ToolResult: Sendable {
    /// The exit code; a signal's number counts from 1000.
    package let status: Int32
    /// Standard output.
    package let output: String
    /// Standard error.
    package let errors: String

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

    /// Both streams, for a message.
    package var said: String { "status \(status)\n\(output)\(errors)" }

    /// The name of the run that it told of first.
    package var run: String? { (output + errors).firstMatch(of: RunName.pattern).map { String($0.output) } }
}
