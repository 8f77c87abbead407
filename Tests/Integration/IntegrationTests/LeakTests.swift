import Foundation
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Marked secrets of every kind are in nothing that leaves the process, in no form.
    struct LeakTests {
        /// A parameter, and a value that a response has and a step captures; both need escapes in most languages.
        private static let given = "Zq7\"can<ary>/päss&wörd+1"
        private static let captured = "Kx9'cap=tured\\t0ken?%"

        /// The forms of a secret in texts: as it is, and as other programs write it.
        static func forms(_ secret: String) -> [String: String] {
            let bytes = Array(secret.utf8)
            func percent(_ format: String) -> String { bytes.map { String(format: format, $0) }.joined() }
            var forms = [
                "plain": secret, "JSON": String(JSON.string(secret).text().dropFirst().dropLast()),
                "JSON, all escaped": secret.utf16.map { String(format: "\\u%04x", $0) }.joined(),
                "JSON, all escaped, large": secret.utf16.map { String(format: "\\u%04X", $0) }.joined(),
                "percent": percent("%%%02X"), "percent, small": percent("%%%02x"),
                "hex": percent("%02x"), "hex, large": percent("%02X"),
                "XML": secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;"),
                "HTML": secret.unicodeScalars.map { "&#\($0.value);" }.joined(),
            ]
            for offset in 0..<3 {
                let padded = Data(repeating: 0x20, count: offset) + Data(bytes)
                // The digits at both ends depend on what is beside the secret.
                let text = padded.base64EncodedString().filter { $0 != "=" }
                forms["base64 at \(offset)"] = String(text.dropFirst(offset == 0 ? 0 : offset + 1).dropLast(2))
            }
            // The beginning alone, as where a text was cut.
            forms["cut"] = String(secret.prefix(8))
            return forms
        }

        private static let document = Documents.document(
            "Send the token ${token} to the **search** cluster.\n\n"
                + Documents.fence(
                    "console run id=write again=yes confirm=\"Send ${token}?\"",
                    "PUT /orders/_doc/1\n{ \"token\": \"${token}\" }")
                + Documents.fence("console run id=read", "GET /orders/_doc/1")
                + Documents.fence("jq capture", "word! = ._source.token")
                + Documents.fence("console run id=other again=yes", "PUT /orders/_doc/2\n{ \"key\": \"${key}\" }")
                + Documents.fence("console run id=find", "GET /orders/_doc/2")
                + Documents.fence("jq capture", "again! = ._source.key")
                + Documents.fence("console run id=seek", "GET /orders/_search?q=${again}")
                + Documents.fence("console verify id=fails within=0s", "GET /orders/_doc/2")
                + Documents.fence("json expect", "{ \"_source\": { \"key\": \"another\" } }"),
            parameters: "  token: { type: string, secret: true }\n  key: { type: string, secret: true }\n")

        @Test func noSecretLeavesTheProcess() async throws {
            try await World.with(Self.document) { world in
                try world.folder.write(
                    try world.folder.text("sandbox.yaml")
                        + "notify: { on: [failed], command: [sh, -c, \"cat > notice.json\"] }\n", to: "sandbox.yaml")
                let variables = ["RUNBOOK_PARAM_TOKEN": Self.given, "RUNBOOK_PARAM_KEY": Self.captured]
                var sinks: [String: String] = [:]
                for arguments in [["plan"], ["plan", "--probe"], ["plan", "--format", "json"]] {
                    let plan = try await world.run(
                        arguments + ["test.md", "--env", world.sandbox.environment], variables: variables)
                    sinks[arguments.joined(separator: " ")] = plan.output + plan.errors
                }
                let run = try await world.exec("--yes", "--report", "run.md", variables: variables)
                #expect(run.status == 1, "\(run.said)")
                sinks["exec"] = run.output + run.errors
                let name = try #require(run.run)
                for arguments in [
                    ["report", name], ["report", name, "--format", "json"], ["report", name, "--format", "junit"],
                    ["runs", "export"], ["show", name], ["show", name, "write"], ["show", name, "fails"],
                    ["handover", name], ["confirm", name], ["runs", "--format", "json"],
                ] {
                    let result = try await world.run(arguments)
                    sinks[arguments.joined(separator: " ")] = result.output + result.errors
                }
                for file in TestFolder.names(in: world.folder.file("store")) where file.hasPrefix("runs") {
                    sinks[file] = String(decoding: try world.folder.read("store/\(file)"), as: UTF8.self)
                }
                for file in TestFolder.names(in: world.folder.file(".")) where ["run.md", "notice.json"].contains(file)
                {
                    sinks[file] = try world.folder.text(file)
                }
                #expect(sinks["runs.db"] != nil && sinks["run.md"] != nil)
                // No core dumps are written.
                #expect(!TestFolder.names(in: world.folder.file(".")).contains { $0.hasPrefix("core") })
                for (sink, text) in sinks {
                    for secret in [Self.given, Self.captured] {
                        for (form, word) in Self.forms(secret) {
                            #expect(!text.contains(word), "\(sink) has it, form \(form): \(text.suffix(600))")
                        }
                    }
                }
            }
        }
    }
}
