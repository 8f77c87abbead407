import OrderedJSON
import RunbookExternal
import RunbookModel
import RunbookPlugin
import Testing

/// `docs/plugin-protocol.md` is the protocol that the code speaks.
struct PluginProtocolTests {
    private let page = Page("docs/plugin-protocol.md")

    private static let target = Target(
        name: "front", kind: "door", properties: JSONObject([("name", "front"), ("host", "door.example.com")]),
        settings: JSONObject([("visitor", "postman")]), secrets: ["password": Secret("open sesame")],
        requirements: JSONObject([("version", ">=2")]))

    /// The action of the manifest's example, with a value put in.
    private func action(_ manifest: RunbookPlugin.Manifest) throws -> Action {
        let example = try #require(manifest.examples.first)
        return Action(
            step: "hello", target: "front", index: 0, effect: .write, title: "Hello Ada",
            fields: [
                .init("language", example.language),
                .init("body", example.content.replacing("${person}", with: "Ada")), .init("key.volume", "5"),
            ], token: "2f1c8a")
    }

    private func manifest() throws -> RunbookPlugin.Manifest {
        let text = try #require(page.fences("json plugin.json").first)
        let (manifest, problems) = ManifestReader.read(Array(text.utf8))
        #expect(problems == [])
        return try #require(manifest)
    }

    @Test func theManifestIsOneAndIsReadWhole() throws {
        let text = try #require(page.fences("json plugin.json").first)
        #expect(try manifest().json == JSON(parsing: text))
    }

    @Test func theRequestsAreWhatIsSent() throws {
        let perform = WireRequest(
            .perform, action: try action(try manifest()), target: Self.target, timeout: .seconds(30))
        let examine = WireRequest(.examine, target: Self.target, timeout: .seconds(10))
        #expect(page.fences("json request perform").map { try? JSON(parsing: $0).text() } == [perform.json.text()])
        #expect(page.fences("json request examine").map { try? JSON(parsing: $0).text() } == [examine.json.text()])
    }

    @Test func theRepliesAreUnderstood() throws {
        let lines = page.fences("json reply").flatMap { $0.split(separator: "\n") }
        #expect(lines.count == 11)
        for line in lines { _ = try WireReply(line: Array(line.utf8)) }
    }

    @Test func whatIsNoReplyIsRefused() {
        let lines = page.fences("json refused").flatMap { $0.split(separator: "\n") }
        #expect(lines.count == 8)
        for line in lines {
            #expect(throws: WireReply.Malformed.self, "\(line)") { _ = try WireReply(line: Array(line.utf8)) }
        }
    }

    @Test func everyWordIsTold() {
        let spans = Set(page.codeSpans)
        var words = ["success", "missing", "denied", "rejected", "broken", "refused", "unknown"]
        words += RunbookPlugin.Manifest.Call.allCases.map(\.rawValue)
        words += TargetKind.Form.wire.map { $0.word }
        words += RunbookPlugin.Manifest.Language.Body.allCases.filter { $0 != .own }.map(\.rawValue)
        words += Effect.allCases.map(\.rawValue)
        words += Probe.State.allCases.map(\.rawValue)
        for word in words { #expect(spans.contains(word), "\(word)") }
    }

    @Test func theEnvironmentIsTold() {
        let variables = WireRequest(.perform, target: Self.target, timeout: .seconds(1)).environment(home: "/home/ada")
        let spans = Set(page.codeSpans)
        for (name, value) in variables where !name.hasPrefix("RUNBOOK_TARGET_") {
            #expect(spans.contains(name) || spans.contains("\(name)=\(value)"), "\(name)=\(value)")
        }
        #expect(spans.contains("RUNBOOK_TARGET_HOST=\(variables["RUNBOOK_TARGET_HOST"] ?? "")"))
    }
}
