import OrderedJSON
import RunbookModel
import RunbookPluginTest
import ShellHandler
import Testing

@Suite struct ContractTests {
    @Test func keepsTheContract() async {
        let target = Target(
            name: "operator", kind: "host", properties: JSONObject(),
            settings: JSONObject([("local", true)]), secrets: ["none": Secret(HandlerContract.canary)])
        let contract = HandlerContract(ShellHandler(variables: [:]), names: ["index"], targets: [target])
        let problems = await contract.check()
        #expect(problems == [])
    }

    /// `RECORD=1` writes the file anew, and fails that once.
    @Test func pluginFileIsTheManifest() {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        #expect(ManifestFile.check(ShellHandler.manifest, path: "/\(folder)/plugin.json") == [])
    }
}
