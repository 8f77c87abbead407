import Glibc
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// What a terminal shows while a run goes on.
    struct LiveLineTests {
        private static let document = Documents.document(
            Documents.fence("console verify id=arrives within=60s every=200ms", "GET /orders/_count")
                + Documents.fence("console run id=last", "GET /_cluster/health"))
        /// Where the changing line begins and ends: written over itself, with the cursor put back.
        private static let ends = "\u{1B}[J\r"

        /// Runs the document at a terminal until its check has told of some time that is left, then lets it come true.
        private func shown(columns: UInt16, _ variables: [String: String]) async throws -> String {
            var shown = ""
            try await World.with(Self.document, isVirtual: false) { world in
                let terminal = try PseudoTerminal()
                terminal.resize(columns: columns)
                let tool = try await RunningTool.start(
                    ["exec", "test.md", "--env", world.sandbox.environment], at: terminal, in: world.folder,
                    variables: variables)
                if variables["NO_COLOR"] == nil, variables["TERM"] != "dumb" {
                    shown += try await terminal.shows("58 s left")
                    shown += try await terminal.shows(Self.ends)
                } else {
                    shown += try await terminal.shows("waiting up to 1m: ")
                }
                try await world.sandbox.ask("PUT", "/orders")
                shown += try await terminal.shows("2 steps: 2 done; nothing changed")
                #expect(await tool.result().status == 0)
            }
            return shown
        }

        @Test(arguments: [80, 200] as [UInt16])
        func aWaitTellsWhatIsLeftInOnePlace(_ columns: UInt16) async throws {
            let shown = try await shown(columns: columns, ["TERM": "xterm-256color"])
            let drawn = shown.split(separator: Self.ends).dropLast().map {
                String($0.split(separator: "\r").last ?? "")
            }
            #expect(drawn.count >= 2)
            for line in drawn {
                let text = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
                #expect(text.contains("s left") && text.count < Int(columns), "\(text)")
            }
            #expect(drawn.last?.contains("404") == true)
            // The line that stays begins where the changing one is erased, and nothing of that one is left.
            let rest = try #require(shown.split(separator: Self.ends).last)
            #expect(rest.hasPrefix("\r\u{1B}[J"))
            #expect(!rest.contains("left"))
            #expect(rest.contains("✓"))
        }

        @Test(arguments: [["TERM": "dumb"], ["TERM": "xterm-256color", "NO_COLOR": "1"]])
        func withoutColoursNothingChanges(_ variables: [String: String]) async throws {
            let shown = try await shown(columns: 80, variables)
            #expect(!shown.contains("\u{1B}") && !shown.contains("left"))
            #expect(shown.contains("waiting up to 1m: the status of the response is 404"))
        }

        @Test func ctrlCLeavesTheTerminalClean() async throws {
            try await World.with(Self.document, isVirtual: false) { world in
                let terminal = try PseudoTerminal()
                terminal.resize(columns: 80)
                let tool = try await RunningTool.start(
                    ["exec", "test.md", "--env", world.sandbox.environment], at: terminal, in: world.folder,
                    variables: ["TERM": "xterm-256color"])
                try await terminal.shows(" s left")
                tool.signal(SIGINT)
                let rest = try await terminal.shows("2 steps: 1 stopped, 1 not reached")
                #expect(rest.contains("\r\u{1B}[Jstopping after the request in progress"))
                #expect(await tool.result().status == 130)
                #expect(terminal.isUsual)
            }
        }

        @Test func aNarrowerTerminalGetsNarrowerLines() async throws {
            try await World.with(Self.document, isVirtual: false) { world in
                let terminal = try PseudoTerminal()
                terminal.resize(columns: 200)
                let tool = try await RunningTool.start(
                    ["exec", "test.md", "--env", world.sandbox.environment], at: terminal, in: world.folder,
                    variables: ["TERM": "xterm-256color"])
                try await terminal.shows(" s left")
                try await terminal.shows(Self.ends)
                terminal.resize(columns: 44)
                try await terminal.shows(Self.ends)
                let line = try await terminal.shows(Self.ends).replacing(/\u{1B}\[[0-9;]*[mJ]/, with: "")
                #expect(line.split(separator: "\r").allSatisfy { $0.count < 44 }, "\(line)")
                tool.signal(SIGINT)
                try await terminal.shows("not reached")
                _ = await tool.result()
            }
        }
    }
}
