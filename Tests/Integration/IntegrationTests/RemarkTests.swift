import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What a person says and shows beside an answer.
    struct RemarkTests {
        @Test func aNoteAndAFileStandInTheReport() async throws {
            try await World.with(Documents.gate) { world in
                try world.folder.write("proof", to: "pictures/shot.txt")
                let name = try #require(try await world.exec().run)
                let answer = try await world.confirm(
                    name, "write", "--note", "approved in CHG-1", "--attach", "pictures/shot.txt")
                #expect(answer.status == 0, "\(answer.said)")
                #expect(try await world.run(["resume", name]).status == 0)
                // That of `proof`, as sha256sum tells it.
                let hash = "c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7"
                let report = try await world.run(["report", name])
                #expect(report.output.contains("approved in CHG-1"), "\(report.said)")
                #expect(report.output.contains("attached `shot.txt`, 5 bytes, SHA-256 `\(hash)`"), "\(report.said)")
                let json = try JSON(parsing: try await world.run(["report", name, "--format", "json"]).output)
                let step = json["steps"]?.array?.first { $0["id"] == "write" }
                #expect(step?["answers"]?.array?.first?["remark"]?["note"] == "approved in CHG-1")
                let shown = try await world.run(["show", name, "write"])
                #expect(shown.output.contains("attached shot.txt, 5 bytes"), "\(shown.said)")
                #expect(try world.folder.text("store/attachments/\(hash)") == "proof")
                // It goes with the last run that names it.
                #expect(try await world.run(["runs", "prune", "--run", name]).status == 0)
                #expect((try? TestFolder.bytes(of: world.folder.file("store/attachments/\(hash)"))) == nil)
            }
        }

        @Test func aFileThatIsNotThereIsSaidAndNothingIsAnswered() async throws {
            try await World.with(Documents.gate) { world in
                let name = try #require(try await world.exec().run)
                let answer = try await world.confirm(name, "write", "--attach", "nowhere.png")
                #expect(answer.status == 64, "\(answer.said)")
                #expect(answer.errors.contains("cannot attach `nowhere.png`"), "\(answer.said)")
                #expect(try await world.run(["resume", name]).status == 3)
            }
        }
    }
}
