import RunbookModel
import RunbookReport
import RunbookRun
import Synchronization
import Terminal

/// The person at the terminal; an answer from elsewhere that comes first is taken as well.
final class TerminalPeople: People {
    let console: Console
    let journal: any Journal
    let user: String
    let lines: RunLines
    private let undo = Atomic(false)

    var wantsUndo: Bool { undo.load(ordering: .relaxed) }

    init(console: Console, journal: any Journal, user: String, lines: RunLines) {
        self.console = console
        self.journal = journal
        self.user = user
        self.lines = lines
    }

    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer? {
        await ask(question, step: step, troubleshoot: nil)
    }

    func ask(_ question: Question, step: OutlineStep, troubleshoot: Troubleshoot?) async -> GivenAnswer? {
        await lines.asking(question, of: step, at: console) {
            await self.first {
                await self.answerHere(question, troubleshoot)
            } or: {
                await self.answerFromElsewhere(to: question.digest, of: step.id)
            }
        }
    }

    /// What comes first: what the person says here, or what somebody says elsewhere.
    private func first<Answer: Sendable>(
        _ here: @escaping @Sendable () async -> Answer?, or elsewhere: @escaping @Sendable () async -> Answer?
    ) async -> Answer? {
        await withTaskGroup(of: Answer?.self) { group in
            group.addTask { await here() }
            group.addTask { await elsewhere() }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func answerHere(_ question: Question, _ troubleshoot: Troubleshoot?) async -> GivenAnswer? {
        if question.kinds.contains(.manual) { return await keyHere(question, troubleshoot) }
        while true {
            guard let line = try? await console.ask(QuestionText.prompt(question)) else { return nil }
            if let answer = QuestionText.answer(line, to: question) {
                if case .skip(let reason) = answer, reason.isEmpty { return await skip() }
                return GivenAnswer(answer: answer, by: user, via: "terminal")
            }
            console.write("  please answer \(QuestionText.choices(question))\n")
        }
    }

    /// A manual step takes one key; only what cannot be taken back is asked about again.
    private func keyHere(_ question: Question, _ troubleshoot: Troubleshoot?) async -> GivenAnswer? {
        while true {
            guard let key = try? await console.key(ManualKeys.prompt(canTroubleshoot: troubleshoot != nil)) else {
                return nil
            }
            guard let word = ManualKeys(key) else {
                if key != .enter { console.write("\n") }
                continue
            }
            console.write(word.rawValue + "\n")
            switch word {
            case .done: return GivenAnswer(answer: .go, by: user, via: "terminal")
            case .skip: return await skip()
            case .view: console.write(VisibleText.visible(question.text, keepsLines: true) + "\n")
            case .troubleshoot: await tell(troubleshoot)
            case .abort:
                let answer = try? await console.ask("  stop the run? [y]es or [n]o: ")
                if ["y", "yes"].contains(answer?.lowercased()) {
                    return GivenAnswer(answer: .abort, by: user, via: "terminal")
                }
            }
        }
    }

    private func skip() async -> GivenAnswer? {
        guard let reason = await console.askReason() else { return nil }
        return GivenAnswer(answer: .skip(reason: reason), by: user, via: "terminal")
    }

    /// Says what the checks for causes found.
    private func tell(_ troubleshoot: Troubleshoot?) async {
        guard let troubleshoot else {
            console.write("  no `troubleshoot` section is about this step\n")
            return
        }
        for finding in await troubleshoot() {
            console.write("  \(VisibleText.visible("\(finding.words): \(finding.text)"))\n")
        }
    }

    // MARK: A failure

    func decide(_ failed: FailedStep) async -> FailedStep.Decision? {
        let digest = failed.state.step(failed.step.id).doubtDigest
        return await lines.deciding(about: failed, at: console) {
            await self.first {
                await self.decideHere(failed)
            } or: {
                await self.answerFromElsewhere(to: digest, of: failed.step.id).map { FailedStep.Decision.answered($0) }
            }
        }
    }

    private func decideHere(_ failed: FailedStep) async -> FailedStep.Decision? {
        while true {
            guard let key = try? await console.key(FailureKeys.prompt(failed)) else { return nil }
            guard let word = FailureKeys(key, failed) else {
                if key != .enter { console.write("\n") }
                continue
            }
            console.write(word.rawValue + "\n")
            switch word {
            case .again: return .again
            case .accept: return .accept
            case .applied: return .settle(applied: true)
            case .notApplied: return .settle(applied: false)
            case .leave: return .leave
            case .skip:
                guard let reason = await console.askReason() else { return nil }
                return .skip(reason: reason)
            case .parameter: if let decision = await change(failed.parameters) { return decision }
            case .troubleshoot: await tell(failed.troubleshoot)
            case .undo:
                undo.store(true, ordering: .relaxed)
                return .leave
            }
        }
    }

    /// Asks for another value of a parameter; nil when there is none.
    private func change(_ parameters: [FailedStep.Parameter]) async -> FailedStep.Decision? {
        let rows = parameters.map { "\($0.name) (\(VisibleText.visible($0.value)))" }
        guard let position = try? await console.choose("  Change:", from: rows) else { return nil }
        let parameter = parameters[position]
        while let text = try? await console.ask("  \(parameter.name): ") {
            if text.isEmpty { return nil }
            let problems = parameter.problems(text)
            if problems.isEmpty { return .set(name: parameter.name, value: text) }
            console.write("  invalid value: \(VisibleText.visible(problems.joined(separator: "; ")))\n")
        }
        return nil
    }

    private func answerFromElsewhere(to digest: String, of step: String) async -> GivenAnswer? {
        for await _ in journal.commits() {
            guard let answers = try? await journal.pendingAnswers(),
                let answer = answers.first(where: { $0.step == step && $0.digest == digest })
            else { continue }
            console.write("\n")
            return GivenAnswer(answer: answer.answer, by: answer.by, via: answer.via, remark: answer.remark)
        }
        // Where the system does not tell of commits, the answer comes from here alone.
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        return nil
    }
}
