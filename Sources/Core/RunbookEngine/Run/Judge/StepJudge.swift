import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun

/// Judges the responses of a step: status, then `expect`, `capture` and `assert` in the order they stand.
struct StepJudge {
    /// The code of the failure that a response names although its status says success.
    static let complaintCode = "answer/complaint"
    /// The most that is quoted of what a target says about a request that it did not accept.
    private static let longestReason = 400

    let bound: BoundStep
    let expressions: any Expressions
    /// The values that the step uses; captures are added as they are taken.
    var values: KnownValues
    /// The captures, in the order they were taken.
    var captures: [CapturedValue] = []

    /// What the responses come to.
    enum Judgement {
        /// Everything holds.
        case holds
        /// Something does not hold; waiting may help.
        case unmet(StepFailure)
        /// Something is wrong that waiting does not fix.
        case wrong(StepFailure)
    }

    init(bound: BoundStep, expressions: any Expressions, values: KnownValues) {
        self.bound = bound
        self.expressions = expressions
        self.values = values.restricted(to: bound.uses.lazy.map(\.name))
    }

    // MARK: One answer

    /// Judges the status of one response, and what it complains of itself.
    ///
    /// - Parameter isWithheld: Whether the response may hold a secret, so that nothing of it is quoted.
    func judge(_ response: Response, of action: Action, target: String?, isWithheld: Bool) -> Judgement {
        let withheld = "; the response is not shown, because it may contain a secret"
        if !accepts(response) {
            let asked = bound.statuses.isEmpty ? "" : ", expected \(bound.statuses.joined(separator: " or "))"
            let noun = bound.handler?.statusNoun ?? "the status of the response"
            let status = response.status.map { "\(noun) is \($0)" } ?? "the request failed"
            let reason = response.reason.map {
                ": " + VisibleText.visible(Excerpt.text($0, atMost: StepJudge.longestReason))
            }
            let failure = StepFailure(
                code: "status/\(response.verdict.rawValue)",
                message: status + asked + (isWithheld ? withheld : reason ?? ""),
                line: line(of: action), target: target)
            return response.verdict == .denied || response.isLasting ? .wrong(failure) : .unmet(failure)
        }
        guard response.verdict == .success else { return .holds }
        if let complaint = response.complaints.first(where: { complaint in
            !complaint.isWarning && !isMentioned(complaint.field, in: response, of: action)
        }) {
            return .unmet(
                StepFailure(
                    code: StepJudge.complaintCode,
                    message: "the status of the response is \(response.status ?? 0), but "
                        + (isWithheld
                            ? "it reports a failure\(withheld)" : "`\(complaint.field)`: \(complaint.message)"),
                    line: line(of: action), target: target))
        }
        return .holds
    }

    /// Judges the response of an emulated target: what it does not emulate says nothing, whatever the step accepts.
    func judgeEmulated(_ response: Response, of action: Action, target: String?, isWithheld: Bool) -> Judgement {
        let hint = response.sandboxHint.map { VisibleText.visible(Excerpt.text($0, atMost: StepJudge.longestReason)) }
        guard let missing = response.notEmulated else {
            let judgement = judge(response, of: action, target: target, isWithheld: isWithheld)
            guard let hint else { return judgement }
            return switch judgement {
            case .holds: .holds
            case .unmet(let failure): .unmet(failure.saying(hint))
            case .wrong(let failure): .wrong(failure.saying(hint))
            }
        }
        // The request as a whole is named as it was sent, which may be another form than the one it was written in.
        let isWhole = missing.utf8.prefix { (0x41...0x5A).contains($0) }.count > 2
        let part = isWhole ? "" : "\(VisibleText.visible(Excerpt.text(missing, atMost: 200))) of "
        let failure = StepFailure(
            code: "sandbox/not-emulated",
            message: "the sandbox does not emulate \(part)`\(action.title)`; this says nothing about your runbook",
            line: line(of: action), target: target)
        return .wrong(hint.map(failure.saying) ?? failure)
    }

    /// What a response warns of that no expectation speaks of.
    func warnings(of response: Response) -> [String] {
        response.complaints.filter { $0.isWarning && !isMentioned($0.field, in: response, of: nil) }.map {
            $0.field.isEmpty ? $0.message : "`\($0.field)`: \($0.message)"
        }
    }

    private func accepts(_ response: Response) -> Bool {
        // What is not there any more is taken back.
        let isGone = bound.step.role == .undo && response.verdict == .missing
        if bound.statuses.isEmpty { return response.verdict == .success || isGone }
        guard let status = response.status else { return false }
        let text = String(status)
        return bound.statuses.contains { accepted in
            accepted == text || (accepted.hasSuffix("xx") && text.count == 3 && text.first == accepted.first)
        }
    }

    private func line(of action: Action) -> Int? {
        bound.actions.indices.contains(action.index) ? bound.actions[action.index].span.start.line : nil
    }

    /// Whether an expectation speaks of a member of a response, so that its author knows what it says.
    private func isMentioned(_ field: String, in response: Response, of action: Action?) -> Bool {
        if field.isEmpty { return false }
        return bound.step.checks.contains { check in
            guard case .expect(let expectation) = check, expectation.form == .json,
                let text = try? expectation.template.filled({ self.values.value($0) }),
                let json = try? JSON(parsing: text)
            else { return false }
            let mention = MemberMention(
                path: field.split(separator: ".").map(String.init), isOrdered: expectation.unordered.isEmpty)
            // Of several requests an expectation is a list, and each element speaks of its own.
            guard let action, bound.actions.count > 1 else { return mention.isIn(json, of: response.body) }
            if !mention.isOrdered {
                // Which element means this response is known when all have come; so each must speak of it.
                return json.array?.allSatisfy { mention.isIn($0, of: response.body) } ?? false
            }
            guard let own = json.array, own.indices.contains(action.index) else { return false }
            return mention.isIn(own[action.index], of: response.body)
        }
    }

    // MARK: All responses

    /// Judges what is asked of the responses, and takes the captures.
    ///
    /// All checks that do not hold are listed, up to the first that cannot be judged or has no value to give to the next.
    mutating func judge(_ responses: StepResponses) async -> Judgement {
        var unmet = UnmetChecks()
        for check in bound.step.checks {
            switch check {
            case .expect(let expectation):
                if case .wrong(let failure) = judge(expectation, responses, &unmet) { return .wrong(failure) }
            case .assert(let filters):
                if case .wrong(let failure) = await judge(filters, responses, &unmet) { return .wrong(failure) }
            case .capture(let list):
                switch await capture(list, responses) {
                case .holds: break
                case .unmet(let failure):
                    unmet.add(failure)
                    return unmet.judgement
                case .wrong(let failure): return unmet.isEmpty ? .wrong(failure) : unmet.judgement
                }
            }
        }
        if let same = bound.step.keys.same {
            switch await judgeSame(same, responses) {
            case .holds: break
            case .unmet(let failure): unmet.add(failure)
            case .wrong(let failure): return .wrong(failure)
            }
        }
        return unmet.judgement
    }

    private func judge(
        _ expectation: Expectation, _ responses: StepResponses, _ unmet: inout UnmetChecks
    ) -> Judgement {
        let line = expectation.span.start.line
        let text: String
        do {
            text = try expectation.template.filled { values.value($0) }
        } catch {
            return .wrong(
                StepFailure(
                    code: "value/unset", message: "`\(error.hole.reference)` has no value",
                    line: error.hole.span.start.line))
        }
        for part in responses.parts {
            let differences: [StepFailure.Difference]
            switch expectation.form {
            case .text: differences = [lines(of: expectation).difference(in: part.text)].compactMap(\.self)
            case .json:
                guard let expected = try? JSON(parsing: text) else {
                    return .wrong(
                        StepFailure(
                            code: "expect/invalid",
                            message: "the expectation is not valid JSON after its values were inserted",
                            line: line))
                }
                differences = ExpectationMatcher.differences(
                    expected: expected, actual: part.body, unordered: Set(expectation.unordered.map(\.value)))
            }
            if !differences.isEmpty {
                unmet.add(
                    StepFailure(
                        code: "expect/unmet", message: "the response differs from the expectation",
                        line: line, target: several(responses, part), differences: differences))
            }
        }
        return .holds
    }

    /// The lines that are expected, with values in their places.
    private func lines(of expectation: Expectation) -> LineMatcher {
        LineMatcher(
            expectation.template.segments.map { segment in
                switch segment {
                case .literal(let text): (text, false)
                case .hole(let hole): (values.value(hole.reference).flatMap(hole.context.render) ?? "", true)
                }
            })
    }

    private func several(_ responses: StepResponses, _ part: StepResponses.Part) -> String? {
        responses.parts.count > 1 ? part.target : nil
    }

    private func judge(
        _ filters: [Filter], _ responses: StepResponses, _ unmet: inout UnmetChecks
    ) async -> Judgement {
        for filter in filters {
            for part in responses.parts {
                switch await judge(filter, on: part, target: several(responses, part)) {
                case .holds: break
                case .unmet(let failure): unmet.add(failure)
                case .wrong(let failure): return .wrong(failure)
                }
            }
        }
        return .holds
    }

    private func judge(_ filter: Filter, on part: StepResponses.Part, target: String?) async -> Judgement {
        let line = filter.span.start.line
        func failure(_ code: String, _ message: String, actual: String) -> StepFailure {
            StepFailure(
                code: code, message: message, line: line, target: target,
                differences: [.init(path: filter.text, expected: "true", actual: actual)])
        }
        switch await outputs(of: filter, on: part.body, engine: part.variables) {
        case .failure(let problem):
            let found = failure("assert/error", "the filter failed", actual: shown(problem, of: filter))
            return problem.reason == .runtime ? .unmet(found) : .wrong(found)
        case .success(let outputs):
            if outputs.isEmpty { return .unmet(failure("assert/unmet", "the filter has no result", actual: "nothing")) }
            if let other = outputs.first(where: { $0.bool == nil }) {
                let article = other.isNull ? "" : other.kind == "array" || other.kind == "object" ? "an " : "a "
                let advice = other.isNull ? "; write `== true` behind a member that may be missing" : ""
                return .wrong(
                    failure(
                        "assert/not-a-test",
                        "the result of the filter is \(article)\(other.kind), not `true` or `false`\(advice)",
                        actual: shown(other, of: filter)))
            }
            if outputs.contains(.bool(false)) {
                return .unmet(failure("assert/unmet", "the assertion is false", actual: "false"))
            }
            return .holds
        }
    }
}
