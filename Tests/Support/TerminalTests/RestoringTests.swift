import CSystem
import Glibc
import TerminalTesting
import Testing

@testable import Terminal

@Suite(.serialized, .timeLimit(.minutes(1)))
struct RestoringTests {
    @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGABRT, SIGBUS, SIGSEGV, SIGTERM])
    func putsTheModeBackWhenASignalEndsTheProcess(signal: Int32) async throws {
        let terminal = try PseudoTerminal()
        #expect(terminal.isUsual)
        await #expect(processExitsWith: .signal(signal)) { [path = terminal.path as String, signal = signal as Int32] in
            enterKeyMode(path)
            // Not `raise`: threads of Dispatch block signals.
            kill(getpid(), signal)
            sleep(10)
        }
        #expect(terminal.isUsual)
    }

    @Test func putsTheModeBackWhenTheProcessExits() async throws {
        let terminal = try PseudoTerminal()
        await #expect(processExitsWith: .exitCode(7)) { [path = terminal.path as String] in
            enterKeyMode(path)
            exit(7)
        }
        #expect(terminal.isUsual)
    }

    /// Without this the tests above would also pass if the mode were never changed.
    @Test func onlyAKillLeavesItChanged() async throws {
        let terminal = try PseudoTerminal()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = terminal.path as String] in
            enterKeyMode(path)
            raise(SIGKILL)
        }
        #expect(!terminal.isUsual)
    }

    @Test func controlZPutsTheModeBackUntilTheProcessGoesOn() async throws {
        let terminal = try PseudoTerminal()
        async let ended = #expect(processExitsWith: .exitCode(7)) { [path = terminal.path as String] in
            // The kernel ignores Ctrl-Z in a group that nobody could continue.
            setpgid(0, 0)
            let lower = enterKeyMode(path)
            let console = Console(input: lower, output: lower)
            console.write("\(getpid()) ")
            kill(getpid(), SIGTSTP)
            var byte: UInt8 = 0
            _ = read(lower, &byte, 1)
            exit(byte == UInt8(ascii: "x") ? 7 : 1)
        }
        let shown = try await terminal.shows(" ")
        let process = try #require(Int32(shown.split(separator: " ").last ?? ""))
        while try !isStopped(process) { try await Task.sleep(for: .milliseconds(5)) }
        #expect(terminal.isUsual)
        kill(process, SIGCONT)
        while terminal.isUsual { try await Task.sleep(for: .milliseconds(5)) }
        try terminal.type("x")
        _ = await ended
    }

    private func isStopped(_ process: Int32) throws -> Bool {
        let file = try #require(fopen("/proc/\(process)/stat", "r"))
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 1024)
        fgets(&line, 1024, file)
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return text.split(separator: ") ").last?.first == "T"
    }
}

@discardableResult
private func enterKeyMode(_ path: String) -> Int32 {
    // A signal that whoever started the tests ignores would stay ignored.
    for number in [SIGHUP, SIGINT, SIGQUIT, SIGTSTP] { signal(number, SIG_DFL) }
    let lower = open(path, O_RDWR | O_NOCTTY)
    guard runbook_terminal_enter(lower, RUNBOOK_TERMINAL_KEYS) == 0 else { exit(99) }
    return lower
}
