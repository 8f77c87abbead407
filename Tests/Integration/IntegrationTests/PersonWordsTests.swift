import Testing
import ToolTesting

extension IntegrationTests {
    /// A secret in a person's words, or in a file that a person attaches.
    struct PersonWordsTests {
        private static let document = Documents.document(
            Documents.fence(
                "console run id=write again=yes confirm=\"Write it?\"", "PUT /orders/_doc/1\n{ \"total\": \"${pw}\" }"),
            parameters: "  pw: { type: string, secret: true }\n")
        private static let secret = "Sq7secretOfTheRun"
        private static let variables = ["RUNBOOK_PARAM_PW": secret]

        private func store(_ world: World) throws -> String {
            var all = ""
            for name in TestFolder.names(in: world.folder.file("store")) where name.hasPrefix("runs.db") {
                all += String(decoding: try world.folder.read("store/\(name)"), as: UTF8.self)
            }
            return all
        }

        /// `confirm` knows those that are in variables; the owner of the run knows all.
        @Test(arguments: [true, false])
        func itIsKeptNowhere(isKnown: Bool) async throws {
            try await World.with(Self.document) { world in
                let exec = try await world.exec(variables: Self.variables)
                let run = try #require(exec.run)
                #expect(exec.status == 3, "\(exec.said)")
                let digest = try await world.digest(run, "write")
                try world.folder.write("the password is \(Self.secret).", to: "note.txt")
                let attach = isKnown ? ["--attach", "note.txt"] : []
                let given = try await world.run(
                    ["confirm", run, "write", "--digest", digest, "--note", "it is \(Self.secret)"] + attach,
                    variables: isKnown ? Self.variables : [:])
                #expect(given.status == 0, "\(given.said)")
                if isKnown { #expect(try !store(world).contains(Self.secret)) }
                #expect(try await world.run(["resume", run], variables: Self.variables).status == 0)
                // What was in the log before is overwritten at the latest when the last process closes the store.
                #expect(try !store(world).contains(Self.secret))
                for name in TestFolder.names(in: world.folder.file("store/attachments")) {
                    #expect(try world.folder.text("store/attachments/\(name)") == "the password is ***.")
                }
            }
        }

        @Test func aPictureWithASecretIsRefused() async throws {
            try await World.with(Self.document) { world in
                let run = try #require(try await world.exec(variables: Self.variables).run)
                try world.folder.write([0xFF, 0xD8] + Array(Self.secret.utf8) + [0xFF], to: "shot.jpg")
                let digest = try await world.digest(run, "write")
                let given = try await world.run(
                    ["confirm", run, "write", "--digest", digest, "--attach", "shot.jpg"],
                    variables: Self.variables)
                #expect(given.status == 64 && given.errors.contains("contains a secret"), "\(given.said)")
                #expect(TestFolder.names(in: world.folder.file("store/attachments")).isEmpty)
            }
        }

        @Test(arguments: ["", " "])
        func aSkipNeedsAReason(reason: String) async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let given = try await world.run(["confirm", run, "write", "--digest", "x", "--skip", reason])
                #expect(given.status == 64 && given.errors.contains("--skip needs a reason"), "\(given.said)")
            }
        }
    }
}
