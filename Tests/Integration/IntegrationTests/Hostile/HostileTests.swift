import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Inputs made to break the tool: it may refuse them, but never crash, hang, flood, or pass harmful text on.
    struct HostileTests {
        private func check(_ input: HostileInput) async throws {
            let folder = try TestFolder()
            try folder.write(input.bytes, to: "test.md")
            let result = try await Tool.run(["check", "test.md"], in: folder)
            try expectCalm(result, input)
            #expect(
                result.status == 0 || (result.output + result.errors).contains("test.md:"),
                "a problem has a place: \(input) \(result.said)"
            )
        }

        /// What holds for every answer to every input.
        private func expectCalm(_ result: ToolResult, _ input: HostileInput, _ statuses: Set<Int32> = [0, 2]) throws {
            #expect(statuses.contains(result.status), "\(input): \(result.said)")
            #expect(result.output.utf8.count + result.errors.utf8.count < 4 << 20, "\(input) floods")
            #expect(HostileText.isHarmless(result.output), "\(input) reaches standard output")
            #expect(HostileText.isHarmless(result.errors), "\(input) reaches standard error")
        }

        @Test(arguments: HostileInput.documents)
        func aDocumentIsReadOrRefused(_ input: HostileInput) async throws { try await check(input) }

        @Test(arguments: HostileText.all)
        func aTextIsMadeVisibleWhereverItStands(_ text: HostileText) async throws {
            let folder = try TestFolder()
            for (index, input) in text.documents.enumerated() {
                try folder.write(input.bytes, to: "test\(index).md")
            }
            let files = text.documents.indices.map { "test\($0).md" }
            try expectCalm(try await Tool.run(["check"] + files, in: folder), HostileInput(text.name, ""))
            let github = try await Tool.run(["check", "--format", "github"] + files, in: folder)
            let all = HostileInput(text.name, "")
            try expectCalm(github, all)
            for line in github.output.split(separator: "\n") {
                #expect(line.wholeMatch(of: /::(error|warning|notice) file=test[0-9]+\.md,.*/) != nil, "\(line)")
            }
            let json = try await Tool.run(["check", "--format", "json"] + files, in: folder)
            #expect(throws: Never.self) { try JSON(parsing: json.output) }
        }

        @Test(arguments: HostileInput.environments)
        func anEnvironmentNeverLeadsAnywhere(_ input: HostileInput) async throws {
            let folder = try TestFolder()
            try folder.write(Documents.document(Documents.fence("console verify within=0s", "GET /")), to: "test.md")
            try folder.write(input.bytes, to: "bad.yaml")
            let result = try await Tool.run(["exec", "test.md", "--env", "./bad.yaml"], in: folder)
            try expectCalm(result, input, [2])
            #expect((result.output + result.errors).contains("bad.yaml"), "\(input): \(result.said)")
            #expect(!result.said.contains("hunter2"), "\(input)")
        }

        @Test(arguments: HostileText.all)
        func anAnswerIsMadeVisibleInEverySink(_ text: HostileText) async throws {
            let body: JSON = ["status": .string(text.text), "error": ["reason": .string(text.text)]]
            try await FakeElastic.with { request in
                request.target == "/"
                    ? nil : .json(body.text(), status: 400, headers: [.init("warning", "299 x \"y\"")])
            } _: { fake in
                let folder = try fake.folder(
                    Documents.document(
                        Documents.fence("console run id=look", "GET /_cluster/health")
                            + Documents.fence("json expect", "{ \"status\": \"green\" }")))
                let input = HostileInput(text.name, "")
                for format in ["md", "json", "xml"] {
                    let report = "report.\(format)"
                    let result = try await Tool.run(
                        ["exec", "test.md", "--env", "./fake.yaml", "--report", report], in: folder)
                    try expectCalm(result, input, [1])
                    #expect(HostileText.isHarmless(try folder.text(report)), "\(report)")
                }
            }
        }

        @Test(arguments: [
            "a\nb.md", "a\n::error::b.md", "\u{1B}[31m.md", "a b.md", "-x.md", "--help.md", "é.md", "a\u{202E}b.md",
            "$(id).md", "`id`.md", "a:1:2.md", "a%0Ab.md", "'.md", "\".md", "*.md", "x".times(250) + ".md",
        ])
        func anyNameOfAFileIsTaken(_ name: String) async throws {
            let folder = try TestFolder()
            let input = HostileInput(name, Documents.document(Documents.fence("console verify within=bad", "GET /")))
            try folder.write(input.bytes, to: name)
            for format in ["text", "json", "github"] {
                let result = try await Tool.run(["check", "--format", format, "--", name], in: folder)
                try expectCalm(result, input, [2])
                #expect(result.said.contains("key/value") || result.said.contains("duration"), "\(result.said)")
                let annotations = result.output.split(separator: "\n").filter { $0.hasPrefix("::") }
                #expect(annotations.count == (format == "github" ? 1 : 0), "\(result.said)")
            }
            let result = try await Tool.run(["exec", "--", name], in: folder)
            try expectCalm(result, input, [2])
        }

        @Test func areManyEnough() {
            let texts = HostileText.all.flatMap(\.documents)
            let count = HostileInput.documents.count + texts.count + HostileInput.environments.count
            #expect(count >= 200)
            #expect(Set((HostileInput.documents).map(\.name)).count == HostileInput.documents.count)
        }
    }
}
