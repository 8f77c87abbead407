import RunbookModel
import RunbookReport
import Testing

struct JUnitSuiteTests {
    @Test func makesACaseOfEveryStepOfARun() throws {
        let run = try #require(try SampleRun.run(SampleRun.failing))
        let suite = JUnitSuite(run)
        #expect(suite.name == "a.md")
        #expect(suite.hasFailed)
        #expect(
            suite.properties.map { "\($0.name)=\($0.value)" } == [
                "run=2026-11-21-7f3c", "title=Connect two clusters", "environment=SANDBOX", "state=failed",
                "parameter.index=twitter",
            ])
        #expect(
            suite.cases.map { "\($0.group): \($0.name):\($0.line ?? 0) \($0.took)" } == [
                "Set up: Both clusters belong to one account. (account):4 0.0 seconds",
                "Set up: 1. Create an index (create):7 0.402 seconds",
                "Set up: 1a. By its endpoint (by_endpoint):9 0.0 seconds",
                "Verify: 2. It is found (found):15 60.005 seconds",
                "Verify: 3. Never reached (last):30 0.0 seconds",
            ])
        #expect(
            suite.cases.map { testCase in
                if case .skipped(let reason) = testCase.outcome { reason } else { "" }
            } == [
                "no console for manual steps", "", "not chosen: seeds_by is nodes", "",
                "not reached",
            ])
    }

    @Test func tellsAFailureInFull() throws {
        let run = try #require(try SampleRun.run(SampleRun.failing))
        let failed = try #require(JUnitSuite(run).cases.first { $0.outcome != .passed && $0.line == 15 })
        guard case .failed(let kind, let message, let text) = failed.outcome else {
            Issue.record("the step has not failed: \(failed.outcome)")
            return
        }
        #expect(kind == "expect/unmet")
        #expect(message == ".hits.total is 2, expected 1")
        #expect(
            text == """

                failed[expect/unmet]: the answer is not as expected
                  --> a.md:20
                   |
                20 |    { "hits": { "total": 1 } }
                   |
                step 2 `found` in “Verify”
                differs:
                  .hits.total is 2, expected 1
                request to current:
                  POST /one:twitter/_search
                response: 200 after 20 ms:
                  {
                    "hits": {
                      "total": 2
                    }
                  }
                the same request as a command:
                  curl -XPOST "$CURRENT/one:twitter/_search"

                changes so far:
                  remote: PUT /twitter
                after fixing the cause:
                  runbook exec /srv/a.md -p index=twitter

                """)
    }

    @Test func countsDoubtAsAnError() throws {
        let run = try #require(try SampleRun.run(Array(SampleRun.failing.prefix(4))))
        let created = try #require(JUnitSuite(run, name: "a.md  x=1").cases.first { $0.line == 7 })
        #expect(
            created.outcome
                == .unclear(
                    kind: "in-doubt", message: "the outcome is not known: PUT /twitter on remote: no response came",
                    text: "\nPUT /twitter\n{\"settings\":{}}\n"))
    }
}
