import RunbookModel

extension BoundStep {
    /// The hash of what decides when it is taken, and how it is judged and timed; nothing of it is sent.
    package var judgement: String {
        let keys = step.keys
        var parts = step.checks.flatMap { check -> [String] in
            switch check {
            case .expect(let expectation):
                ["expect", "\(expectation.form)", expectation.template.source] + expectation.unordered.map(\.value)
            case .assert(let filters): ["assert"] + filters.map(\.text)
            case .capture(let captures):
                ["capture"] + captures.flatMap { [$0.name.value, $0.isSecret ? "!" : "", $0.filter.text] }
            }
        }
        for duration in [keys.timeout, keys.within, keys.every, keys.holdsFor] {
            parts.append(duration.map { DurationText.text($0.value) } ?? "")
        }
        parts += [keys.retry.map { "\($0.value)" } ?? "", keys.same?.text ?? "", keys.confirm?.source ?? ""]
        parts += [keys.unless.map { "\($0.value)" } ?? "", keys.repeats ? "again" : ""]
        parts +=
            statuses + ["if"] + keys.alternatives.map { "\($0.parameter.value):\($0.values.map(\.value))" } + ["when"]
        parts += keys.conditions.map(\.text) + ["needs"] + (keys.needs ?? []).map(\.value)
        parts += given(for: namesJudged)
        return StepIdentity.hash(parts)
    }
}
