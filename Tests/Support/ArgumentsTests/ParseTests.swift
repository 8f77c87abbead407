import Arguments
import Testing

struct ParseTests {
    /// What the action of the command line read.
    private func seen(_ line: [String]) async throws -> String {
        guard case .run(let action) = sample.parse(line) else { return "\(sample.parse(line))" }
        let error = await #expect(throws: Seen.self) { try await action() }
        return error?.text ?? ""
    }

    private func failure(_ line: [String]) -> UsageError? {
        if case .failure(let error) = sample.parse(line) { error } else { nil }
    }

    @Test(arguments: [
        ("exec a.md", "a.md - [] - 30 auto []"),
        ("exec a.md healthy", "a.md healthy [] - 30 auto []"),
        ("exec --env=staging a.md", "a.md - [] staging 30 auto []"),
        ("exec --env staging a.md", "a.md - [] staging 30 auto []"),
        ("exec a.md --env staging", "a.md - [] staging 30 auto []"),
        ("exec a.md -e staging", "a.md - [] staging 30 auto []"),
        ("exec a.md -estaging", "a.md - [] staging 30 auto []"),
        ("exec a.md -yne staging", "a.md - [] staging 30 auto [yn]"),
        ("exec a.md -ynestaging", "a.md - [] staging 30 auto [yn]"),
        ("exec -yy a.md --yes", "a.md - [] - 30 auto [y]"),
        ("exec a.md -p a=1 -pb=x=y --param=c= --param d=-1", "a.md - [a=1,b=x=y,c=,d=-1] - 30 auto []"),
        ("exec a.md --limit -5 --color=never", "a.md - [] - -5 never []"),
        ("exec -- -a --env", "-a --env [] - 30 auto []"),
        ("exec - -y", "- - [] - 30 auto [y]"),
        ("exec a.md --env=--yes", "a.md - [] --yes 30 auto []"),
        ("exec a.md --env=", "a.md - []  30 auto []"),
        ("check a.md b.md -- --yes", "a.md,b.md,--yes"),
        ("env list", "[]"),
    ])
    func reads(line: String, expected: String) async throws {
        #expect(try await seen(line.split(separator: " ").map(String.init)) == expected)
    }

    @Test func keepsWordsWithSpacesAndEmptyOnes() async throws {
        #expect(try await seen(["exec", "a b.md", "", "-p", "x= y "]) == "a b.md  [x= y ] - 30 auto []")
    }

    @Test func returnsTheExitStatus() async throws {
        guard case .run(let action) = sample.parse(["env", "trust", "3"]) else {
            Issue.record("`env trust 3` is not an action")
            return
        }
        #expect(try await action() == 3)
    }

    @Test func letsActionsRefuseWhatDoesNotGoTogether() async throws {
        guard case .run(let action) = sample.parse(["env", "trust", "0"]) else {
            Issue.record("`env trust 0` is not an action")
            return
        }
        let error = await #expect(throws: UsageError.self) { try await action() }
        #expect(error?.message == "COUNT must not be 0")
        #expect(error?.usage == "Usage: tool env trust COUNT\nHelp:  tool env trust --help\n")
    }

    @Test func choosesHiddenCommands() async throws {
        guard case .run(let action) = sample.parse(["__helper"]) else {
            Issue.record("the hidden command is not an action")
            return
        }
        #expect(try await action() == 7)
    }

    @Test(arguments: [
        ("exec", "`FILE` is missing"),
        ("check", "`FILE` is missing"),
        ("exec a.md b c", "unexpected argument `c`"),
        ("exec a.md --evn x", "unknown option `--evn`; did you mean `--env`?"),
        ("exec a.md --par x=y", "unknown option `--par`; did you mean `--param`?"),
        ("exec a.md --colour=never", "unknown option `--colour`; did you mean `--color`?"),
        ("exec a.md --hepl", "unknown option `--hepl`; did you mean `--help`?"),
        ("exec a.md --frobnicate", "unknown option `--frobnicate`"),
        ("exec a.md -x", "unknown option `-x`"),
        ("exec a.md -yx", "unknown option `-x`"),
        ("exec a.md -dry-run", "unknown option `-dry-run`; did you mean `--dry-run`?"),
        ("exec a.md --env", "`--env` needs a value: `--env NAME`"),
        ("exec a.md -e", "`-e` needs a value: `-e NAME`"),
        ("exec a.md --env --", "`--env` needs a value: `--env NAME`"),
        ("exec a.md --env --yes", "`--env` needs a value before `--yes`; write `--env=--yes` if that is the value"),
        ("exec a.md -e -y", "`-e` needs a value before `-y`; write `-e-y` if that is the value"),
        ("exec a.md --env x -e y", "`--env` is repeated"),
        ("exec a.md --yes=no", "`--yes` takes no value"),
        ("exec a.md --limit soon", "`soon` is not a value of `--limit`: expected an integer"),
        ("exec a.md -p size", "`size` is not a value of `--param`: expected NAME=VALUE"),
        (
            "exec a.md --color nver",
            "`nver` is not a value of `--color`: expected one of `auto`, `always`, `never`; did you mean `never`?"
        ),
        ("exce a.md", "unknown command `exce`; did you mean `exec`?"),
        ("env lsit", "unknown command `lsit`; did you mean `list`?"),
        ("__helpr", "unknown command `__helpr`"),
        ("deploy", "unknown command `deploy`"),
        ("--yes exec", "unknown option `--yes` before a command"),
        ("", "a command is missing"),
        ("env", "a command is missing"),
    ])
    func refuses(line: String, message: String) {
        #expect(failure(line.split(separator: " ").map(String.init))?.message == message)
    }

    @Test func makesControlCharactersVisible() {
        let error = failure(["exec", "a.md", "--\u{1B}[31m\u{202E}"])
        #expect(error?.message == #"unknown option `--\u{1b}[31m\u{202e}`"#)
    }

    @Test func exitsAsTheSystemHeaderSays() {
        #expect(UsageError.exitStatus == 64)
    }
}
