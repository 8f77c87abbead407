import RunbookModel
import RunbookRun
import Terminal

/// The person at the terminal; an answer from elsewhere that comes first is taken as well.
struct TerminalPeople: People {
    let console: Console
    let journal: any Journal
    let user: String
    let lines: RunLines

    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer? {
        await lines.asking(question, of: step, at: console) {
            await withTaskGroup(of: GivenAnswer?.self) { group in
                group.addTask { await answerHere(question) }
                group.addTask { await answerFromElsewhere(question, step: step.id) }
                let first = await group.next() ?? nil
                group.cancelAll()
                return first
            }
        }
    }

    private func answerHere(_ question: Question) async -> GivenAnswer? {
        while true {
            guard let line = try? await console.ask(QuestionText.prompt(question)) else { return nil }
            if let answer = QuestionText.answer(line, to: question) {
                if case .skip(let reason) = answer, reason.isEmpty {
                    guard let reason = try? await console.ask("  why? ") else { return nil }
                    return GivenAnswer(answer: .skip(reason: reason), by: user, via: "terminal")
                }
                return GivenAnswer(answer: answer, by: user, via: "terminal")
            }
            console.write("  please answer \(QuestionText.choices(question))\n")
        }
    }

    private func answerFromElsewhere(_ question: Question, step: String) async -> GivenAnswer? {
        for await _ in journal.commits() {
            guard let answers = try? await journal.pendingAnswers(),
                let answer = answers.first(where: { $0.step == step && $0.digest == question.digest })
            else { continue }
            console.write("\n")
            return GivenAnswer(answer: answer.answer, by: answer.by, via: answer.via)
        }
        // Where the system does not tell of commits, the answer comes from here alone.
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        return nil
    }
}
