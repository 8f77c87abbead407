import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import Testing

struct JSONReportTests {
    private func report(_ events: [(Int, RunEvent)], isOwned: Bool = false) throws -> JSON {
        JSONReport.json(try #require(try SampleRun.run(events, isOwned: isOwned)))
    }

    @Test func namesTheRun() throws {
        var report = try #require(try report(SampleRun.failing).object)
        report["steps"] = nil
        #expect(
            JSON.object(report).text() == #"{"run":"2026-11-21-7f3c","runbook":"a.md","title":"Connect two clusters","#
                + #""environment":"sandbox","sandbox":true,"state":"failed","#
                + #""started":"2026-11-21T09:12:03.000Z","updated":"2026-11-21T09:13:03.418Z","#
                + #""user":"ana","host":"ops1","tool":"runbook 0.1.0","document":{"path":"/srv/a.md","sha256":""#
                + String(repeating: "4f", count: 32) + #"","commit":"0123456789abcdef","modified":true},"#
                + #""targets":[{"name":"remote","kind":"elasticsearch","address":"http://127.0.0.1:9200","#
                + #""product":"Elasticsearch 7.0.0","identity":"u1","verified":true}],"#
                + #""parameters":[{"name":"index","value":"twitter","secret":false,"source":"option"},"#
                + #"{"name":"password","value":null,"secret":true,"source":"env:PASSWORD"}],"#
                + #""resumptions":[],"journal":"beef"}"#)
    }

    @Test func givesEveryStepTheSameFirstMembers() throws {
        let steps = try #require(try report(SampleRun.failing)["steps"]?.array)
        #expect(steps.map { $0["id"]?.string } == ["account", "create", "by_endpoint", "found", "last"])
        #expect(steps.map { $0["state"]?.string } == ["skipped", "passed", "skipped", "failed", "pending"])
        #expect(steps.map { $0["attempts"]?.int } == [0, 1, 0, 1, 0])
        for step in steps {
            #expect(
                step.object?.names.prefix(13) == [
                    "id", "title", "line", "state", "attempts", "started", "finished", "took_ms", "role", "number",
                    "section", "effect", "targets",
                ])
        }
        #expect(steps[4]["started"] == .null)
        #expect(steps[4]["finished"] == .null)
    }

    @Test func tellsRequestsAnswersAndValues() throws {
        #expect(
            try report(SampleRun.failing)["steps"]?[1]?.text()
                == #"{"id":"create","title":"Create an index:","line":7,"#
                + #""state":"passed","attempts":1,"started":"2026-11-21T09:12:03.010Z","#
                + #""finished":"2026-11-21T09:12:03.412Z","took_ms":402,"role":"run","number":"1","#
                + #""section":["Connect two clusters","Set up"],"effect":"write","targets":["remote"],"#
                + #""requests":[{"target":"remote","effect":"write","title":"PUT /twitter","#
                + #""content":"{\"settings\":{}}","sent":"2026-11-21T09:12:03.011Z","refused":false,"#
                + #""answer":{"status":200,"text":"{\"acknowledged\":true}","length":21,"sha256":"00","took_ms":20}}],"#
                + #""values":{"seeds":["a:1"]}}"#)
    }

    @Test func tellsAFailure() throws {
        let step = try #require(try report(SampleRun.failing)["steps"]?[3])
        #expect(step["applied"] == "no")
        #expect(step["tries"] == 14)
        #expect(step["took_ms"] == 60_005)
        #expect(
            step["failure"]?.text() == #"{"code":"expect/unmet","message":"the answer is not as expected","file":null,"#
                + #""line":20,"target":null,"request":"POST /one:twitter/_search","#
                + #""command":"curl -XPOST \"$CURRENT/one:twitter/_search\"","#
                + #""differences":[{"path":".hits.total","expected":"1","actual":"2"}]}"#)
        #expect(step["answer"]?["status"] == 200)
    }

    @Test func tellsSkipsChecksAndPeople() throws {
        let question = Question(kinds: [.confirm], text: "Sure?", actions: ["PUT /x"], typed: nil, digest: "d")
        let steps = try #require(
            try report([
                (0, .started(SampleRun.start())),
                (0, .skipped(step: "account", reason: .noConsole, detail: "x")),
                (0, .asked(step: "create", question: question)),
                (0, .answered(step: "create", answer: .skip(reason: "why"), digest: "d", by: "ana", via: "confirm")),
                (0, .satisfied(step: "by_endpoint", check: "found", values: StepValues(), response: nil)),
                (0, .asked(step: "found", question: question)),
            ])["steps"]?.array)
        #expect(steps[0]["skipped"]?.text() == #"{"reason":"no-console","detail":"x"}"#)
        #expect(steps[1]["skipped"]?.text() == #"{"reason":"person","detail":"why"}"#)
        #expect(
            steps[1]["answers"]?.text()
                == #"[{"answer":"skip","reason":"why","by":"ana","via":"confirm","at":"2026-11-21T09:12:03.000Z"}]"#)
        #expect(steps[2]["satisfied_by"] == "found")
        #expect(
            steps[3]["question"]?.text() == #"{"kinds":["confirm"],"text":"Sure?","actions":["PUT /x"],"digest":"d"}"#)
        #expect(steps[3]["state"] == "waiting")
    }

    @Test func tellsWhatNobodyCarriesOn() throws {
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
        ]
        #expect(try report(events)["state"] == "interrupted")
        #expect(try report(events)["steps"]?[1]?["state"] == "in-doubt")
        #expect(try report(events, isOwned: true)["steps"]?[1]?["state"] == "running")
    }

    @Test func keepsTheFixtureApart() throws {
        let steps = [
            SampleRun.step("fixture/load", .run, "Load", section: "F", line: 1, targets: [], document: 1),
            SampleRun.step("one", .run, "One", section: "S", line: 1, targets: []),
        ]
        let report = try report([(0, .started(SampleRun.start(steps: steps)))])
        #expect(report["fixture"]?.array?.map { $0["id"]?.string } == ["fixture/load"])
        #expect(report["steps"]?.array?.map { $0["id"]?.string } == ["one"])
    }

    @Test func hidesAValueThatIsMarkedSecret() throws {
        let parameter = RunStart.Parameter(name: "p", value: "hunter2", isSecret: true, source: "prompt")
        let report = try report([(0, .started(SampleRun.start(parameters: [parameter])))])
        #expect(!report.text().contains("hunter2"))
    }

    @Test func tellsWhatAStepWaitedFor() throws {
        let steps = try report(SampleRun.delayed)["steps"]?.array ?? []
        let delays = steps.first { $0["id"] == "create" }?["delays"]?.array ?? []
        #expect(delays.map { $0["reason"]?.string } == ["cbn.Cen is `Creating`", "<b>cbn.Cen is busy"])
        #expect(delays.first?["tries"] == 2)
        #expect(delays.first?["target"] == "remote")
    }
}
