import OrderedJSON
import RunbookModel

/// Judges the answers of a step: status, then `expect`, `capture` and `assert` in the order they stand.
struct StepJudge {
    let bound: BoundStep
    let expressions: any Expressions
    /// The values before the step; captures are added as they are taken.
    private(set) var values: ValueStore
    private(set) var captures = StepValues()
    private(set) var capturedSecrets: [(name: String, value: JSON)] = []

    /// What the answers come to.
    enum Judgement {
        /// Everything holds.
        case holds
        /// Something does not hold; waiting may help.
        case unmet(StepFailure)
        /// Something is wrong that no waiting mends.
        case wrong(StepFailure)
    }

    init(bound: BoundStep, expressions: any Expressions, values: ValueStore) {
        self.bound = bound
        self.expressions = expressions
        self.values = values
    }

    // MARK: One answer

    /// Judges the status of one answer, and what it complains of itself.
    func judge(_ answer: Answer, of action: Action, target: String?) -> Judgement {
        if !accepts(answer) {
            let asked = bound.statuses.isEmpty ? "" : ", expected \(bound.statuses.joined(separator: " or "))"
            let status = answer.status.map { "the answer's status is \($0)" } ?? "the answer is no success"
            let failure = StepFailure(
                code: "status/\(answer.verdict.rawValue)", message: status + asked, line: line(of: action),
                target: target)
            return answer.verdict == .denied ? .wrong(failure) : .unmet(failure)
        }
        guard answer.verdict == .success else { return .holds }
        if let complaint = answer.complaints.first(where: { !isMentioned($0.field) }) {
            return .unmet(
                StepFailure(
                    code: "answer/complaint",
                    message:
                        "the answer's status is \(answer.status ?? 0), but `\(complaint.field)`: \(complaint.message)",
                    line: line(of: action), target: target))
        }
        return .holds
    }

    private func accepts(_ answer: Answer) -> Bool {
        if bound.statuses.isEmpty { return answer.verdict == .success }
        guard let status = answer.status else { return false }
        let text = String(status)
        return bound.statuses.contains { accepted in
            accepted == text || (accepted.hasSuffix("xx") && text.count == 3 && text.first == accepted.first)
        }
    }

    private func line(of action: Action) -> Int? {
        bound.actions.indices.contains(action.index) ? bound.actions[action.index].span.start.line : nil
    }

    /// Whether an expectation speaks of a member, so that its author knows what it says.
    private func isMentioned(_ field: String) -> Bool {
        bound.step.checks.contains { check in
            guard case .expect(let expectation) = check, expectation.form == .json,
                let text = try? expectation.template.filled({ self.values.value($0) }),
                let json = try? JSON(parsing: text)
            else { return false }
            return mentions(json, path: field.split(separator: ".").map(String.init)[...])
        }
    }

    private func mentions(_ json: JSON, path: ArraySlice<String>) -> Bool {
        if case .array(let elements) = json { return elements.contains { mentions($0, path: path) } }
        guard let first = path.first else { return true }
        guard let value = json[first] else { return false }
        return value == .string(ExpectationMatcher.wildcard) || mentions(value, path: path.dropFirst())
    }

    // MARK: All answers

    /// Judges what is asked of the answers, and takes the captures.
    mutating func judge(_ answers: StepAnswers) async -> Judgement {
        for check in bound.step.checks {
            let judgement: Judgement
            switch check {
            case .expect(let expectation): judgement = judge(expectation, answers)
            case .assert(let filters): judgement = await judge(filters, answers)
            case .capture(let list): judgement = await take(list, answers)
            }
            guard case .holds = judgement else { return judgement }
        }
        if let same = bound.step.keys.same { return await judgeSame(same, answers) }
        return .holds
    }

    private func judge(_ expectation: Expectation, _ answers: StepAnswers) -> Judgement {
        let line = expectation.span.start.line
        let text: String
        do {
            text = try expectation.template.filled { values.value($0) }
        } catch {
            return .wrong(
                StepFailure(
                    code: "value/unset", message: "`\(error.hole.reference)` has no value here",
                    line: error.hole.span.start.line))
        }
        for part in answers.parts {
            let differences: [StepFailure.Difference]
            switch expectation.form {
            case .text: differences = ExpectationMatcher.differences(expectedLines: text, actual: part.text)
            case .json:
                guard let expected = try? JSON(parsing: text) else {
                    return .wrong(
                        StepFailure(
                            code: "expect/invalid", message: "the expectation is no JSON once its values are filled in",
                            line: line))
                }
                differences = ExpectationMatcher.differences(
                    expected: expected, actual: part.body, unordered: Set(expectation.unordered.map(\.value)))
            }
            if !differences.isEmpty {
                return .unmet(
                    StepFailure(
                        code: "expect/unmet", message: "the answer is not what was expected",
                        line: line, target: several(answers, part), differences: differences))
            }
        }
        return .holds
    }

    private func several(_ answers: StepAnswers, _ part: StepAnswers.Part) -> String? {
        answers.parts.count > 1 ? part.target : nil
    }

    private func judge(_ filters: [Filter], _ answers: StepAnswers) async -> Judgement {
        for filter in filters {
            for part in answers.parts {
                let engine = JSONObject([
                    ("status", part.status), ("headers", part.headers), ("request", part.request),
                ])
                let judgement = await judge(filter, on: part.body, engine: engine, target: several(answers, part))
                guard case .holds = judgement else { return judgement }
            }
        }
        return .holds
    }

    private func judge(_ filter: Filter, on body: JSON, engine: JSONObject, target: String?) async -> Judgement {
        let line = filter.span.start.line
        func failure(_ code: String, _ message: String, actual: String) -> StepFailure {
            StepFailure(
                code: code, message: message, line: line, target: target,
                differences: [.init(path: filter.text, expected: "true", actual: actual)])
        }
        switch await outputs(of: filter, on: body, engine: engine) {
        case .failure(let problem):
            let found = failure("assert/error", "the filter gave an error", actual: problem.message)
            return problem.reason == .runtime ? .unmet(found) : .wrong(found)
        case .success(let outputs):
            if outputs.isEmpty { return .unmet(failure("assert/unmet", "the filter gave nothing", actual: "nothing")) }
            if let other = outputs.first(where: { $0.bool == nil }) {
                return .wrong(
                    failure(
                        "assert/not-a-test",
                        "the filter gave \(other.kind == "array" || other.kind == "object" ? "an" : "a") \(other.kind), which is no test",
                        actual: other.text()))
            }
            if outputs.contains(.bool(false)) {
                return .unmet(failure("assert/unmet", "the test does not hold", actual: "false"))
            }
            return .holds
        }
    }

    private mutating func take(_ list: [Capture], _ answers: StepAnswers) async -> Judgement {
        for capture in list {
            let name = capture.name.value
            let line = capture.name.span.start.line
            switch await outputs(of: capture.filter, on: answers.value, engine: answers.variables) {
            case .failure(let problem):
                let failure = StepFailure(
                    code: "capture/error", message: "`\(name)` could not be taken: \(problem.message)", line: line)
                return problem.reason == .runtime ? .unmet(failure) : .wrong(failure)
            case .success(let outputs):
                if let problem = StepJudge.problem(with: outputs) {
                    return .unmet(
                        StepFailure(code: problem.code, message: "`\(name)` \(problem.message)", line: line))
                }
                keep(outputs[0], as: name, isSecret: capture.isSecret || values.isSecretFilter(capture.filter.text))
            }
        }
        return .holds
    }

    private static func problem(with outputs: [JSON]) -> (code: String, message: String)? {
        if outputs.isEmpty || outputs == [.null] { return ("capture/empty", "is not in the answer") }
        if outputs.count > 1 {
            return ("capture/many", "has \(outputs.count) values; take one, or collect them: `[...]`")
        }
        if outputs[0].bytes().count > 1_048_576 { return ("capture/too-large", "is larger than 1 MiB") }
        return nil
    }

    private mutating func keep(_ value: JSON, as name: String, isSecret: Bool) {
        values.set(name, to: value, isSecret: isSecret)
        if isSecret {
            captures.secrets.append(name)
            capturedSecrets.append((name, value))
        } else {
            captures.captures[name] = value
        }
    }

    private func judgeSame(_ filter: Filter, _ answers: StepAnswers) async -> Judgement {
        var seen: [(target: String, value: JSON)] = []
        for part in answers.parts {
            let engine = JSONObject([("status", part.status), ("headers", part.headers), ("request", part.request)])
            switch await outputs(of: filter, on: part.body, engine: engine) {
            case .failure(let problem):
                return .unmet(
                    StepFailure(
                        code: "same/error", message: "the filter gave an error: \(problem.message)",
                        line: filter.span.start.line, target: part.target))
            case .success(let outputs): seen.append((part.target ?? "", .array(outputs)))
            }
        }
        guard let first = seen.first, let other = seen.first(where: { !$0.value.isEquivalent(to: first.value) }) else {
            return .holds
        }
        return .unmet(
            StepFailure(
                code: "same/unmet", message: "`\(first.target)` and `\(other.target)` differ",
                line: filter.span.start.line,
                differences: [
                    .init(
                        path: filter.text, expected: "\(first.value.text()) as on \(first.target)",
                        actual: other.value.text())
                ]))
    }

    private func outputs(of filter: Filter, on body: JSON, engine: JSONObject) async -> Result<[JSON], FilterFailure> {
        var variables = values.variables(for: filter.text)
        for member in engine { variables[member.name] = member.value }
        do {
            return .success(try await expressions.evaluate(filter.text, on: body, variables: variables))
        } catch {
            return .failure(error)
        }
    }
}
