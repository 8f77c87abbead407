import CurlHandler
import Glibc
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@Suite struct ManifestTests {
    /// `RECORD=1 swift test --filter CurlHandlerTests` writes the file anew, and fails that once.
    @Test func pluginFileIsTheManifest() throws {
        let path = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let file = "/\(path)/plugin.json"
        let expected = CurlHandler.manifest.json.text(.pretty) + "\n"
        if getenv("RECORD") != nil {
            let stream = try #require(fopen(file, "w"))
            fputs(expected, stream)
            fclose(stream)
            Issue.record("wrote \(file)")
        }
        let stream = try #require(fopen(file, "r"), "plugin.json is missing: run the test with RECORD=1")
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, stream)
        #expect(String(decoding: bytes[..<count], as: UTF8.self) == expected)
    }

    @Test(arguments: CurlHandler.manifest.examples)
    func exampleIsWhatItSays(example: Manifest.Example) {
        let preparation = CurlHandler().prepare(
            StepDraft(example.content, language: example.language, target: "search", names: ["search", "index"]))
        #expect(preparation.diagnostics.isEmpty)
        #expect(preparation.actions.map(\.title.source) == example.actions.map(\.title))
        #expect(preparation.actions.map(\.effect) == example.actions.map(\.effect))
    }
}
