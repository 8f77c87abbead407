import RunbookModel
import RunbookReport
import RunbookRun
import Terminal

/// Shows a question to a person who answers it from a terminal without naming its digest, and asks whether that is meant.
struct ConfirmPrompt {
    let console: Console
    /// What is asked; nil for a step in doubt.
    let question: Question?
    /// What is asked, as lines.
    let shown: [RunLine]

    /// The answer that the person gives after having seen the question; nil for none.
    ///
    /// - Parameter answer: What the command line says. A refusal needs nobody's second word.
    func ask(_ answer: PersonAnswer) async -> PersonAnswer? {
        switch answer {
        case .abort, .skip: return answer
        default: break
        }
        for line in shown { console.write(line.text + "\n") }
        guard answer == .go, let question else { return await isMeant(answer) ? answer : nil }
        while true {
            guard let line = try? await console.ask(QuestionText.prompt(question)) else { return nil }
            guard let answer = QuestionText.answer(line, to: question) else {
                console.write("  please answer \(QuestionText.choices(question))\n")
                continue
            }
            guard case .skip(let reason) = answer, reason.isEmpty else { return answer }
            return await console.askReason().map { .skip(reason: $0) }
        }
    }

    private func isMeant(_ answer: PersonAnswer) async -> Bool {
        let line = try? await console.ask("  answer `\(answer.name)`? [y]es or [n]o: ")
        return ["y", "yes"].contains(line?.lowercased())
    }
}
