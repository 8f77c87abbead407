import OrderedJSON
import RunbookApp
import RunbookModel
import RunbookReport
import RunbookRun

/// A plan in a file.
enum PlanFile {
    /// Writes a plan that `exec --plan` takes; it contains no secret, so others may read it.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    static func write(_ plan: Plan, hash: String, to file: String) throws(Diagnostic) {
        try DocumentFile.replace(PlanJSON.json(PlanView(plan, hash: hash)).text(.pretty) + "\n", in: file)
    }

    /// Reads a plan that `plan -o` wrote.
    ///
    /// - Throws: `CommandFailure` when it cannot be read, or is not what was written.
    static func read(_ file: String) throws -> ReviewedPlan {
        let source = try DocumentFile.read(file, orExit: ExitStatus.invalid)
        do throws(Diagnostic) {
            return try ReviewedPlan(source)
        } catch {
            throw CommandFailure(ExitStatus.planRefused, [error], sources: error.span == nil ? [] : [source])
        }
    }
}
