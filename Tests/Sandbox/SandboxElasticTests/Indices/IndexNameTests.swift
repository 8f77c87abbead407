import OrderedJSON
import SandboxWorld
import Testing

struct IndexNameTests {
    private static let dated = "/%3Clogs-%7Bnow%2Fd%7D%3E"

    @Test func datesAreFilledIn() {
        let clusters = TwoClusters()
        #expect(clusters.send("PUT", IndexNameTests.dated).json["index"] == "logs-2026.11.21")
        let settings = clusters.send("GET", "/logs-2026.11.21/_settings").json["logs-2026.11.21"]?["settings"]
        #expect(settings?["index"]?["provided_name"] == "<logs-{now/d}>")
        clusters.send("PUT", IndexNameTests.dated + "/_doc/1?refresh", "{}")
        #expect(clusters.send("GET", IndexNameTests.dated + ",none*/_count").json["count"] == 1)
    }

    @Test(arguments: ["/none*/_close", "/none*/_open"])
    func aPatternMayMeanNothing(path: String) {
        #expect(TwoClusters().send("POST", path).json["acknowledged"] == true)
    }
}
