import RunbookExternal
import RunbookModel
import RunbookPluginTest
import Testing
import ToolTesting

/// The trial on the wire finds what it is there to find.
@Suite(.serialized) struct PluginTrialTests {
    static let ok = #"{"type":"outcome","outcome":"refused","reason":"no"}"#

    /// A trial of a script; the folder lives as long as it is needed.
    private func with<Result>(
        _ body: String, patience: Duration = .seconds(2), _ use: (PluginTrial) async -> Result
    ) async throws -> Result {
        let manifest = EchoPlugin.manifest.replacing(", \"examine\", \"probe\"", with: "")
        let folder = try TestFolder()
        try EchoPlugin.write(into: folder, manifest: manifest, script: "#!/bin/bash\n" + body)
        let handler = ExternalHandler(try PluginFolder(folder.file("echo"), origin: .option), home: nil)
        return await use(PluginTrial(handler, home: nil, canary: HandlerContract.canary, patience: patience))
    }

    @Test func aGoodPluginPasses() async throws {
        let script = """
            IFS= read -r line
            case $line in '{"protocol":1,"call":"perform",'*) ;; *) exit 64 ;; esac
            echo '\(Self.ok)'
            """
        let found = try await with(script, patience: .seconds(60)) { trial in
            await trial.requestProblems() + trial.garbageProblems() + trial.endProblems()
        }
        #expect(found == [])
    }

    @Test(arguments: [
        ("read -r line; exit 0", "plugin/wire"), ("read -r line; exit 1", "plugin/wire"),
        ("read -r line; echo rubbish; echo '\(ok)'", "plugin/wire"),
        ("read -r line; echo '\(ok)'; echo '\(ok)'", "plugin/wire"),
        ("read -r line; echo '\(ok)'; exit 1", "plugin/wire"),
        ("read -r line; printf '%s' \"$line\" >&2; echo '\(ok)'", "plugin/secret"),
        ("read -r line; echo '\(ok)'; sleep 600", "plugin/hangs"),
    ])
    func badAnswersAreFound(body: String, code: String) async throws {
        let found = try await with(body) { await $0.requestProblems() }
        #expect(found.map(\.code).contains(code))
    }

    @Test func aPluginThatAnswersAnythingIsFound() async throws {
        let response = #"{"type":"outcome","outcome":"answered","verdict":"success"}"#
        let found = try await with("read -r line; echo '\(response)'") { await $0.garbageProblems() }
        #expect(Set(found.map(\.code)) == ["plugin/claim"])
    }

    @Test func aPluginThatDoesNotEndIsFound() async throws {
        let found = try await with("trap '' TERM; cat >/dev/null; sleep 600") { await $0.endProblems() }
        #expect(found.map(\.code) == ["plugin/hangs", "plugin/hangs"])
    }
}
