import Digests
package import OrderedJSON
package import RunbookModel
package import RunbookReport
package import RunbookRun

/// A plan that people have reviewed, against which a run is held.
///
/// Everything is rendered again and compared. So nothing of the file is ever carried out, and an edited one can smuggle
/// nothing in.
package struct ReviewedPlan: Sendable {
    /// What the plan says, as it is in the file.
    package let plan: JSON
    /// Its SHA-256, which the file says as well.
    package let hash: String

    /// Whether it holds what reads answered.
    package var isProbed: Bool { plan["probed"] == true }

    /// Reads the text of a plan.
    ///
    /// - Throws: `Diagnostic` when it is not what was written.
    package init(_ source: SourceText) throws(Diagnostic) {
        let name = VisibleText.visible(source.file)
        func refusal(_ code: String, _ message: String, at offset: Int? = nil) -> Diagnostic {
            Diagnostic(
                code, message, at: offset.map { source.span(at: $0) },
                help: "make a new one: `runbook plan FILE -o plan.json`")
        }
        let json: JSON
        do {
            json = try JSON(bytes: source.bytes)
        } catch {
            throw refusal("plan/unreadable", "`\(name)` is not a plan: \(error.message)", at: error.offset)
        }
        guard let plan = json["plan"], plan.object != nil, let hash = json["sha256"]?.string else {
            throw refusal("plan/unreadable", "`\(name)` is not a plan: it has no `plan` and `sha256`")
        }
        guard plan["format"]?.int == Plan.formatVersion else {
            throw refusal("plan/unreadable", "`\(name)` was made by another version of runbook")
        }
        guard SHA256.hex(plan.bytes(.canonical)) == hash else {
            throw refusal("plan/edited", "`\(name)` was edited after it was made")
        }
        self.plan = plan
        self.hash = hash
    }

    /// How it differs from what would be done now; what reads answer is omitted.
    package func differences(from made: Plan) -> [PlanDifference] {
        PlanDifferences.between(plan, made.json, ignoringProbes: isProbed)
    }

    /// How what reads answer now differs from what they answered then.
    package func staleness(of answered: Plan) -> [PlanDifference] {
        isProbed ? PlanDifferences.between(plan, answered.json) : []
    }

    /// What was changed between the comparison and the preparation of the run.
    ///
    /// - Parameters:
    ///   - made: The plan that was compared.
    ///   - start: What the run is about to begin with.
    package static func changes(since made: Plan, in start: RunStart) -> [PlanDifference] {
        var differences: [PlanDifference] = []
        if start.environment.sha256 != made.environment.sha256 {
            differences.append(PlanDifference(place: "environment file", before: nil, after: nil))
        }
        if start.documents.first(where: { $0.role == .fixture })?.sha256 != made.fixture?.sha256 {
            differences.append(PlanDifference(place: "fixture", before: nil, after: nil))
        }
        if start.documents.filter({ $0.role == .include && !start.isPreparation($0) }).map(\.sha256)
            != made.includes.map(\.sha256)
        {
            differences.append(PlanDifference(place: "a document that is included", before: nil, after: nil))
        }
        for planned in made.parameters where !planned.isSecret {
            guard let value = planned.value,
                let taken = start.parameters.first(where: { $0.name == planned.name })?.value, value != taken
            else { continue }
            differences.append(
                PlanDifference(place: "parameter \(planned.name)", before: value.text(), after: taken.text()))
        }
        return differences
    }
}
