import ConsoleHandler
import OrderedJSON
import RunbookExternal
import RunbookPlugin
import Testing

@Suite struct ManifestReaderTests {
    private static func read(_ text: String) -> (manifest: Manifest?, problems: [String]) {
        ManifestReader.read(Array(text.utf8))
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let (manifest, problems) = Self.read(EchoPlugin.manifest)
        #expect(problems == [])
        let first = try #require(manifest)
        #expect(Self.read(first.json.text(.pretty)).manifest == first)
    }

    @Test func thoseOfBuiltInHandlersAreReadToo() {
        let (manifest, problems) = Self.read(ConsoleHandler.manifest.json.text())
        #expect(problems == [])
        #expect(manifest?.json == ConsoleHandler.manifest.json)
    }

    @Test(arguments: [
        ("{", "line 1"), ("[]", "must be an object"), ("{}", "`name` is missing"),
    ])
    func textThatIsNoManifest(text: String, problem: String) {
        #expect(Self.read(text).problems.contains { $0.contains(problem) }, "\(Self.read(text).problems)")
    }

    @Test(arguments: [
        ("\"version\": \"1.0.0\"", "\"version\": 1", "`version` must be a string"),
        ("\"protocol\": 1", "\"protocol\": 2", "it uses protocol 2, but this release supports only 1"),
        ("\"protocol\": 1", "\"protocol\": \"1\"", "`protocol` must be a whole number"),
        ("\"waits\": false", "\"wait\": false", "has no member `wait`; did you mean `waits`?"),
        ("\"waits\": false", "\"waits\": false, \"waits\": true", "has `waits` twice"),
        ("\"form\": \"port\"", "\"form\": \"prot\"", "did you mean `port`?"),
        ("\"body\": \"values\"", "\"body\": \"own\"", "is allowed only for built-in handlers"),
        ("\"run\": \"write\"", "\"run\": \"wirte\"", "did you mean `write`?"),
        ("\"type\": \"integer\"", "\"type\": \"int\"", "`keys[0].type`"),
        ("\"default\": 3", "\"default\": 30", "the default of `size`: it is more than 9"),
        ("\"executable\": \"echo.sh\"", "\"executable\": \"../echo.sh\"", "must be a file in the plugin's own folder"),
    ])
    func aSlipIsFound(old: String, new: String, problem: String) {
        let problems = Self.read(EchoPlugin.manifest.replacing(old, with: new, maxReplacements: 1)).problems
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }
}
