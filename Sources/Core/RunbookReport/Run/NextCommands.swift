import OrderedJSON
import RunbookModel
package import RunbookRun

/// The exact commands that continue a run from where it is.
package enum NextCommands {
    /// The command that answers what a step asks, settles the doubt that it is in, or decides about its failure.
    ///
    /// It says what the person was shown, by its digest: where there is no terminal an answer without it is refused.
    static func confirm(_ run: ReportedRun, _ step: ReportedStep) -> String {
        let (record, isDoubtful) = (step.record, step.state == .inDoubt)
        let isAboutAttempt = isDoubtful || record.asksAboutFailure
        let digest = isAboutAttempt ? record.doubtDigest : record.question?.shortDigest ?? ""
        let command =
            "runbook confirm \(quoted(run.run)) \(quoted(step.outline.id)) --digest \(quoted(digest))"
            + run.place.options(of: "confirm")
        if isDoubtful { return command + " --applied  # or --not-applied" }
        if isAboutAttempt { return command + " --accept  # or --again, or --skip REASON" }
        if let question = record.question, let name = question.parameter, question.kinds.contains(.repeat) {
            return command + "  # does it again; or --set \(quoted("\(name)=VALUE")), or --skip REASON"
        }
        if let name = record.question?.parameter { return command + " --set \(quoted("\(name)=VALUE"))" }
        return command
    }

    /// The command that continues a run, or its undo.
    package static func resume(_ run: ReportedRun) -> String {
        let verb = run.state.isInUndo ? "undo" : "resume"
        let report = run.start.invocation.report.map { " --report " + quoted($0) } ?? ""
        return "runbook \(verb) \(quoted(run.run))\(report)" + run.place.options(of: verb)
    }

    /// The command that answers what a step asks at a moment: a question that is too old is asked again first.
    static func confirm(_ run: ReportedRun, _ step: ReportedStep, at now: Timestamp) -> String {
        step.isTooOld(at: now) ? resume(run) : confirm(run, step)
    }

    /// The commands, in order, to paste into a shell; none for a run that has come to its end.
    static func lines(for run: ReportedRun) -> [String] {
        let environment = run.start.environment
        let resume = resume(run)
        let waiting = run.attended.first { $0.state == .waiting && $0.record.question != nil }
        let question = waiting.map { confirm(run, $0) }
        switch run.phase {
        case .passed, .undone: return []
        // It continues by itself as soon as somebody answers.
        case .running: return [question].compactMap { $0 }
        case .waiting where isGone(run):
            let rest = environment.path.map { "  # then add the targets of \(VisibleText.oneLine($0)) to it" } ?? ""
            return [
                stayingSandbox(for: run.start) + run.place.options(of: "sandbox") + rest,
                again(run, in: "sandbox.yaml"),
            ]
        case .failed, .aborted, .interrupted, .waiting:
            let mustStartOver = !run.state.isInUndo && run.phase == .aborted
            if isGone(run) || mustStartOver { return [again(run, in: environment.path)] }
            if let doubtful = run.attended.first(where: { $0.state == .inDoubt }) {
                return [confirm(run, doubtful), resume]
            }
            if let failed = run.attended.first(where: { $0.record.asksAboutFailure }) {
                return [confirm(run, failed), resume]
            }
            let refused = run.state.isInUndo ? run.attended.first { $0.state == .failed } : nil
            let rest =
                refused.map { "  # or leave it as it is: --without \(quoted($0.outline.id)) --reason TEXT" } ?? ""
            return [question, resume + rest].compactMap { $0 }
        }
    }

    /// The commands below what must come first, as lines; none for a run that has come to its end.
    static func block(for run: ReportedRun) -> [RunLine] {
        let commands = lines(for: run)
        if commands.isEmpty { return [] }
        return [RunLine(title(for: run) + ":")]
            + commands.map { RunLine("  " + VisibleText.oneLine($0, limit: 8000), .strong).command }
    }

    /// The line before the commands.
    static func title(for run: ReportedRun) -> String {
        if run.phase == .failed, !run.attended.contains(where: { $0.record.asksAboutFailure }) {
            return "after fixing the cause"
        }
        if run.attended.contains(where: { $0.state == .inDoubt || $0.record.asksAboutFailure }) {
            return "after checking the target"
        }
        if run.phase == .aborted { return "to start over" }
        if run.phase == .running { return "to answer" }
        if run.phase == .waiting {
            return isGone(run) ? "to answer, run it on a sandbox that stays" : "to answer and continue"
        }
        return isGone(run) ? "to start over" : "to continue"
    }

    /// Whether its sandbox ended with the process that started it (semantics, "Journal").
    private static func isGone(_ run: ReportedRun) -> Bool {
        run.start.environment.endsWithProcess
    }

    /// The command that starts a sandbox for the document of a run which does not end with a process.
    package static func stayingSandbox(for start: RunStart) -> String {
        let clusters = start.invocation.clusters.map { " --cluster " + quoted($0) }.joined()
        return "runbook sandbox --for \(document(of: start))\(clusters) --write-env sandbox.yaml"
    }

    /// The document of a command; of one that was read from standard input the words that read it again.
    ///
    /// Without a file a shell says that there is none; a command that reads a terminal would wait for ever.
    ///
    /// - Parameters:
    ///   - file: The document as a person named it.
    ///   - path: Its path.
    package static func document(_ file: String, at path: String) -> String { file == "-" ? "- < FILE" : quoted(path) }

    private static func document(of start: RunStart) -> String {
        document(start.document.file, at: start.document.path)
    }

    private static func again(_ run: ReportedRun, in environment: String?) -> String {
        let place = environment.map { ["--env \(quoted($0))"] } ?? []
        let secrets = run.start.parameters.filter { $0.isSecret && $0.source == "prompt" }.map(\.name)
        let asks = secrets.isEmpty ? "" : "  # asks for \(secrets.joined(separator: ", ")) again"
        let rest = said(run, isSandbox: environment == nil)
        let words = ["runbook exec", document(of: run.start)] + place + given(run) + rest
        return words.joined(separator: " ") + run.place.options(of: "exec") + asks
    }

    /// What else the command said: without it another run would start.
    ///
    /// - Parameter isSandbox: Whether the sandbox is started with the run; an environment knows its clusters.
    private static func said(_ run: ReportedRun, isSandbox: Bool) -> [String] {
        let said = run.start.invocation
        let only = said.only.isEmpty ? [] : ["--only " + quoted(said.only.joined(separator: ","))]
        let from = said.from.map { ["--from " + quoted($0)] } ?? []
        let clusters = isSandbox ? said.clusters.map { "--cluster " + quoted($0) } : []
        let ticket = run.start.ticket.map { ["--ticket " + quoted($0)] } ?? []
        return only + from + clusters + ticket + (said.report.map { ["--report " + quoted($0)] } ?? [])
    }

    /// The values that were given on the command line, in a file or at a prompt; secrets cannot be given there.
    private static func given(_ run: ReportedRun) -> [String] {
        let parameters = run.start.parameters
        let files = parameters.compactMap { parameter in
            parameter.source.hasPrefix("file:") ? String(parameter.source.dropFirst("file:".count)) : nil
        }
        let file = files.first.map { ["--params " + quoted($0)] } ?? []
        return file
            + parameters.compactMap { parameter in
                guard ["option", "prompt"].contains(parameter.source), !parameter.isSecret, let value = parameter.value
                else { return nil }
                return "-p " + quoted("\(parameter.name)=\(value.string ?? value.text())")
            }
    }

    /// A word for a shell, in single quotes when it needs any.
    ///
    /// What would steer the terminal, or begin another line, is written as bytes in `$'...'` (POSIX.1-2024, 2.2.4), so
    /// that it can be shown and pasted all the same.
    package static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "_-./=:,+@%~".utf8.contains(byte)
        }
        if isPlain, !word.isEmpty, !word.hasPrefix("~") { return word }
        if VisibleText.visible(word) == word { return "'" + word.replacing("'", with: #"'\''"#) + "'" }
        let content = word.unicodeScalars.map { scalar -> String in
            let text = String(scalar)
            if scalar == "'" || scalar == "\\" { return "\\" + text }
            if VisibleText.visible(text) == text { return text }
            return text.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        return "$'" + content.joined() + "'"
    }
}
