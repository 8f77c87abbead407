import CurlHandler
import OrderedJSON
import RunbookModel
import RunbookPluginTest
import Testing

@Suite struct ContractTests {
    @Test func keepsTheContract() async {
        let target = Target(
            url: "http://127.0.0.1:1", settings: [("user", "elastic")],
            secrets: ["password": HandlerContract.canary])
        let contract = HandlerContract(CurlHandler(), names: ["search", "index"], targets: [target])
        #expect(await contract.check() == [])
    }

    /// `RECORD=1` writes the file anew, and fails that once.
    @Test func pluginFileIsTheManifest() {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        #expect(ManifestFile.check(CurlHandler.manifest, path: "/\(folder)/plugin.json") == [])
    }
}
