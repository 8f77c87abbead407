import Glibc
import OrderedJSON
import Processes
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// A step's programs cannot answer for a person, however they try.
    struct ChildAnswerTests {
        /// What a block runs to answer the gate of its own run, once the run waits.
        ///
        /// It is left behind by the block, and outlives the run that it comes from.
        private static let answer = """
            : >started; n=0
            while [ $n -lt 600 ]; do
              n=$((n + 1)); sleep 0.1
              run=$("$RB" runs --store "$STORE" --format json | sed -n 's/.*"run": *"\\([^"]*\\)".*/\\1/p' | head -1)
              "$RB" report "$run" --store "$STORE" 2>/dev/null | grep -q 'confirm' || continue
              { "$RB" confirm "$run" write --store "$STORE" 2>&1; echo "status $?"; } >"$OUT"; exit
            done
            """

        static let ways: [String: String] = [
            "as a job of its own": "bash -c 'set -m; sh ./answer.sh >/dev/null 2>&1 </dev/null &'",
            "in a session of its own": "setsid -f sh ./answer.sh >/dev/null 2>&1 </dev/null",
            "forked twice": "setsid -f sh -c '(setsid sh ./answer.sh &) &' >/dev/null 2>&1 </dev/null",
            "with an empty environment":
                "setsid -f env -i PATH=/usr/bin:/bin RB=\"$RB\" STORE=\"$STORE\" OUT=\"$OUT\" HOME=/ sh ./answer.sh >/dev/null 2>&1 </dev/null",
        ]

        private static func document(_ way: String, in folder: TestFolder) -> String {
            Documents.document(
                Documents.fence(
                    "sh run id=look on=box again=yes",
                    "cd \(folder.path)\nexport RB=\(Tool.path) STORE=\(folder.path)/store OUT=\(folder.path)/out.txt\n\(way)\n"
                        + "until [ -e started ]; do sleep 0.05; done"
                )
                    + Documents.fence(
                        "console run id=write on=search again=yes confirm=\"Write it?\"", "PUT /orders/_doc/1\n{}"),
                targets: "  box: { kind: host }\n")
        }

        private func world(_ way: String, _ body: (FakeElastic, TestFolder) async throws -> Void) async throws {
            try await FakeElastic.with { fake in
                let folder = try TestFolder()
                #expect(mkfifo(folder.file("out.txt"), 0o600) == 0)
                try folder.write(Self.answer, to: "answer.sh")
                try folder.write(Self.document(way, in: folder), to: "test.md")
                try folder.write(
                    """
                    environment: { version: 1 }
                    targets:
                      search: { kind: elasticsearch, url: "\(fake.url)" }
                      box: { kind: host, local: true, allow: [shell] }
                    """, to: "here.yaml")
                try await body(fake, folder)
            }
        }

        @Test(arguments: ways.keys.sorted())
        func aProgramOfARunDoesNotConfirm(way: String) async throws {
            try await world(Self.ways[way] ?? "") { fake, folder in
                let result = try await Tool.run(["exec", "test.md", "--env", "./here.yaml"], in: folder)
                #expect(result.status == 3, "\(result.said)")
                // A pipe, whose end is the end of what was tried.
                let tried = try await Process.run(
                    ProcessCommand("/bin/cat", [folder.file("out.txt")], deadline: .seconds(60)))
                let said = String(decoding: tried.output, as: UTF8.self)
                #expect(said.contains("only a person may answer"), "\(said)")
                #expect(said.hasSuffix("status 3\n"))
                let run = try #require(result.run)
                #expect(try await Tool.run(["resume", run], in: folder).status == 3)
                #expect(fake.lines.allSatisfy { !$0.hasPrefix("PUT") })
            }
        }

        @Test(arguments: ["CLAUDECODE", "CODEX_SANDBOX", "GEMINI_CLI", "RUNBOOK_NO_TERMINAL", "RUNBOOK_STEP"])
        func aProgramThatDrivesATerminalDoesNotConfirm(variable: String) async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let result = try await world.run(["confirm", run, "write", "--resume"], variables: [variable: "1"])
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("only a person may answer"))
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        /// A terminal that a program of a run made for itself is none.
        @Test func aProgramOfARunIsNotAskedAtATerminal() async throws {
            try await World.with(Documents.gate) { world in
                let terminal = try PseudoTerminal()
                var command = Tool.command(["exec", "test.md", "--env", world.sandbox.environment], in: world.folder)
                command.executable = "/bin/sh"
                command.arguments = ["-c", #"exec "$0" "$@" <"$TTY" >"$TTY" 2>"$TTY""#, Tool.path] + command.arguments
                command.environment["TTY"] = terminal.path
                command.isOurs = true
                let result = ToolResult(try await Process.run(command))
                #expect(result.status == 3)
                #expect(try await world.sandbox.writes().isEmpty)
                _ = terminal
            }
        }
    }
}
