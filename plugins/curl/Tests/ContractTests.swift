import CurlHandler
import OrderedJSON
import RunbookModel
import RunbookPluginTest
import Testing

@Suite struct ContractTests {
    @Test func keepsTheContract() async {
        let target = Target(
            name: "search", kind: "elasticsearch", properties: JSONObject(),
            settings: JSONObject([("url", "http://127.0.0.1:1"), ("user", "elastic")]),
            secrets: ["password": Secret(HandlerContract.canary)])
        let contract = HandlerContract(CurlHandler(), names: ["index"], targets: [target])
        let problems = await contract.check()
        #expect(problems == [])
    }

    /// `RECORD=1` writes the file anew, and fails that once.
    @Test func pluginFileIsTheManifest() {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        #expect(ManifestFile.check(CurlHandler.manifest, path: "/\(folder)/plugin.json") == [])
    }
}
