import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Where the values of parameters come from, and that it is recorded.
    struct ParameterTests {
        private static let document = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/${index}\n{ \"size\": ${size} }"),
            parameters: "  index: { type: string, default: by_default }\n  size: { type: integer, default: 1 }\n")

        struct Source: Sendable, CustomTestStringConvertible {
            let testDescription: String
            var arguments: [String] = []
            var variables: [String: String] = [:]
            let index: String
            let recorded: String
        }

        private static let variable = ["RUNBOOK_PARAM_INDEX": "by_variable"]
        private static let sources = [
            Source(testDescription: "default", index: "by_default", recorded: "default"),
            Source(
                testDescription: "variable", variables: variable, index: "by_variable",
                recorded: "env:RUNBOOK_PARAM_INDEX"),
            Source(
                testDescription: "JSON", arguments: ["--params", "values.json"], variables: variable, index: "by_json",
                recorded: "file:values.json"),
            Source(
                testDescription: "YAML", arguments: ["--params", "values.yaml"], variables: variable, index: "by_yaml",
                recorded: "file:values.yaml"),
            Source(
                testDescription: "option", arguments: ["--params", "values.yaml", "-p", "index=by_option"],
                variables: variable, index: "by_option", recorded: "option"),
            Source(
                testDescription: "last option", arguments: ["-p", "index=a", "--param=index=by=option"],
                index: "by=option", recorded: "option"),
        ]

        @Test(arguments: sources)
        func theFirstSourceWins(_ source: Source) async throws {
            try await World.with(Self.document) { world in
                try world.folder.write("{ \"index\": \"by_json\" }", to: "values.json")
                try world.folder.write("index: by_yaml\n", to: "values.yaml")
                var arguments = ["exec", "test.md", "--env", world.sandbox.environment, "--format", "json"]
                arguments += source.arguments
                let result = try await world.run(arguments, variables: source.variables)
                #expect(result.status == 0, "\(result.said)")
                let parameter = try JSON(parsing: result.output)["parameters"]?[0]
                #expect(parameter?["value"]?.string == source.index)
                #expect(
                    parameter?["source"]?.string
                        == source.recorded.replacing("file:", with: "file:\(world.folder.path)/"))
                let path = source.index.replacing("=", with: "%3D")
                #expect(try await world.sandbox.log() == ["PUT /orders/_doc/\(path)"])
            }
        }

        /// Its lines may be secrets, so none of them is printed.
        @Test(arguments: [
            ("p.yaml", "s: HUNTER22x: y\n"), ("p.yaml", "s: *HUNTER22x\n"), ("p.yaml", "s: \"HUNTER22x\n"),
            ("p.yaml", "- HUNTER22x\n"), ("p.json", "{\"s\":\"HUNTER22x\\q\"}"),
            ("p.json", "{\"s\":\"HUNTER22x\" \"t\":1}"),
            ("p.json", "\"HUNTER22x\""),
        ])
        func aFileThatCannotBeReadIsNotPrinted(name: String, text: String) async throws {
            try await World.with(Self.document) { world in
                try world.folder.write(text, to: name)
                let result = try await world.exec("--params", name)
                #expect(result.status == 64, "\(result.said)")
                #expect(result.said.contains("params/invalid") && result.said.contains(name), "\(result.said)")
                #expect(!result.said.contains("HUNTER22"), "\(result.said)")
            }
        }

        @Test func theEnvironmentStandsBetweenFileAndVariable() async throws {
            try await World.with(Self.document) { world in
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(text + "parameters:\n  index: by_environment\n", to: "sandbox.yaml")
                try world.folder.write("index: by_yaml\n", to: "values.yaml")
                _ = try await world.exec(variables: Self.variable)
                _ = try await world.exec("--params", "values.yaml", variables: Self.variable)
                #expect(
                    try await world.sandbox.log() == [
                        "PUT /orders/_doc/by_environment", "PUT /orders/_doc/by_yaml",
                    ])
            }
        }

        /// A mistake in a file of parameters is shown without the values that it may be about.
        @Test(arguments: [
            ("p.yaml", "word: HUNTER22x: y\n"), ("p.yaml", "word: *HUNTER22x\n"),
            ("p.json", #"{"word":"HUNTER22x\q"}"#),
            ("p.json", #"{"word":"HUNTER22x" "index":"i"}"#),
        ])
        func aMistakeInAFileOfParametersShowsNoSecret(name: String, text: String) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"word\": \"${word}\" }"),
                parameters: "  word: { type: string, secret: true }\n")
            let folder = try TestFolder()
            try folder.write(document, to: "test.md")
            try folder.write(text, to: name)
            for command in [["exec", "test.md", "--yes"], ["plan", "test.md"]] {
                let result = try await Tool.run(command + ["--params", name], in: folder)
                #expect(result.status != 0 && result.errors.contains("params/"), "\(result.said)")
                #expect(!result.said.contains("HUNTER22"), "\(result.said)")
            }
        }
    }
}
