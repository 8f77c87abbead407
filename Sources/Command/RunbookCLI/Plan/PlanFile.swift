import Digests
import OrderedJSON
import RunbookModel
import RunbookReport

/// A plan in a file.
struct PlanFile {
    /// What the plan says, as it stands in the file.
    let plan: JSON
    /// Its SHA-256, which the file says as well.
    let hash: String

    /// Writes a plan that `exec --plan` takes; it holds no secret, so others may read it.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    static func write(_ plan: Plan, hash: String, to file: String) throws(Diagnostic) {
        try DocumentFile.replace(PlanJSON.json(PlanView(plan, hash: hash)).text(.pretty) + "\n", in: file)
    }

    /// Reads a plan that `plan -o` wrote.
    ///
    /// - Throws: `CommandFailure` when it cannot be read, or is not what was written.
    static func read(_ file: String) throws -> PlanFile {
        let source: SourceText
        do {
            source = try DocumentFile.read(file)
        } catch {
            throw CommandFailure(ExitStatus.invalid, [error])
        }
        let name = VisibleText.visible(file)
        func refusal(_ code: String, _ message: String, at offset: Int? = nil) -> CommandFailure {
            CommandFailure(
                ExitStatus.planRefused,
                [
                    Diagnostic(
                        code, message, at: offset.map { source.span($0..<$0 + 1) },
                        help: "make a new one: `runbook plan FILE -o plan.json`")
                ], sources: offset == nil ? [] : [source])
        }
        let json: JSON
        do {
            json = try JSON(bytes: source.bytes)
        } catch {
            throw refusal("plan/unreadable", "`\(name)` is no plan: \(error.message)", at: error.offset)
        }
        guard let plan = json["plan"], plan.object != nil, let hash = json["sha256"]?.string else {
            throw refusal("plan/unreadable", "`\(name)` is no plan: it has no `plan` and `sha256`")
        }
        guard plan["format"]?.int == Plan.formatVersion else {
            throw refusal("plan/unreadable", "`\(name)` is a plan of another version of this program")
        }
        guard SHA256.hex(plan.bytes(.canonical)) == hash else {
            throw refusal("plan/edited", "`\(name)` was edited after it was made")
        }
        return PlanFile(plan: plan, hash: hash)
    }
}
