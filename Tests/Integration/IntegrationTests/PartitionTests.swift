import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `runbooks/ccr-migrate.md` with a network that breaks between two of its steps: it is not needed any more, or the run
    /// fails within its deadline, says that the network lets no packets through, and finishes after that was repaired.
    struct PartitionTests {
        private static let root = Repository.root
        private static let text = String(
            decoding: (try? TestFolder.bytes(of: "\(root)/runbooks/ccr-migrate.md")) ?? [], as: UTF8.self)

        /// Behind which lines a step ends, with the indentation of its blocks.
        static let places: [(line: Int, indentation: String)] = {
            var places: [(line: Int, indentation: String)] = []
            var last: (line: Int, indentation: String)?
            var isInBlock = false
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() {
                if line == "## FAQ" { break }
                let words = line.drop { $0 == " " }
                guard words.hasPrefix("```") else { continue }
                if isInBlock {
                    last = (number, String(line.prefix { $0 == " " }))
                } else if words.contains(" run ") || words.contains(" verify ") {
                    if let last { places.append(last) }
                    last = nil
                }
                isInBlock.toggle()
            }
            return places + (last.map { [$0] } ?? [])
        }()

        /// A place where the network breaks, and the version of the clusters.
        struct Break: Sendable, CustomTestStringConvertible {
            let place: Int
            let profile: String

            var testDescription: String { "behind step \(place) on \(profile)" }
        }

        /// All places with `RUNBOOK_STRESS_PARTITIONS`; otherwise one of each kind.
        static let breaks: [Break] = {
            if getenv("RUNBOOK_STRESS_PARTITIONS") != nil {
                return ["7.10", "6.7-aliyun"].flatMap { profile in
                    places.indices.map { Break(place: $0, profile: profile) }
                }
            }
            let last = places.count - 1
            // The first one, the one before the step that needs the network, some between, and the last one.
            return [0, last / 2, last - 13, last - 7, last].map { Break(place: $0, profile: "7.10") }
                + [Break(place: last / 3, profile: "6.7-aliyun")]
        }()

        @Test func eachStepHasAPlace() {
            #expect(Self.places.count > 25)
        }

        @Test(arguments: breaks)
        func itFinishesOrNamesTheNetwork(_ broken: Break) async throws {
            let folder = try TestFolder()
            try Self.write(broken, into: folder)
            let sandbox = try await RunningSandbox(
                options: ["--for", folder.file("ccr-migrate.md"), "--virtual-time"]
                    + ["local", "remote"].flatMap { ["--cluster", "\($0)=\(broken.profile)"] }, in: folder)
            // A person is asked only where something may be lost.
            let environment = try folder.text("sandbox.yaml").replacing("  disposable: true\n", with: "")
            try folder.write(environment, to: "sandbox.yaml")
            let settings = #"{"settings":{"index.soft_deletes.enabled":false}}"#
            try await sandbox.ask("PUT", "/people", at: "remote", body: settings)
            try await sandbox.ask("PUT", "/people/_doc/1?refresh=true", at: "remote", body: #"{"name":"Ann"}"#)
            let begun = try await Tool.run(
                ["exec", "ccr-migrate.md", "--env", sandbox.environment, "--yes", "-p", "reindex=true"], in: folder)
            #expect(begun.status == 3, "\(begun.said)")
            let run = String(try #require(begun.output.firstMatch(of: RunName.pattern)?.output))
            try await sandbox.setFaults([["fault": "partition", "from": "remote"]], at: "local")
            #expect(try await Tool.confirm(run, "breaks", [], in: folder).status == 0)
            let broke = try await Tool.run(["resume", run, "--yes"], in: folder)
            try await sandbox.setFaults([], at: "local")
            if broke.status != 0 {
                #expect(broke.status == 1, "\(broke.said)")
                #expect((broke.output + broke.errors).contains("Does the network between them let packets through?"))
                try await Self.finish(run, in: folder)
            }
            let documents = try await sandbox.get("/myindex_follow/_count", at: "local")["count"]?.int
            #expect(documents == 3)
            await sandbox.stop()
        }

        /// Writes the runbook with a step of a person at the place.
        private static func write(_ broken: Break, into folder: TestFolder) throws {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let place = places[broken.place]
            lines.insert(
                contentsOf: ["", "\(place.indentation)- [ ] The network breaks here. <!-- runbook: id=breaks -->", ""],
                at: place.line + 1)
            try folder.write(lines.joined(separator: "\n"), to: "ccr-migrate.md")
            for name in ["connect-clusters.md", "fixtures/ccr-migrate.md", "fixtures/connect-clusters.md"] {
                guard let bytes = try? TestFolder.bytes(of: "\(root)/runbooks/\(name)") else { continue }
                try folder.write(String(decoding: bytes, as: UTF8.self), to: name)
            }
        }

        /// Continues a run after the network was repaired; a write that failed with the network is asked of a person.
        private static func finish(_ run: String, in folder: TestFolder) async throws {
            let resumed = try await Tool.run(["resume", run, "--yes"], in: folder)
            if resumed.status == 0 { return }
            let command = try #require(resumed.output.firstMatch(of: /runbook confirm \S+ (\S+) --digest (\S+)/))
            let answered = try await Tool.run(
                ["confirm", run, String(command.output.1), "--digest", String(command.output.2), "--again"], in: folder)
            #expect(answered.status == 0, "\(answered.said)")
            let last = try await Tool.run(["resume", run, "--yes"], in: folder)
            #expect(last.status == 0, "\(last.said)")
        }
    }
}
