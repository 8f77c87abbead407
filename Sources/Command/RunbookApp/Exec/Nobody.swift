package import RunbookRun

/// Nobody to ask: the run waits.
package struct Nobody: People {
    /// Makes nobody.
    package init() {}

    package func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer? { nil }
}
