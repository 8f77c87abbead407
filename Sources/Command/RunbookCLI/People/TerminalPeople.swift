import RunbookModel
import Terminal

/// The person at the terminal; an answer from elsewhere that comes first is taken as well.
struct TerminalPeople: People {
    let console: Console
    let journal: any Journal
    let user: String

    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer? {
        await withTaskGroup(of: GivenAnswer?.self) { group in
            group.addTask { await answerHere(question) }
            group.addTask { await answerFromElsewhere(question, step: step.id) }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func answerHere(_ question: Question) async -> GivenAnswer? {
        console.write(QuestionText.text(question))
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
        while !Task.isCancelled {
            if let answers = try? await journal.pendingAnswers(),
                let answer = answers.last(where: { $0.step == step && $0.digest == question.digest })
            {
                console.write("\n")
                return GivenAnswer(answer: answer.answer, by: answer.by, via: "confirm")
            }
            try? await Task.sleep(for: .milliseconds(500))
        }
        return nil
    }
}
