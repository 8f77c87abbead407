import RunbookModel
import RunbookReport
package import RunbookRun

/// Whether a run can be gone on with, asked in the order in which things come to be known.
package struct ResumeCheck: Sendable {
    /// What the run began with.
    package let start: RunStart
    private let state: RunState
    private let run: String

    /// Whether there is nothing left to do.
    package var isDone: Bool { state.phase == .passed }

    /// Looks at the journal of a run.
    ///
    /// - Throws: `ResumeRefusal` when this version cannot read all of it.
    package init(_ state: RunState, run: String) throws(ResumeRefusal) {
        guard let start = state.start, state.unknownKinds.isEmpty else {
            throw ResumeRefusal(.journal, "the run `\(run)` was made by another version of runbook: use that one")
        }
        self.start = start
        self.state = state
        self.run = run
    }

    /// Refuses a run whose steps a person must look at first.
    ///
    /// - Parameter settled: The steps in doubt about which a person has said what was found.
    package func checkSteps(settled: Set<String>) throws(ResumeRefusal) {
        if start.environment.endsWithProcess {
            throw ResumeRefusal(.person, "the sandbox of the run `\(run)` ended with its process; start a new run")
        }
        if state.phase == .aborted {
            throw ResumeRefusal(.person, "the run `\(run)` was aborted by a person; start a new run")
        }
        for step in start.outline.steps {
            let record = state.step(step.id)
            if start.isPreparation(step), !record.state.isDone {
                throw ResumeRefusal(
                    .person,
                    "the fixture of the run `\(run)` did not finish; start a new run: the fixture can run again")
            }
            if record.state == .inDoubt, !settled.contains(step.id) {
                throw ResumeRefusal(
                    .person,
                    "the step `\(step.id)` is in doubt: \(record.doubt ?? "a request was sent, and no response came"); "
                        + "look at its target, then say what you found:",
                    NextCommands.confirm(run, step.id, record, isDoubtful: true))
            }
            if record.state == .failed, record.applied != .no {
                let changed =
                    record.applied == .yes ? "after it had changed its target" : "and may have changed its target"
                throw ResumeRefusal(
                    .person,
                    "the step `\(step.id)` failed \(changed); "
                        + "look at its target, then start a new run: it skips what is already done")
            }
        }
    }

    /// Refuses another text than the run began with.
    ///
    /// - Parameter sha256: That of the document as it is now.
    package func checkDocument(sha256: String) throws(ResumeRefusal) {
        if sha256 == start.document.sha256 { return }
        throw ResumeRefusal(
            .person,
            "`\(VisibleText.visible(start.document.file))` was edited after the run `\(run)` started; "
                + "restore the old text, or start a new run: it skips what is already done")
    }

    /// Refuses other programs than those that the run began with: what was approved was approved for them.
    ///
    /// The tool's own handlers may become newer, but not in a run of a plan, which was reviewed to the byte.
    ///
    /// - Parameter tool: The version of the tool.
    package func checkPrograms(_ plugins: [Plan.Plugin], tool: String) throws(ResumeRefusal) {
        if start.plan != nil, start.tool != tool {
            throw ResumeRefusal(
                .plan,
                "the run `\(run)` uses a plan of runbook \(start.tool), but this is runbook \(tool); "
                    + "use that version, or make a new plan")
        }
        for before in start.plugins ?? [] {
            let now = plugins.first { $0.name == before.name }
            let isOwn = before.executable == nil && now?.executable == nil && start.plan == nil
            if isOwn || now == before { continue }
            throw ResumeRefusal(
                .person,
                "the plugin `\(before.name)` was changed after the run `\(run)` started; "
                    + "restore the old plugin, or start a new run: it skips what is already done")
        }
    }

    /// Refuses other targets than those that the run began with.
    package func checkTargets(_ targets: [RunStart.Target]) throws(ResumeRefusal) {
        for target in targets {
            guard let before = start.targets.first(where: { $0.name == target.name }) else { continue }
            if before.identity != target.identity {
                throw ResumeRefusal(
                    .person,
                    "`\(target.name)` is not the same system as when the run `\(run)` started "
                        + "(\(before.identity ?? "unknown") then, \(target.identity ?? "unknown") now); start a new run"
                )
            }
            if before.address != target.address {
                throw ResumeRefusal(
                    .person,
                    "`\(target.name)` was at \(before.address) when the run `\(run)` started, and is now at "
                        + "\(target.address); restore the address, or start a new run")
            }
        }
    }
}
