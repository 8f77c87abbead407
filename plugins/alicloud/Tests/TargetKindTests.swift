import OrderedJSON
import RunbookPlugin
import Testing

@testable import AlicloudHandler

@Suite struct TargetKindTests {
    @Test func theRegionIsWhereItIs() {
        #expect(TargetKind.alicloud.place(settings: JSONObject(), properties: JSONObject([("region", "x")])) == "x")
        #expect(TargetKind.alicloud.place(settings: JSONObject(), properties: JSONObject()) == nil)
    }
}
