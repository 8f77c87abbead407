import RunbookRun
import Testing

@testable import RunbookCLI

struct QuestionTextTests {
    private func question(_ kinds: [Question.Kind], typed: String? = nil) -> Question {
        Question(kinds: kinds, text: "Really?", actions: ["a: DELETE /x"], typed: typed, digest: "d")
    }

    @Test(arguments: [
        ("y", PersonAnswer.go), ("YES", .go), ("s", .skip(reason: "")), ("skip not today", .skip(reason: "not today")),
        ("a", .abort), ("", nil), ("d", nil), ("yes please", nil), ("no", nil),
    ])
    func readsTheAnswerToAConfirmation(line: String, answer: PersonAnswer?) {
        #expect(QuestionText.answer(line, to: question([.confirm])) == answer)
    }

    @Test(arguments: [("d", PersonAnswer.go), ("done", .go), ("y", nil), ("s", .skip(reason: "")), ("abort", .abort)])
    func readsTheAnswerToAManualStep(line: String, answer: PersonAnswer?) {
        #expect(QuestionText.answer(line, to: question([.manual])) == answer)
    }

    @Test(arguments: [
        ("leader", PersonAnswer.go), ("y", nil), ("yes", nil), ("Leader", nil), ("skip", .skip(reason: "")),
    ])
    func wantsTheNameTypedForWhatDestroys(line: String, answer: PersonAnswer?) {
        #expect(QuestionText.answer(line, to: question([.destroy], typed: "leader")) == answer)
    }

    @Test(
        arguments: [
            ("y", .go, []), ("how=red", .set("red"), []), ("how=", .set(""), []), ("how=a=b c", .set("a=b c"), []),
            ("how=red", .set("red"), ["red"]), ("how=blue", nil, ["red"]), ("other=red", nil, []),
            ("skip not now", .skip(reason: "not now"), []), ("a", .abort, []),
        ] as [(String, PersonAnswer?, [String])])
    func takesTheValueOfAStepThatWouldBeDoneAgain(line: String, answer: PersonAnswer?, choices: [String]) {
        var question = question([.repeat])
        question.parameter = "how"
        question.choices = choices
        #expect(QuestionText.answer(line, to: question) == answer)
        #expect(QuestionText.choices(question).contains("`how=VALUE`"))
    }
}
