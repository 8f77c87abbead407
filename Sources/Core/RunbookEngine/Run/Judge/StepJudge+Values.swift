import OrderedJSON
import RunbookModel
import RunbookRun

extension StepJudge {
    mutating func capture(_ list: [Capture], _ responses: StepResponses) async -> Judgement {
        for capture in list {
            let name = capture.name.value
            let line = capture.name.span.start.line
            switch await outputs(of: capture.filter, on: responses.value, engine: responses.variables) {
            case .failure(let problem):
                let failure = StepFailure(
                    code: "capture/error",
                    message: "`\(name)` could not be captured: \(shown(problem, of: capture.filter))",
                    line: line)
                return problem.reason == .runtime ? .unmet(failure) : .wrong(failure)
            case .success(let outputs):
                if let problem = StepJudge.problem(with: outputs) {
                    return .unmet(
                        StepFailure(code: problem.code, message: "`\(name)` \(problem.message)", line: line))
                }
                add(outputs[0], of: capture)
            }
        }
        return .holds
    }

    private static func problem(with outputs: [JSON]) -> (code: String, message: String)? {
        if outputs.isEmpty || outputs == [.null] { return ("capture/empty", "is not in the response") }
        if outputs.count > 1 {
            return ("capture/many", "has \(outputs.count) values; select one, or collect them: `[...]`")
        }
        if outputs[0].bytes().count > 1_048_576 { return ("capture/too-large", "is larger than 1 MiB") }
        return nil
    }

    mutating func add(_ value: JSON, of capture: Capture) {
        let isSecret = isSecret(capture)
        values.set(capture.name.value, to: value, isSecret: isSecret)
        captures.append(CapturedValue(name: capture.name.value, value: value, isSecret: isSecret))
    }

    func judgeSame(_ filter: Filter, _ responses: StepResponses) async -> Judgement {
        var seen: [(target: String, outputs: [JSON])] = []
        for part in responses.parts {
            switch await outputs(of: filter, on: part.body, engine: part.variables) {
            case .failure(let problem):
                return .unmet(
                    StepFailure(
                        code: "same/error", message: "the filter failed: \(shown(problem, of: filter))",
                        line: filter.span.start.line, target: part.target))
            case .success(let outputs): seen.append((part.target ?? "", outputs))
            }
        }
        // A slip in the filter gives nothing anywhere, and nothing is equal to nothing.
        if seen.allSatisfy({ $0.outputs.allSatisfy(SameMatcher.saysNothing) }) {
            return .unmet(
                StepFailure(
                    code: "same/empty", message: "`same` finds nothing on any target: `\(filter.text)`",
                    line: filter.span.start.line))
        }
        guard let first = seen.first,
            let other = seen.first(where: {
                !JSON.array($0.outputs).isEquivalent(to: .array(first.outputs))
            })
        else { return .holds }
        let values = [first, other].map { $0.outputs.count == 1 ? $0.outputs[0] : .array($0.outputs) }
        let differences = SameMatcher.differences(values[0], values[1]) { shown($0, of: filter) }
        return .unmet(
            StepFailure(
                code: "same/unmet", message: "`\(first.target)` and `\(other.target)` differ",
                line: filter.span.start.line,
                differences: differences.map { difference in
                    .init(
                        path: difference.path.isEmpty ? filter.text : difference.path,
                        expected: "\(difference.first) as on \(first.target)",
                        actual: "\(difference.second) on \(other.target)")
                }))
    }

    func outputs(of filter: Filter, on body: JSON, engine: JSONObject) async -> Result<[JSON], FilterFailure> {
        var variables = values.variables(for: filter.text)
        for member in engine { variables[member.name] = member.value }
        do {
            return .success(try await expressions.evaluate(filter.text, on: body, variables: variables))
        } catch {
            return .failure(error)
        }
    }
}
