import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct TroubleshootTests {
    private static func fence(_ info: String, _ content: String) -> String { "```console \(info)\n\(content)\n```\n\n" }

    private static let document =
        "## Do\n\n" + fence("run id=one on=es", "GET /one") + "```jq capture\nn = .n\n```\n\n"
        + fence("verify id=two on=es within=0s", "GET /two") + "```jq assert\n.ok == true\n```\n\n"
        + "## Why?\n\n<!-- runbook: troubleshoot two -->\n\n- Is it there?\n\n  "
        + fence("verify on=es", "GET /a/${n}").replacing("\n", with: "\n  ") + "```jq assert\n  .a == 1\n  ```\n\n"
        + "- Is the plug in?\n\n- Can it be told?\n\n  "
        + fence("verify on=other", "GET /b").replacing("\n", with: "\n  ") + "\n- Does it hold?\n\n  "
        + fence("verify on=es", "GET /c").replacing("\n", with: "\n  ") + "\n- What is not known?\n\n  "
        + fence("verify on=es", "GET /${three.id}").replacing("\n", with: "\n  ")
        + "\n## Later\n\n" + fence("run id=three on=es again=yes", "PUT /three")

    @Test func afterAFailureItsCausesAreLookedForOnceAndInOrder() async throws {
        let run = OutsideRun(Self.document)
        run.handler.script("GET /one", .ok(["n": 7]))
        run.handler.script("GET /two", .ok(["ok": false]))
        run.handler.script("GET /a/7", .ok(["a": 2]))
        run.handler.script("GET /b", .refused("no connection"))
        let failed = try await run.start()
        #expect(failed.ending.name == "failed two")
        let record = failed.state.step("two")
        #expect(record.state == .failed)
        #expect(record.findings.map(\.result) == [.fails, .byHand, .unknown, .holds, .unknown])
        #expect(record.findings.map(\.title).first == "Is it there?")
        #expect(record.findings.allSatisfy { $0.section == "Why?" })
        #expect(record.findings[4].detail == "`three` is not known yet")
        #expect(run.handler.sent.filter { $0 == "GET /a/7" }.count == 1)
        #expect(run.handler.sent.allSatisfy { $0.hasPrefix("GET") })
        #expect(run.handler.timeouts.dropFirst(2).allSatisfy { $0 <= .seconds(60) })
    }

    private static func chain(_ second: String) -> String {
        "## Do\n\n" + fence("verify id=one on=es within=0s", "GET /one") + "```jq assert\n.ok == true\n```\n\n"
            + "## Why?\n\n<!-- runbook: troubleshoot one -->\n\n- Is it joined?\n\n  "
            + fence("verify on=es", "GET /joins").replacing("\n", with: "\n  ")
            + "```jq assert\n  .ok == true\n  ```\n\n  ```jq capture\n  join = .id\n  ```\n\n"
            + "- Does it know the way?\n\n  "
            + fence("verify on=es", second).replacing("\n", with: "\n  ")
    }

    /// What a check captures is known to those behind it, if it passes, and to nobody else.
    @Test(
        arguments: [("x1", [Finding.Result.holds, .holds]), (nil, [.fails, .unknown])] as [(String?, [Finding.Result])])
    func aCaptureIsKnownToTheChecksBehind(_ id: String?, _ results: [Finding.Result]) async throws {
        let run = OutsideRun(Self.chain("GET /of/${join}"))
        run.handler.script("GET /one", .ok(["ok": false]))
        run.handler.script("GET /joins", .ok(["ok": .bool(id != nil), "id": id.map(JSON.string) ?? .null]))
        let failed = try await run.start()
        let record = failed.state.step("one")
        #expect(record.findings.map(\.result) == results)
        #expect(run.handler.sent.contains("GET /of/x1") == (id != nil))
        if id == nil { #expect(record.findings.last?.detail == "`join` is not known yet") }
        let book = try IncludedBook(["main.md": Self.chain("GET /of/${join}")])
        #expect(book.errors == [])
        #expect(try IncludedBook(["main.md": Self.chain("GET /of/${jion}")]).errors == ["value/unknown"])
    }

    @Test func anotherStepOrNoFailureAsksNothing() async throws {
        let run = OutsideRun(Self.document)
        run.handler.script("GET /one", .ok([:], status: 400))
        let failed = try await run.start()
        #expect(failed.ending.name == "failed one")
        #expect(failed.state.step("one").findings == [])
        #expect(run.handler.sent == ["GET /one"])
    }

    @Test func theNextAttemptForgetsThem() async throws {
        let run = OutsideRun(Self.document)
        run.handler.script("GET /one", .ok(["n": 7]))
        run.handler.script("GET /two", .ok(["ok": false]), .ok(["ok": true]))
        let failed = try await run.start()
        let resumed = try await run.perform(after: failed.events) { runner, _ in
            await runner.resume(user: "ben", host: "h")
        }
        #expect(resumed.ending.name == "passed")
        #expect(resumed.state.step("two").findings == [])
    }

    @Test(arguments: [("x", "troubleshoot/unknown-step"), ("two", nil)] as [(String, String?)])
    func namesStepsOfItsDocument(_ name: String, _ code: String?) throws {
        let book = try IncludedBook([
            "main.md": Self.document.replacing("troubleshoot two", with: "troubleshoot \(name)")
        ])
        #expect(book.errors == (code.map { [$0] } ?? []))
    }
}
