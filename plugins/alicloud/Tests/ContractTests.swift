import AlicloudHandler
import OrderedJSON
import RunbookModel
import RunbookPluginTest
import Testing

struct ContractTests {
    private let handler = AlicloudHandler(clock: { 0 }, profiles: { nil })

    @Test func keepsTheContract() async {
        let target = Target(
            name: "cloud", kind: "alicloud", properties: ["name": "cloud", "region": "cn-hangzhou"],
            settings: [
                "endpoints": ["default": "http://127.0.0.1:1"], "credentials": ["access_key_id": "LTAI5tTestKey"],
            ], secrets: ["credentials_access_key_secret": Secret(HandlerContract.canary)])
        let contract = HandlerContract(handler, names: ["router", "peer"], targets: [target])
        #expect(await contract.check() == [])
    }

    /// `RECORD=1` writes the file anew, and fails that once.
    @Test func pluginFileIsTheManifest() {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        #expect(ManifestFile.check(AlicloudHandler.manifest, path: "/\(folder)/plugin.json") == [])
    }
}
