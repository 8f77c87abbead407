import CSystem
import Glibc
import TerminalTesting
import Testing

@testable import Terminal

// One terminal at a time may be in another mode.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ConsoleTests {
    private let terminal: PseudoTerminal
    private let console: Console

    init() throws {
        terminal = try PseudoTerminal()
        console = Console(input: terminal.lower, output: terminal.lower)
    }

    @Test func asksForALine() async throws {
        async let answer = console.ask("Name: ")
        try await terminal.shows("Name: ")
        try terminal.type("Jäck\n")
        #expect(try await answer == "Jäck")
        try await terminal.shows("Jäck")
    }

    @Test(arguments: ["yes\n", "y"])
    func dropsWhatWasTypedBefore(ahead: String) async throws {
        try terminal.type(ahead)
        try await terminal.shows("y")
        async let answer = console.ask("Sure? ")
        try await terminal.shows("Sure? ")
        try terminal.type("no\n")
        #expect(try await answer == "no")
    }

    @Test func theEndOfInputIsNoAnswer() async throws {
        async let answer = console.ask("Sure? ")
        try await terminal.shows("Sure? ")
        try terminal.type("\u{4}")
        #expect(try await answer == nil)
    }

    @Test func aLineGoesOnAfterControlD() async throws {
        async let answer = console.ask("Name: ")
        try await terminal.shows("Name: ")
        try terminal.type("Ja\u{4}ck\n")
        #expect(try await answer == "Jack")
    }

    @Test func doesNotShowHiddenInput() async throws {
        async let answer = console.askHidden("Password: ")
        try await terminal.shows("Password: ")
        try terminal.type("s3cret\n")
        #expect(try await answer == "s3cret")
        #expect(terminal.isUsual)
        console.write("END")
        #expect(try await terminal.shows("END") == "\r\nEND")
    }

    @Test(
        arguments: [
            ("q", .character("q")), ("é", .character("é")), ("😀", .character("😀")), ("\r", .enter), ("\u{1b}[A", .up),
            ("\u{1b}OB", .down), ("\u{1b}", .escape), ("\u{7f}", .backspace), ("\u{1b}[5~x", .character("x")),
            ("\u{4}", nil),
        ] as [(String, Key?)])
    func readsAKey(typed: String, key: Key?) async throws {
        async let pressed = console.key("Key: ")
        try await terminal.shows("Key: ")
        try terminal.type(typed)
        #expect(try await pressed == key)
        #expect(terminal.isUsual)
    }

    @Test func anAnswerFromElsewhereEndsTheQuestion() async throws {
        let console = console
        let question = Task { try await console.askHidden("Sure? ") }
        try await terminal.shows("Sure? ")
        #expect(!terminal.isUsual)
        question.cancel()
        await #expect(throws: CancellationError.self) { try await question.value }
        #expect(terminal.isUsual)
    }

    @Test func aCancelledTaskAsksNothing() async throws {
        let console = console
        let question = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await console.ask("Sure? ")
        }
        await #expect(throws: CancellationError.self) { try await question.value }
        console.write("END")
        #expect(try await terminal.shows("END") == "END")
    }

    @Test func choosesAgainUntilOneIsNamed() async throws {
        async let answer = console.choose("Which?", from: ["new", "existing", "both"], standard: 2)
        let shown = try await terminal.shows("1-3 [3]: ")
        #expect(shown == "Which?\r\n  1) new\r\n  2) existing\r\n  3) both\r\n1-3 [3]: ")
        try terminal.type("4\n")
        try await terminal.shows("1-3 [3]: ")
        try terminal.type("EX\n")
        #expect(try await answer == 1)
    }

    @Test func aClosedTerminalIsNoAnswer() async throws {
        var name = [CChar](repeating: 0, count: 64)
        let upper = runbook_pseudo_terminal(&name, name.count)
        let lower = open(name, O_RDWR | O_NOCTTY)
        defer { close(lower) }
        let answer = Task { try await Console(input: lower, output: lower).ask("Sure? ") }
        close(upper)
        #expect(try await answer.value == nil)
    }
}
