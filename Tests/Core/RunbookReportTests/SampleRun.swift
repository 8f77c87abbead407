import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun

/// A run made of events, each some time after the one before it.
struct SampleRun {
    static let document = """
        # Connect two clusters

        ## Set up

        1. Create an index:

           ```console run on=remote id=create unless
           PUT /twitter
           ```

        ## Verify

        2. It is found:

           ```console verify on=current id=found within=1m
           POST /one:twitter/_search
           ```

           ```json expect
           { "hits": { "total": 1 } }
           ```
        """

    static let steps = [
        step("account", .manual, "Both clusters belong to one account.", section: "Set up", line: 4, targets: []),
        step(
            "create", .run, "Create an index:", number: "1", section: "Set up", line: 7, effect: .write,
            targets: ["remote"], template: "PUT /${index}"),
        step("by_endpoint", .run, "By its endpoint", number: "1a", section: "Set up", line: 9, targets: ["current"]),
        step(
            "found", .verify, "It is found:", number: "2", section: "Verify", line: 15, targets: ["current"],
            template: "POST /one:${index}/_search", within: .seconds(60)),
        step("last", .run, "Never reached", number: "3", section: "Verify", line: 30, targets: ["current"]),
    ]

    static func step(
        _ id: String, _ role: Step.Role, _ title: String, number: String? = nil, section: String, line: Int,
        effect: Effect = .read, targets: [String], template: String = "", within: Duration? = nil, document: Int = 0
    ) -> OutlineStep {
        OutlineStep(
            heading: .init(
                id: id, role: role, title: title, number: number, section: ["Connect two clusters", section],
                line: line, effect: effect, targets: targets), prose: title, template: template, within: within,
            document: document)
    }

    static func start(
        title: String = "Connect two clusters", steps: [OutlineStep] = steps, isSandbox: Bool = true,
        parameters: [RunStart.Parameter] = [
            .init(name: "index", value: "twitter", isSecret: false, source: "option"),
            .init(name: "password", value: nil, isSecret: true, source: "env:PASSWORD"),
        ]
    ) -> RunStart {
        RunStart(
            tool: "runbook 0.1.0", user: "ana", host: "ops1",
            document: .init(
                file: "a.md", path: "/srv/a.md", sha256: String(repeating: "4f", count: 32), commit: "0123456789abcdef",
                isModified: true),
            others: steps.contains { $0.document == 1 }
                ? [
                    .init(
                        file: "data.md", path: "/srv/data.md", sha256: "cd34", commit: nil, isModified: false,
                        role: .fixture)
                ] : [],
            environment: .init(
                .init(
                    name: isSandbox ? "sandbox" : "staging", sha256: isSandbox ? nil : "ab12", isSandbox: isSandbox,
                    isDisposable: isSandbox),
                path: isSandbox ? nil : "/srv/staging.yaml"),
            targets: [
                .init(
                    .init(name: "remote", kind: "elasticsearch"), address: "http://127.0.0.1:9200", identity: "u1",
                    product: "Elasticsearch 7.0.0", properties: JSONObject())
            ],
            parameters: parameters, outline: Outline(title: title, steps: steps))
    }

    static func response(_ status: Int?, _ text: String, took: Duration = .milliseconds(20)) -> ResponseRecord {
        ResponseRecord(status: status, text: text, length: text.utf8.count, sha256: "00", took: took)
    }

    static func unmet(_ actual: String) -> StepFailure {
        StepFailure(
            code: "expect/unmet", message: "the answer is not as expected", line: 20, target: nil,
            request: "POST /one:twitter/_search", command: "curl -XPOST \"$CURRENT/one:twitter/_search\"",
            differences: [.init(path: ".hits.total", expected: "1", actual: actual)])
    }

    static let put = ActionRecord(
        target: "remote", index: 0, effect: .write, title: "PUT /twitter", content: #"{"settings":{}}"#)

    /// Milliseconds after the event before it, and the event.
    static let failing: [(Int, RunEvent)] = [
        (0, .started(start())),
        (10, .skipped(step: "account", reason: .noConsole, detail: "")),
        (0, .attemptStarted(step: "create", attempt: 1)),
        (1, .actionSent(step: "create", action: put)),
        (
            400,
            .actionResponded(
                step: "create", target: "remote", index: 0, response: response(200, #"{"acknowledged":true}"#))
        ),
        (
            1,
            .passed(step: "create", values: StepValues(captures: JSONObject([("seeds", ["a:1"])]), secrets: ["token"]))
        ),
        (0, .skipped(step: "by_endpoint", reason: .notChosen, detail: "seeds_by is nodes")),
        (0, .attemptStarted(step: "found", attempt: 1)),
        (5, .polled(step: "found", tries: 1, unmet: unmet("0"), response: nil)),
        (30_000, .polled(step: "found", tries: 14, unmet: unmet("2"), response: nil)),
        (
            30_000,
            .failed(step: "found", failure: unmet("2"), applied: .no, response: response(200, #"{"hits":{"total":2}}"#))
        ),
        (1, .finished(phase: .failed, signal: nil)),
    ]

    /// The states of a resource that were seen while it was built, each once with how often.
    static let delayed: [(Int, RunEvent)] = [
        (0, .started(start())),
        (0, .attemptStarted(step: "create", attempt: 1)),
        (1, .actionSent(step: "create", action: put)),
        (
            1,
            .actionRefused(
                step: "create", target: "remote", index: 0, reason: "cbn.Cen is `Creating`", isUnderWay: true)
        ),
        (2000, .actionSent(step: "create", action: put)),
        (
            1,
            .actionRefused(
                step: "create", target: "remote", index: 0, reason: "cbn.Cen is `Creating`", isUnderWay: true)
        ),
        (2000, .actionSent(step: "create", action: put)),
        (1, .actionRefused(step: "create", target: "remote", index: 0, reason: "<b>cbn.Cen is busy", isUnderWay: true)),
        (2000, .actionSent(step: "create", action: put)),
        (1, .actionResponded(step: "create", target: "remote", index: 0, response: response(200, "{}"))),
        (1, .passed(step: "create", values: StepValues())),
        (1, .finished(phase: .passed, signal: nil)),
    ]

    /// The state after the events, the first of them at 2026-11-21T09:12:03.000Z.
    static func state(_ events: [(Int, RunEvent)]) throws -> RunState {
        var state = RunState()
        var time = 1_795_252_323_000
        for (delay, event) in events {
            time += delay
            try state.apply(event, at: Timestamp(milliseconds: time))
        }
        return state
    }

    /// The run of the events.
    static func run(
        _ events: [(Int, RunEvent)], isOwned: Bool = false, place: CommandPlace = CommandPlace()
    ) throws -> ReportedRun? {
        ReportedRun(
            run: "2026-11-21-7f3c", state: try state(events), isOwned: isOwned, lastHash: "beef",
            documents: [SourceText(file: "a.md", text: document)], place: place)
    }

    /// The lines that the events give.
    static func lines(_ events: [(Int, RunEvent)], width: Int = 100, isLive: Bool = false) throws -> [RunLine] {
        var renderer = LineRenderer(
            run: "2026-11-21-7f3c", documents: [SourceText(file: "a.md", text: document)], layout: .terminal(width),
            isLive: isLive)
        var state = RunState()
        var time = 1_795_252_323_000
        var lines: [RunLine] = []
        for (delay, event) in events {
            time += delay
            lines += renderer.lines(for: event, at: Timestamp(milliseconds: time), before: state)
            try state.apply(event, at: Timestamp(milliseconds: time))
        }
        return lines
    }
}
