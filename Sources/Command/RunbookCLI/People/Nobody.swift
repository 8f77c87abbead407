import RunbookModel

/// Nobody to ask: the run waits.
struct Nobody: People {
    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer? { nil }
}
