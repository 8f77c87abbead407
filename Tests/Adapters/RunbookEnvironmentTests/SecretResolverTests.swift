import RunbookModel
import RunbookTesting
import Testing

@testable import RunbookEnvironment

struct SecretResolverTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func secret(
        _ source: SecretSource, variables: [String: String] = ["PATH": "/usr/bin:/bin"],
        deadline: Duration = .seconds(30)
    ) async throws(SecretResolver.Failure) -> String {
        try await SecretResolver(variables: variables, deadline: deadline).secret(from: source).reveal()
    }

    private func shell(_ script: String) -> SecretSource { .command(["sh", "-c", script], directory: folder.path) }

    @Test func readsAVariableAsItIs() async throws {
        #expect(try await secret(.variable("A"), variables: ["A": " hunter2 "]) == " hunter2 ")
    }

    @Test(arguments: [
        ("hunter2", "hunter2"), ("hunter2\n", "hunter2"), ("hunter2\r\n", "hunter2"), (" hunté2 \n", " hunté2 "),
    ])
    func readsAFileWithoutTheLastLineBreak(text: String, expected: String) async throws {
        #expect(try await secret(.file(folder.write(text, to: "secret"))) == expected)
    }

    @Test func readsACommandsOutput() async throws {
        #expect(try await secret(shell("echo hunter2; echo noise >&2")) == "hunter2")
        #expect(try await secret(.command(["printf", "%s", "a b;$c"], directory: "/")) == "a b;$c")
    }

    @Test func runsACommandInTheFilesFolder() async throws {
        #expect(try await secret(shell("pwd")) == folder.path)
        let script = try folder.write("#!/bin/sh\necho from-script\n", to: "bin/give")
        _ = try await secret(shell("chmod +x bin/give; echo done"))
        #expect(try await secret(.command(["bin/give"], directory: folder.path)) == "from-script")
        #expect(try await secret(.command([script], directory: "/")) == "from-script")
    }

    @Test func givesACommandTheEnvironmentWithoutOurOwn() async throws {
        let variables = ["PATH": "/usr/bin:/bin", "VAULT_ADDR": "vault", "RUNBOOK_PARAM_PIN": "leak"]
        #expect(try await secret(shell("echo $VAULT_ADDR:$RUNBOOK_PARAM_PIN:"), variables: variables) == "vault::")
    }

    @Test(arguments: [
        (SecretSource.variable("MISSING"), "the variable `MISSING` is not set"),
        (.file("/nowhere/x"), "cannot read the file `/nowhere/x`: no such file or directory"),
        (.file("/tmp"), "cannot read the file `/tmp`: is a directory"),
        (.file("/dev/zero"), "cannot read the file `/dev/zero`: it is a device, not a regular file"),
        (.command(["no-such-program-x"], directory: "/"), "cannot start `no-such-program-x`"),
        (.command(["sh", "-c", "echo hunter2; exit 3"], directory: "/"), "`sh` failed with exit code 3"),
        (.command(["sh", "-c", "kill -9 $$"], directory: "/"), "`sh` failed with signal 9"),
        (.command(["true"], directory: "/"), "`true` is empty"),
        (.command(["printf", "abc"], directory: "/"), "has less than 4 characters"),
        (.command(["printf", "hunter2\\nhunter2"], directory: "/"), "has several lines"),
        (.command(["printf", "hunter\\0002"], directory: "/"), "is not UTF-8"),
        (.command(["printf", "hunter\\3772"], directory: "/"), "is not UTF-8"),
        (.command(["head", "-c", "70000", "/dev/zero"], directory: "/"), "is larger than 64 KiB"),
    ])
    func saysWhyThereIsNoneAndNothingOfTheSecret(source: SecretSource, message: String) async {
        let failure = await #expect(throws: SecretResolver.Failure.self) { try await secret(source) }
        #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "")")
        #expect(failure?.message.contains("hunter") == false)
    }

    @Test func endsACommandThatTakesTooLong() async {
        let failure = await #expect(throws: SecretResolver.Failure.self) {
            try await secret(.command(["sleep", "1000"], directory: "/"), deadline: .milliseconds(200))
        }
        #expect(failure?.message == "`sleep` did not print a secret within 200ms")
    }
}
