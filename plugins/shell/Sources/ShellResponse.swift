import OrderedJSON
import Processes
import RunbookModel

/// What a command said, as a response.
struct ShellResponse {
    let response: Response

    init(_ result: ProcessResult) {
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
        var complaints: [Response.Complaint] = []
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
            text: errors.isEmpty ? output : output.isEmpty ? errors : output + "\n" + errors, complaints: complaints,
            // Some of the commands were run, and nobody but their author knows what they did.
            applied: verdict == .success ? .yes : .partly)
    }
}
