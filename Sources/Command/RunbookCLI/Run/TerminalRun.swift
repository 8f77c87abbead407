import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore

/// A prepared run at this terminal: carries it out, writes its reports, and says how the process ends.
struct TerminalRun {
    let prepared: PreparedRun
    let setup: RunSetup
    let site: RunSite
    let store: RunStore

    private var context: CommandContext { setup.context }
    private var options: RunOptions { setup.options }

    private var execution: RunExecution {
        RunExecution(
            of: prepared, in: StoreArchive(store: store, session: context.session),
            before: TerminalAudience(
                context: context, site: site, documents: setup.document.sources, console: setup.console,
                output: options.format == .json ? .messages : .result,
                detail: LineDetail(count: options.verbosity)),
            waits: options.waitsForLock)
    }

    /// Starts a new run.
    ///
    /// - Parameter selection: The steps that are run; nil for all.
    func start(_ selection: StepSelection? = nil) async throws -> Int32 {
        do {
            return try await end(of: execution.start(selection))
        } catch let used as PlanUsed {
            throw PlanAgreement.used(by: used.run)
        }
    }

    /// Continues a run.
    ///
    /// - Parameters:
    ///   - adopted: What is adopted of an edited document or environment.
    ///   - check: Refuses it if the reads that held, which are repeated first, do not hold any more; nil to repeat none.
    func resume(
        _ journal: RunJournal, _ state: RunState, adopting adopted: [RunEvent], rechecking check: ResumeCheck?
    ) async throws -> Int32 {
        try await end(of: execution.resume(journal, state, adopting: adopted, rechecking: check))
    }

    /// Takes a run back.
    ///
    /// - Parameters:
    ///   - omitted: What a person leaves out, and why.
    ///   - adopted: What is adopted of an edited environment.
    func undo(
        _ journal: RunJournal, _ state: RunState, without omitted: (steps: [String], reason: String),
        adopting adopted: [RunEvent]
    ) async throws -> Int32 {
        try await end(of: execution.undo(journal, state, without: omitted, adopting: adopted))
    }

    /// Shows what taking a run back would do.
    func previewUndo(_ journal: RunJournal, _ state: RunState) async throws -> Int32 {
        if let event = try await execution.undoPreview(journal, state) {
            for line in UndoLines(event, in: state).lines() { context.result.line(line.text) }
        }
        return ExitStatus.done
    }

    // MARK: The end

    private func end(of finished: FinishedRun) async throws -> Int32 {
        try await report(finished) ?? status(of: finished.ending)
    }

    /// Writes `--report` and the result of `--format json`.
    ///
    /// - Returns: The exit code when that fails.
    private func report(_ finished: FinishedRun) async throws -> Int32? {
        guard options.report != nil || options.format == .json else { return nil }
        let writer = ReportWriter(store: store, context: context)
        guard let reported = try await writer.run(finished.run) else { return nil }
        if options.format == .json { context.result.verbatimLine(JSONReport.json(reported).text(.pretty)) }
        guard let file = options.report else { return nil }
        do {
            try context.write(ReportWriter.text(reported, format: ReportWriter.Format(ending: file)), to: file)
        } catch {
            context.print([error], sources: [])
            return ExitStatus.storeFailed
        }
        (options.format == .json ? context.messages : context.result).line("report: \(VisibleText.visible(file))")
        return nil
    }

    private func status(of ending: RunEnding) throws -> Int32 {
        switch ending {
        case .passed: return ExitStatus.done
        case .failed: return ExitStatus.stepFailed
        case .waiting: return ExitStatus.waiting
        case .aborted: return ExitStatus.aborted
        case .stopped(let signal): return ExitStatus.stopped(by: signal)
        case .journalFailed(let failure): throw failure
        case .internalError(let diagnostic):
            context.print([diagnostic], sources: [])
            return ExitStatus.internalError
        }
    }
}
