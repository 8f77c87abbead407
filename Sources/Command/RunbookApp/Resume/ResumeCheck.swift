package import RunbookEngine
import RunbookModel
import RunbookReport
package import RunbookRun

/// Whether a run can be continued, asked in the order in which things come to be known.
package struct ResumeCheck: Sendable {
    /// What the run began with.
    package let start: RunStart
    private let state: RunState
    /// The name of the run.
    package let run: String

    /// Whether there is nothing left to do.
    package var isDone: Bool { state.phase == .passed || state.phase == .undone }

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

    /// Refuses a run that cannot continue from where it is.
    package func checkSteps() throws(ResumeRefusal) {
        if start.environment.endsWithProcess {
            throw ResumeRefusal(
                .person, "the sandbox of the run `\(run)` ended with its process; start a new run",
                "to start a sandbox that stays: `\(NextCommands.stayingSandbox(for: start))`")
        }
        if state.isBeingTakenBack {
            throw ResumeRefusal(
                .person, "somebody started to take the run `\(run)` back; continue with `runbook undo \(run)`")
        }
        if state.phase == .aborted {
            throw ResumeRefusal(.aborted, "the run `\(run)` was aborted by a person; start a new run")
        }
    }

    /// Refuses a run that cannot be taken back.
    package func checkUndo() throws(ResumeRefusal) {
        if start.environment.isOwnSandbox {
            throw ResumeRefusal(.person, "the sandbox of the run `\(run)` ended with its process, and all that it did")
        }
        let open = state.steps.filter(\.value.isRunningUnanswered)
        let isInFixture = start.outline.steps.contains { start.isPreparation($0) && open[$0.id] != nil }
        if state.undo == nil, isInFixture {
            throw ResumeRefusal(
                .nothing, "the run `\(run)` ended in its fixture; the runbook itself did nothing to take back")
        }
    }

    /// Refuses another text of the document where a plan was reviewed, and where something is not settled yet.
    package func checkAdoption(_ edit: DocumentEdit) throws(ResumeRefusal) {
        if start.plan != nil {
            throw ResumeRefusal(
                .plan, "the run `\(run)` uses a plan that was reviewed with the old text",
                "to continue with the old text: `runbook resume \(run) --recorded`; otherwise make a new plan")
        }
        guard let step = edit.unsettled.first else { return }
        throw ResumeRefusal(
            .person,
            "the step `\(step)` is in doubt, or failed after a change, so the new text cannot be adopted yet",
            "settle it first: `runbook resume \(run) --recorded`")
    }

    /// Refuses other values of parameters that steps have used.
    ///
    /// - Parameters:
    ///   - names: The parameters that get another value.
    ///   - bindings: The documents that may use them.
    /// - Returns: The finished reads that used them, which are repeated.
    package func checkParameters(
        _ names: [String], in bindings: [Binding]
    ) throws(ResumeRefusal) -> [String] {
        if names.isEmpty { return [] }
        if start.plan != nil {
            throw ResumeRefusal(.plan, "the run `\(run)` uses a plan that was reviewed with its parameters")
        }
        var reads: [String] = []
        for name in names {
            for binding in bindings {
                switch binding.change(of: name, in: state) {
                case .success(let more): reads += more.filter { !reads.contains($0) }
                case .failure(let hold):
                    throw ResumeRefusal(
                        .person, "the parameter `\(VisibleText.visible(name))` cannot change any more: \(hold.words)",
                        "to use another value, start a new run")
                }
            }
        }
        return reads
    }

    /// Refuses to choose between two texts where nobody says which one counts.
    ///
    /// - Parameter files: The files that were edited.
    package func refuseEdit(_ edit: DocumentEdit, of files: [String]) -> ResumeRefusal {
        ResumeRefusal(
            .person,
            lines: ["\(DocumentEdit.words(files)) edited after the run `\(run)` started:"]
                + edit.lines.map { "  " + $0 }
                + [
                    "continue with the recorded text: `runbook resume \(run) --recorded`",
                    "or with the new text; finished steps are kept: `runbook resume \(run) --adopt`",
                ])
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

    /// How the targets differ from those that the run began with, a line each; a person may take that over.
    ///
    /// - Throws: `ResumeRefusal` when a target that was written to is another system.
    package func targetChanges(_ targets: [RunStart.Target]) throws(ResumeRefusal) -> [String] {
        var changes: [String] = []
        for target in targets {
            guard let before = start.targets.first(where: { $0.name == target.name }) else {
                changes.append("`\(target.name)` is new")
                continue
            }
            if before.identity != target.identity {
                let (then, now) = (before.identity ?? "unknown", target.identity ?? "unknown")
                let what = "`\(target.name)` is not the same system (\(then) then, \(now) now)"
                if wasWritten(target.name) {
                    throw ResumeRefusal(
                        .person, "\(what), and the run `\(run)` changed the first one; start a new run")
                }
                changes.append(what)
            }
            if before.address != target.address {
                changes.append("`\(target.name)` was at \(before.address) and is at \(target.address) now")
            }
        }
        return changes
    }

    /// Refuses an environment that differs, where nobody takes it over.
    ///
    /// - Parameter command: What continues the run: `resume` or `undo`.
    package func refuseEnvironment(_ changes: [String], continuedBy command: String = "resume") -> ResumeRefusal {
        ResumeRefusal(
            .person,
            lines: ["the environment changed after the run `\(run)` started:"] + changes.map { "  " + $0 }
                + [
                    "restore it, or adopt it: `runbook \(command) \(run) --adopt-env`"
                ])
    }

    /// Refuses to continue where reads that held do not hold any more.
    ///
    /// - Parameter found: The steps, and why each check does not pass.
    package func refuseRecheck(_ found: [(step: String, reason: String)]) -> ResumeRefusal {
        ResumeRefusal(
            .person,
            lines: ["these checks held, and do not hold any more:"] + found.map { "  `\($0.step)`: \($0.reason)" }
                + ["look at them; to continue anyway, leave out `--recheck`: `runbook resume \(run)`"])
    }

    /// Whether a request that is not a read was sent to a target, and may have changed it.
    private func wasWritten(_ target: String) -> Bool {
        start.outline.steps.contains { step in
            let record = state.step(step.id)
            return (record.exchanges + record.earlierChanges).contains {
                $0.action.target == target && $0.applied != .no
            }
        }
    }
}
