import OrderedJSON
import SandboxWorld
import Testing

struct FaultTests {
    @Test(arguments: [
        (#"{"fault":"refuse"}"#, Fault(.refuse)),
        (#"{"fault":"answer"}"#, Fault(.answer(status: 503, body: []))),
        (#"{"fault":"answer","status":502,"body":"no"}"#, Fault(.answer(status: 502, body: [110, 111]))),
        (#"{"fault":"answer","body":{}}"#, Fault(.answer(status: 503, body: [123, 125]))),
        (#"{"fault":"delay","ms":5}"#, Fault(.delay(.milliseconds(5)), isApplied: true)),
        (#"{"fault":"cut","after":7,"match":"PUT /"}"#, Fault(.cut(after: 7), isApplied: true, match: "PUT /")),
        (#"{"fault":"partition","from":"leader"}"#, Fault(.partition(from: "leader"))),
        (#"{"fault":"hang","applied":true,"times":3}"#, Fault(.hang, isApplied: true, times: 3)),
    ])
    func reads(text: String, fault: Fault) throws {
        #expect(try Fault(JSON(parsing: text)) == fault)
    }

    @Test(arguments: [
        ("[]", "a fault must be an object with a member `fault`"),
        (#"{"fault":"delay"}"#, "`ms` must be an integer from 0 to 86400000"),
        (#"{"fault":"delay","ms":-1}"#, "`ms` must be an integer from 0 to 86400000"),
        (#"{"fault":"answer","status":"x"}"#, "`status` must be an integer from 200 to 599"),
        (#"{"fault":"reset","ms":1}"#, "fault `reset` has no member `ms`"),
        (#"{"fault":"partition"}"#, "`from` must be the name of the other system"),
        (#"{"fault":"reset","skip":-1}"#, "`skip` must be an integer from 0 to 1000000"),
        (#"{"fault":"reset","retry_after":1}"#, "fault `reset` has no member `retry_after`"),
        (#"{"fault":"answer","retry_after":"soon"}"#, "`retry_after` must be an integer from 0 to 86400"),
        (#"{"fault":"reset","match":5}"#, "`match` must be a text, such as `PUT /orders`"),
        (#"{"fault":"reset","applied":"yes"}"#, "`applied` must be true or false"),
        (#"{"fault":"hang","times":0}"#, "`times` must be an integer from 1 to 1000000"),
    ])
    func refuses(text: String, message: String) throws {
        let json = try JSON(parsing: text)
        let error = #expect(throws: Fault.Invalid.self) { try Fault(json) }
        #expect(error?.message == message)
    }

    @Test func meetsAsManyRequestsAsItSays() {
        let faults = FaultList()
        faults.set([Fault(.reset, times: 2, match: "PUT /a"), Fault(.close)], for: "one")
        func met(_ method: String, _ target: String, at cluster: String = "one") -> Fault.Kind? {
            faults.take(for: SandboxRequest(method: method, target: target), at: cluster)?.kind
        }
        #expect(met("PUT", "/a/b") == .reset)
        #expect(met("PUT", "/a/b", at: "other") == nil)
        #expect(met("GET", "/a/b") == .close)
        #expect(met("GET", "/a/b") == nil)
        #expect(met("PUT", "/a") == .reset)
        #expect(met("PUT", "/a") == nil)
    }

    @Test func meetsTheOneThatItSays() throws {
        let faults = FaultList()
        faults.set(
            [
                try Fault(JSON(parsing: #"{"fault":"reset","match":"PUT /","skip":2}"#)),
                try Fault(JSON(parsing: #"{"fault":"answer","status":429,"match":"PUT /b","retry_after":3}"#)),
            ], for: "one")
        func met(_ method: String, _ target: String) -> Fault? {
            faults.take(for: SandboxRequest(method: method, target: target), at: "one")
        }
        #expect(met("PUT", "/a") == nil)
        #expect(met("GET", "/a") == nil)
        #expect(met("PUT", "/b")?.retryAfter == 3)
        #expect(met("PUT", "/a")?.kind == .reset)
        #expect(met("PUT", "/a") == nil)
    }

    @Test func refusingStaysUntilTheFaultsAreSetAnew() {
        let faults = FaultList()
        faults.set([Fault(.refuse)], for: "one")
        #expect(faults.isRefusing("one"))
        #expect(!faults.isRefusing("other"))
        #expect(faults.take(for: SandboxRequest(method: "GET", target: "/"), at: "one") == nil)
        #expect(faults.isRefusing("one"))
        faults.set([], for: "one")
        #expect(!faults.isRefusing("one"))
    }
}
