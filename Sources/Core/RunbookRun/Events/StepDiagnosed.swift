package import OrderedJSON

/// After the step failed, something was looked at that could be the cause; it changes no state.
package struct StepDiagnosed: StepEvent {
    /// The name in journals.
    package static let kind = "step-diagnosed"

    /// What was found.
    package let finding: Finding

    /// Makes the content.
    package init(finding: Finding) { self.finding = finding }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let result = fields.string("result").flatMap(Finding.Result.init) else { return nil }
        finding = Finding(
            section: fields.string("heading") ?? "", title: fields.string("title") ?? "", result: result,
            detail: fields.string("detail") ?? "")
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["heading"] = finding.section
        fields["title"] = finding.title
        fields["result"] = finding.result.rawValue
        fields["detail"] = finding.detail
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .failed else { return false }
        record.findings.append(finding)
        return true
    }
}

extension RunEvent {
    /// Something was looked at that could be the cause of the step's failure.
    package static func diagnosed(step: String, finding: Finding) -> RunEvent {
        .step(step, StepDiagnosed(finding: finding))
    }
}
