import Glibc
import Testing

@testable import Processes

struct SpawnErrorTests {
    @Test(arguments: [
        (ProcessCommand("no-such-program"), "no such program in `/usr/local/bin:/usr/bin:/bin`", ENOENT),
        (ProcessCommand("x", environment: ["PATH": "/nowhere"]), "no such program in `/nowhere`", ENOENT),
        (ProcessCommand("/no/such/file"), "no such file or directory", ENOENT),
        (ProcessCommand("/etc/passwd"), "permission denied", EACCES),
        (
            ProcessCommand("/bin/true", directory: "/nowhere"),
            "working directory `/nowhere`: no such file or directory", ENOENT
        ),
        (ProcessCommand("/bin/true", ["a\0b"]), "an argument, a variable or the path contains a NUL byte", EINVAL),
    ])
    func namesWhatCouldNotBeStarted(command: ProcessCommand, reason: String, code: Int32) async throws {
        let error = await #expect(throws: SpawnError.self) { try await Process.run(command) }
        #expect(error?.description == "cannot start `\(command.executable)`: \(reason)")
        #expect(error?.code == code)
    }

    @Test
    func searchesThePathOfTheChild() async throws {
        let command = ProcessCommand("sh", ["-c", "exit 3"], environment: ["PATH": "/nowhere:/bin"])
        #expect(try await Process.run(command).termination == .exited(3))
    }
}
