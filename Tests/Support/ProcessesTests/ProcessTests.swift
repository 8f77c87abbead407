import Glibc
import Testing

@testable import Processes

/// The text of a stream.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A command of the shell, with nothing in its environment.
func shell(
    _ script: String,
    input: String = "",
    output: OutputMode = .collect(limit: 1 << 20),
    deadline: Duration? = .seconds(30),
    grace: Duration = .seconds(5)
) -> ProcessCommand {
    ProcessCommand(
        "/bin/sh", ["-c", script], input: [UInt8](input.utf8), output: output, deadline: deadline, grace: grace)
}

struct ProcessTests {
    @Test(arguments: [0, 1, 42, 255] as [Int32])
    func exited(code: Int32) async throws {
        let result = try await Process.run(shell("exit \(code)"))
        #expect(result.termination == .exited(code))
        #expect(result.isSuccess == (code == 0))
    }

    @Test(arguments: [SIGTERM, SIGKILL, SIGABRT])
    func endedBySignal(number: Int32) async throws {
        let result = try await Process.run(shell("kill -\(number) $$"))
        #expect(result.termination == .signalled(number))
        #expect(result.stopped == nil)
    }

    @Test
    func streams() async throws {
        let result = try await Process.run(shell("cat; echo told >&2", input: "in\n"))
        #expect(text(result.output) == "in\n")
        #expect(text(result.errors) == "told\n")
    }

    @Test
    func largeInputPassesThrough() async throws {
        let input = [UInt8](repeating: 7, count: 10_000_000)
        let command = ProcessCommand("/bin/cat", input: input, output: .collect(limit: 20_000_000))
        let result = try await Process.run(command)
        #expect(result.output == input)
        #expect(result.outputDropped == 0)
    }

    @Test
    func inputNobodyReadsIsNoError() async throws {
        let command = ProcessCommand("/bin/true", input: [UInt8](repeating: 0, count: 1_000_000))
        #expect(try await Process.run(command).isSuccess)
    }

    @Test
    func argumentsReachTheProgramAsTheyAre() async throws {
        let result = try await Process.run(ProcessCommand("/usr/bin/printf", ["%s|", "a b", "$HOME", "", "é'\""]))
        #expect(text(result.output) == "a b|$HOME||é'\"|")
    }

    @Test
    func environmentIsExactlyWhatWasGiven() async throws {
        let result = try await Process.run(ProcessCommand("/usr/bin/env", environment: ["A": "1", "B": "x=y z"]))
        #expect(text(result.output).split(separator: "\n").sorted() == ["A=1", "B=x=y z"])
        let empty = try await Process.run(ProcessCommand("/usr/bin/env"))
        #expect(empty.output.isEmpty)
    }

    @Test
    func workingDirectory() async throws {
        var command = shell("pwd")
        command.directory = "/usr/bin"
        #expect(text(try await Process.run(command).output) == "/usr/bin\n")
    }

    @Test
    func onlyTheStandardStreamsAreInherited() async throws {
        let leaked = open("/dev/null", O_RDONLY)
        defer { close(leaked) }
        let result = try await Process.run(ProcessCommand("/bin/ls", ["/proc/self/fd"]))
        // The fourth is the directory that ls itself has open.
        #expect(text(result.output) == "0\n1\n2\n3\n")
    }

    @Test
    func signalsAreAsAProgramExpectsThem() async throws {
        Glibc.signal(SIGUSR2, SIG_IGN)
        let result = try await Process.run(
            ProcessCommand("/bin/grep", ["-E", "^Sig(Blk|Ign)", "/proc/self/status"]))
        let masks = text(result.output).split(separator: "\n").compactMap { UInt64($0.suffix(16), radix: 16) }
        // Above 31 are the real-time signals, two of which the C library keeps to itself.
        #expect(masks.map { $0 & 0x7fff_ffff } == [0, 0])
    }

    @Test
    func leadsItsOwnGroup() async throws {
        let result = try await Process.run(shell("cut -d' ' -f5 /proc/$$/stat"))
        #expect(text(result.output) == "\(result.identity.pid)\n")
    }

    @Test
    func outputBeyondTheLimitIsCountedAndDropped() async throws {
        var command = shell("head -c 5000000 /dev/zero; head -c 70000 /dev/zero >&2", output: .collect(limit: 1000))
        command.errorLimit = 10
        let result = try await Process.run(command)
        #expect(result.output.count == 1000)
        #expect(result.outputDropped == 4_999_000)
        #expect(result.errors.count == 10)
        #expect(result.errorsDropped == 69_990)
    }

    @Test
    func addressSpaceLimit() async throws {
        var command = shell("ulimit -v")
        command.limits = ProcessLimits(addressSpace: 64 << 20)
        #expect(text(try await Process.run(command).output) == "65536\n")
    }

    @Test
    func processorTimeLimit() async throws {
        var command = shell("while :; do :; done")
        command.limits = ProcessLimits(processorSeconds: 1)
        let result = try await Process.run(command)
        #expect(result.stopped == nil)
        #expect([.signalled(SIGXCPU), .signalled(SIGKILL)].contains(result.termination))
    }

    @Test
    func identityIsToldAtTheStart() async throws {
        let command = shell("cut -d' ' -f22 /proc/$$/stat")
        let result = try await confirmation { confirm in
            try await Process.run(command) { identity in
                confirm()
                #expect(identity.pid > 0)
            }
        }
        #expect(text(result.output) == "\(result.identity.startTicks)\n")
        #expect(result.identity.isRunning == false)
    }
}
