import Glibc
import OrderedJSON
import Processes
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookFilters

/// Filters that do harm: each fails alone, and the next one is answered.
@Suite(.serialized)
struct JQExpressionsFailureTests {
    @Test(arguments: ["last(range(1e12))", "def f: f; f", "[limit(1e9; repeat(1))] | length", "until(false; .)"])
    func deadlineKillsOnlyTheFilter(filter: String) async throws {
        let expressions = expressions(deadline: .seconds(1))
        let failure = await #expect(throws: FilterFailure.self) {
            try await expressions.evaluate(filter, on: .null)
        }
        #expect(failure?.reason == .time || failure?.reason == .memory)
        #expect(try await expressions.evaluate("(.a)", on: ["a": 1]) == [1])
    }

    @Test(arguments: [
        "def f: [f]; f", "def f: 1 + f; f", "reduce range(400000) as $i (null; [.])",
        "\"x\" | until(false; . + .)",
    ])
    func memoryLimitKillsOnlyTheFilter(filter: String) async throws {
        let expressions = expressions(deadline: .seconds(60))
        let failure = await #expect(throws: FilterFailure.self) {
            try await expressions.evaluate(filter, on: .null)
        }
        #expect(failure == FilterFailure(.memory, "it needed more memory than the limit of 512 MiB"))
        #expect(try await expressions.evaluate("(.a)", on: ["a": 1]) == [1])
    }

    @Test
    func killedHelperIsReplaced() async throws {
        let expressions = expressions()
        await expressions.prepare(["(.a)", "(.b)"], variables: [])
        for number in 0..<5 {
            let helper = try #require(await expressions.helperProcess)
            kill(helper, SIGKILL)
            let result = try await expressions.evaluate("(.b)", on: ["b": .number(JSONNumber(number))])
            #expect(result.first?.int == number)
            #expect(await expressions.helperProcess != helper)
        }
    }

    @Test
    func outputHasABound() async throws {
        let expressions = expressions()
        let failure = await #expect(throws: FilterFailure.self) {
            try await expressions.evaluate("repeat(\"0123456789\" * 1000)", on: .null)
        }
        #expect(failure == FilterFailure(.runtime, "its output is longer than 16 MiB"))
        #expect(try await expressions.evaluate("1", on: .null) == [1])
    }

    @Test
    func nestingHasABound() async throws {
        let failure = await #expect(throws: FilterFailure.self) {
            try await expressions().evaluate("reduce range(2000) as $i (null; [.])", on: .null)
        }
        #expect(failure?.reason == .runtime)
    }

    @Test(arguments: ["/no/such/file", "/bin/false", "/bin/echo", "/bin/yes"])
    func otherProgramsAreNoHelper(executable: String) async throws {
        let expressions = JQExpressions(executable: executable, deadline: .seconds(20))
        let failure = await #expect(throws: FilterFailure.self) {
            try await expressions.evaluate("(.)", on: .null)
        }
        #expect(failure?.reason == .unavailable)
        #expect(failure?.message.isEmpty == false)
    }

    @Test(arguments: [[0, 0, 0, 1, 0], [255, 255, 255, 255], [0, 0, 0, 9, 1, 2], [0, 0]] as [[UInt8]])
    func helperEndsOnGarbage(bytes: [UInt8]) async throws {
        let command = ProcessCommand(HelperExecutable.path, [JQHelper.argument], input: bytes, deadline: .seconds(20))
        let result = try await Process.run(command)
        #expect(result.termination == .exited(1))
        #expect(result.output.isEmpty)
    }

    @Test
    func helperEndsWithItsInput() async throws {
        let command = ProcessCommand(HelperExecutable.path, [JQHelper.argument], deadline: .seconds(20))
        #expect(try await Process.run(command).isSuccess)
    }

    @Test
    func nothingOfOursIsInTheHelper() async throws {
        let expressions = expressions()
        let variables = JSONObject([("password", "correct horse")])
        _ = try await expressions.evaluate("$password", on: .null, variables: variables)
        let helper = try #require(await expressions.helperProcess)
        let shown = try await Process.run(
            ProcessCommand("/bin/cat", ["/proc/\(helper)/cmdline", "/proc/\(helper)/environ"]))
        let text = String(decoding: shown.output, as: UTF8.self)
        #expect(text == "\(HelperExecutable.path)\0__jq\0SWIFT_BACKTRACE=enable=no\0")
    }

    @Test
    func fileOfDefinitionsInTheHomeIsIgnored() async throws {
        // libjq would read `~/.jq` of the HOME it has; the helper has none, whatever ours is.
        let folder = try TestFolder()
        try folder.write("def map(f): \"hijacked\";", to: ".jq")
        let before = getenv("HOME").map { String(cString: $0) }
        setenv("HOME", folder.path, 1)
        defer { if let before { setenv("HOME", before, 1) } else { unsetenv("HOME") } }
        #expect(try await expressions().evaluate("map(. + 1)", on: [1]) == [[2]])
    }
}
