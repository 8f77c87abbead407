import ConsoleHandler
import OrderedJSON
import RunbookModel
import RunbookPluginTest
import Testing

@Suite struct ContractTests {
    @Test func keepsTheContract() async {
        let target = Target(
            url: "http://127.0.0.1:1", settings: [("user", "elastic")],
            secrets: ["password": HandlerContract.canary])
        let contract = HandlerContract(ConsoleHandler(), names: ["index"], targets: [target])
        let problems = await contract.check()
        #expect(problems == [])
    }

    /// `RECORD=1` writes the file anew, and fails that once.
    @Test func pluginFileIsTheManifest() {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        #expect(ManifestFile.check(ConsoleHandler.manifest, path: "/\(folder)/plugin.json") == [])
    }
}
