import OrderedJSON
import SandboxWorld
import Testing

struct RequestLogTests {
    static func entry(_ target: String, isEmulated: Bool = true) -> RequestLog.Entry {
        RequestLog.Entry(
            at: SandboxInstant(milliseconds: 7), system: "one", method: "GET", target: target, status: 200,
            isEmulated: isEmulated, isFaulty: false)
    }

    @Test func namesEachThatIsNotEmulatedOnce() {
        let log = RequestLog()
        for target in ["/a", "/_x", "/_x", "/_y"] { log.add(Self.entry(target, isEmulated: target == "/a")) }
        #expect(log.notEmulated == ["one: GET /_x", "one: GET /_y"])
        #expect(log.count == 4)
    }

    @Test func keepsTheLastRequests() {
        let log = RequestLog(limit: 3)
        for number in 1...10 { log.add(Self.entry("/\(number)")) }
        #expect(log.entries.map(\.target).suffix(3) == ["/8", "/9", "/10"])
        #expect(log.entries.count < 6)
        #expect(log.count == 10)
    }

    @Test(arguments: [
        ("/i/_doc", false, 1), ("/_bulk", true, 0), ("/i/_validate/query", false, 0), ("/_search/scroll", false, 0),
        ("/i/_explain/1", false, 0), ("/_cluster/allocation/explain", false, 0), ("/i/_search?size=0", false, 0),
        ("/_index_template/_simulate/t", false, 0), ("/_snapshot/r/_verify", false, 0), ("/_cluster/reroute", false, 1),
    ])
    func countsWhatMayHaveChangedSomething(target: String, onlyRead: Bool, count: Int) {
        let log = RequestLog()
        log.add(
            RequestLog.Entry(
                at: SandboxInstant(milliseconds: 7), system: "one", method: "POST", target: target, status: 200,
                isEmulated: true, isFaulty: false, onlyRead: onlyRead))
        #expect(log.writes["count"]?.int == count)
    }

    @Test func showsEverythingInItsJSON() {
        let log = RequestLog()
        log.add(Self.entry("/_x", isEmulated: false))
        #expect(
            log.json.text() == #"{"count":1,"requests":[{"at_ms":7,"cluster":"one","method":"GET","target":"/_x","#
                + #""status":200,"emulated":false,"fault":false}],"not_emulated":["one: GET /_x"]}"#)
    }
}
