import HTTPClient
import OrderedJSON
import Testing

@testable import SandboxServer

struct FaultyClusterTests {
    /// How often the leader did what it was asked, this question included.
    static func count(_ sandbox: TestSandbox) async throws -> Int? {
        try await JSON(bytes: sandbox.ask().body)["count"]?.int
    }

    /// A fault, what the client makes of it, and the leader's count afterwards.
    static let faults: [(JSON, HTTPClient.Failure.Kind, Int)] = [
        (["fault": "reset"], .connectionLost, 1),
        (["fault": "reset", "applied": true], .connectionLost, 2),
        (["fault": "close"], .connectionLost, 1),
        (["fault": "cut", "after": 3], .cut, 2),
        (["fault": "garbage"], .malformed, 2),
        (["fault": "hang"], .timedOut, 1),
        (["fault": "hang", "applied": true], .timedOut, 2),
    ]

    @Test(arguments: faults)
    func meetsTheNextRequest(fault: JSON, kind: HTTPClient.Failure.Kind, count: Int) async throws {
        try await TestSandbox.with { sandbox in
            try await sandbox.setFaults([fault])
            let timeout: Duration = kind == .timedOut ? .milliseconds(200) : .seconds(20)
            let error = await #expect(throws: HTTPClient.Failure.self) {
                try await sandbox.ask("PUT", "/x", timeout: timeout)
            }
            #expect(error?.kind == kind)
            #expect(error?.delivery == .unknown)
            #expect(try await Self.count(sandbox) == count)
        }
    }

    @Test func answersInPlaceOfTheCluster() async throws {
        try await TestSandbox.with { sandbox in
            try await sandbox.setFaults([["fault": "answer"], ["fault": "answer", "status": 502, "body": "<html>"]])
            let first = try await sandbox.ask("PUT", "/x")
            #expect(first.status == 503)
            #expect(try JSON(bytes: first.body)["error"]?["type"] == "cluster_block_exception")
            let second = try await sandbox.ask("PUT", "/x")
            #expect(second.status == 502)
            #expect(String(decoding: second.body, as: UTF8.self) == "<html>")
            #expect(try await Self.count(sandbox) == 1)
        }
    }

    @Test func delaysTheAnswerAndNotTheEffect() async throws {
        try await TestSandbox.with { sandbox in
            try await sandbox.setFaults([["fault": "delay", "ms": 50]])
            let asked = ContinuousClock.now
            #expect(try await Self.count(sandbox) == 1)
            #expect(.now - asked >= .milliseconds(50))
        }
    }

    @Test func refusesConnectionsUntilTheFaultsAreSetAnew() async throws {
        try await TestSandbox.with { sandbox in
            #expect(try await Self.count(sandbox) == 1)
            try await sandbox.setFaults([["fault": "refuse"]])
            for _ in 0..<2 {
                let error = await #expect(throws: HTTPClient.Failure.self) { try await sandbox.ask("PUT", "/x") }
                #expect(error?.delivery == .notSent)
            }
            #expect(try await sandbox.ask("GET", "/", at: "follower").status == 200)
            try await sandbox.setFaults([])
            #expect(try await Self.count(sandbox) == 2)
        }
    }

    @Test(arguments: [
        (#"{"faults":[]}"#, "`cluster` must be one of leader, follower"),
        (#"{"cluster":"x","faults":[]}"#, "`cluster` must be one of leader, follower"),
        (#"{"cluster":"leader"}"#, "the body must be an object with `cluster` and `faults`, an array"),
        (
            #"{"cluster":"leader","faults":[{"fault":"boom"}]}"#,
            "unknown fault `boom`; the faults are refuse, answer, delay, cut, close, reset, garbage, hang, partition"
        ),
        (
            #"{"cluster":"leader","faults":[{"fault":"partition","from":"nobody"}]}"#,
            "`from` must be the name of another system, not `nobody`; the others are follower"
        ),
        (
            #"{"cluster":"leader","faults":[{"fault":"partition","from":"leader"}]}"#,
            "`from` must be the name of another system, not `leader`; the others are follower"
        ),
    ])
    func refusesWhatIsNoFault(body: String, message: String) async throws {
        try await TestSandbox.with { sandbox in
            let answer = try await sandbox.control("POST", "/faults", JSON(parsing: body))
            #expect(answer.status == 400)
            #expect(answer.body["error"]?.string == message)
        }
    }
}
