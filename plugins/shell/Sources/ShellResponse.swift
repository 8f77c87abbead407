import OrderedJSON
import Processes
import RunbookModel

/// What a command said, as a response.
struct ShellResponse {
    let response: Response

    /// Makes the response.
    ///
    /// - Parameter left: What is said of processes that were still running when the commands had ended.
    init(_ result: ProcessResult, left: [String]) {
        var output = String(decoding: result.output, as: UTF8.self)
        while output.hasSuffix("\n") { output.removeLast() }
        let errors = String(decoding: result.errors, as: UTF8.self)
        let status: Int
        let verdict: Response.Verdict
        switch result.termination {
        case .exited(let code): (status, verdict) = (Int(code), code == 0 ? .success : .rejected)
        // As shells count them.
        case .signalled(let number): (status, verdict) = (128 + Int(number), .broken)
        }
        var complaints = left.map { Response.Complaint(field: "", message: $0, isWarning: true) }
        if result.outputDropped > 0 {
            complaints.append(
                .init(
                    field: "output",
                    message: "its output has \(result.output.count + result.outputDropped) bytes, but at most "
                        + "\(ShellHandler.outputLimit) are allowed"))
        }
        response = Response(
            status: status, verdict: verdict,
            headers: errors.isEmpty ? JSONObject() : JSONObject([("stderr", .string(errors))]),
            body: (try? JSON(parsing: output)) ?? .string(output),
            text: ShellResponse.text(output, errors), complaints: complaints,
            isLasting: ShellResponse.isLasting(status, errors),
            // Some of the commands were run, and nobody but their author knows what they did.
            applied: verdict == .success ? .yes : .partly,
            reason: verdict == .success
                ? nil
                : ShellResponse.lastLine(of: errors)
                    ?? "if this is not a failure, write `status=0,\(status)` in the fence")
    }

    /// What was written until the command was stopped, which answers nothing.
    static func excerpt(of result: ProcessResult) -> Response? {
        let output = String(decoding: result.output, as: UTF8.self)
        let errors = String(decoding: result.errors, as: UTF8.self)
        let text = text(output, errors)
        if text.utf8.allSatisfy({ $0 <= 0x20 }) { return nil }
        return Response(status: nil, verdict: .broken, body: .string(text), text: text)
    }

    /// Whether the shell says of the commands themselves that they cannot be run, so that no waiting helps.
    ///
    /// `command -v NAME` ends with 127 as well while a program is not there yet, but says nothing.
    private static func isLasting(_ status: Int, _ errors: String) -> Bool {
        let lines = errors.utf8.split(separator: UInt8(ascii: "\n"))
        switch status {
        case 126: return lines.contains { $0.holds("ermission denied".utf8) || $0.holds("annot execute".utf8) }
        case 127: return lines.contains { $0.holds("not found".utf8) }
        case 2:
            // A command of the block may end with 2 as well; only the shell's own lines begin with its path.
            return lines.contains { line in
                line.starts(with: "/bin/".utf8)
                    && (line.holds("yntax error".utf8) || line.holds("unexpected EOF".utf8))
            }
        default: return false
        }
    }

    /// Both outputs for people, standard error under its name.
    private static func text(_ output: String, _ errors: String) -> String {
        if errors.isEmpty { return output }
        let separator = output.isEmpty || output.hasSuffix("\n") ? "" : "\n"
        return output + separator + "standard error:\n" + errors
    }

    private static func lastLine(of errors: String) -> String? {
        errors.utf8.split(separator: UInt8(ascii: "\n")).last.flatMap { String($0) }
    }
}
