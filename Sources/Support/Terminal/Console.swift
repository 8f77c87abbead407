internal import CSystem
internal import Dispatch
internal import Glibc

/// A terminal at which a person is asked, one question at a time.
///
/// What was typed before a question is thrown away. The end of input (Ctrl-D, a closed terminal) is not an answer: nil.
/// Cancelling the task ends a question, so that an answer from elsewhere can overtake it. Ctrl-C stays a signal.
/// Texts are written as they are but for what `rewrite` changes: the caller makes those from outside visible first.
package struct Console: Sendable {
    private let input: Int32
    private let output: Int32
    private let rewrite: @Sendable (String) -> String

    /// The person at this process's standard input and standard error; nil unless both are one terminal's.
    ///
    /// - Parameter rewrite: What becomes of each text before it is written.
    package static func standard(_ rewrite: @escaping @Sendable (String) -> String) -> Console? {
        guard StandardStream.input.isTerminal, StandardStream.error.isTerminal else { return nil }
        return Console(input: StandardStream.input.rawValue, output: StandardStream.error.rawValue, rewrite)
    }

    /// Makes a console of two open descriptors, both of a terminal.
    ///
    /// - Parameter rewrite: What becomes of each text before it is written.
    package init(input: Int32, output: Int32, _ rewrite: @escaping @Sendable (String) -> String = { $0 }) {
        self.input = input
        self.output = output
        self.rewrite = rewrite
    }

    /// Asks for a line, which is shown while it is typed; nil is not an answer.
    ///
    /// - Throws: `CancellationError`, or ``TerminalError``.
    package func ask(_ prompt: String) async throws -> String? {
        try await question(prompt, mode: nil) { reader throws(CancellationError) in try reader.line() }
    }

    /// Asks for a line that is not shown while it is typed; nil is not an answer.
    ///
    /// - Throws: `CancellationError`, or ``TerminalError``.
    package func askHidden(_ prompt: String) async throws -> String? {
        try await question(prompt, mode: RUNBOOK_TERMINAL_HIDDEN) { reader throws(CancellationError) in
            try reader.line()
        }
    }

    /// Asks for one key, without Enter; nil is not an answer.
    ///
    /// - Throws: `CancellationError`, or ``TerminalError``.
    package func key(_ prompt: String) async throws -> Key? {
        try await question(prompt, mode: RUNBOOK_TERMINAL_KEYS) { reader throws(CancellationError) in
            try reader.key()
        }
    }

    /// Asks for one of several options, by its number or its beginning, until one is named; nil is not an answer.
    ///
    /// - Parameter standard: The position that an empty line takes, where there is one.
    /// - Returns: The position in `options`, from 0.
    /// - Throws: `CancellationError`, or ``TerminalError``.
    package func choose(_ title: String, from options: [String], standard: Int? = nil) async throws -> Int? {
        let choice = Choice(options: options, standard: standard)
        write("\(title)\n\(choice.list)")
        while let line = try await ask(choice.prompt) {
            if let position = choice.position(of: line) { return position }
            write("\(choice.complaint(about: line))\n")
        }
        return nil
    }

    /// Writes a text.
    package func write(_ text: String) {
        var rest = Array(rewrite(text).utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func question<Answer: Sendable>(
        _ prompt: String,
        mode: runbook_terminal_mode?,
        read: @escaping @Sendable (TerminalReader) throws(CancellationError) -> Answer?
    ) async throws -> Answer? {
        try Task.checkCancellation()
        let wake = try WakePipe()
        try prepare(mode)
        write(prompt)
        let reader = TerminalReader(descriptor: input, wake: wake)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: the person may take hours, and the pool's threads are few.
                DispatchQueue(label: "runbook.console").async { @Sendable in
                    continuation.resume(returning: Result { () throws(CancellationError) in try read(reader) })
                }
            }
        } onCancel: {
            wake.wake()
        }
        if mode != nil { runbook_terminal_leave() }
        switch result {
        case .success(let answer):
            // Keys are not shown, and Ctrl-D ends no line: the cursor is still behind the prompt.
            if answer == nil || mode == RUNBOOK_TERMINAL_KEYS { write("\n") }
            return answer
        case .failure(let cancellation):
            // What was typed for a question that is no more must not reach the shell.
            runbook_terminal_flush(input)
            write("\n")
            throw cancellation
        }
    }

    private func prepare(_ mode: runbook_terminal_mode?) throws(TerminalError) {
        guard let mode else { return runbook_terminal_flush(input) }
        let code = runbook_terminal_enter(input, mode)
        guard code == 0 else { throw TerminalError(operation: "change the terminal's mode", code: code) }
    }
}
