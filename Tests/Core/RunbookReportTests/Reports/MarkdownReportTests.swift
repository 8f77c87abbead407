import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import Testing

struct MarkdownReportTests {
    @Test func tellsARunThatFailed() throws {
        let run = try #require(try SampleRun.run(SampleRun.failing))
        #expect(
            MarkdownReport(run).text == """
                # Connect two clusters — failed — SANDBOX

                |  |  |
                | --- | --- |
                | Run | `2026-11-21-7f3c` |
                | Result | **failed**, 5 steps: 1 done, 2 skipped, 1 failed, 1 not reached |
                | Runbook | `a.md`, SHA-256 `4f4f4f4f4f4f4f4f`, commit `0123456789ab` with local changes |
                | Environment | **SANDBOX**: an embedded emulator, nothing real was changed |
                | Targets | `remote`: Elasticsearch 7.0.0 at `http://127.0.0.1:9200` |
                | Started | 21 Nov 2026 09:12:03 UTC by **ana** on `ops1` |
                | Ended | 21 Nov 2026 09:13:03 UTC, after 1m 0s |
                | Tool | runbook 0.1.0 |

                ## Parameters

                | Name | Value | From |
                | --- | --- | --- |
                | `index` | `twitter` | option |
                | `password` | *secret* | env:PASSWORD |

                ## What failed

                ### 2. It is found

                **failed**: the answer is not as expected

                At `a.md:20`, step `found`:

                ```
                   { "hits": { "total": 1 } }
                ```

                | Where | Expected | Actual |
                | --- | --- | --- |
                | `.hits.total` | `1` | `2` |

                Request to `current`:

                ```
                POST /one:twitter/_search
                ```

                The same request as a command:

                ```
                curl -XPOST "$CURRENT/one:twitter/_search"
                ```

                Response 200 after 20 ms, 20 bytes:

                ```json
                {
                  "hits": {
                    "total": 2
                  }
                }
                ```

                Changes:

                - on `remote`: `PUT /twitter`

                After fixing the cause:

                ```
                runbook exec /srv/a.md -p index=twitter
                ```

                ## Steps

                ### Set up

                - **skipped** · Both clusters belong to one account. · no console for manual steps, line 4

                - **done** · 1. Create an index · 0.4 s, began at 09:12:03, on `remote`, line 7
                  - `seeds` = `["a:1"]`, `token` = *secret*

                  <details><summary>Request and response</summary>

                  On `remote`:

                  ```
                  PUT /twitter
                  {"settings":{}}
                  ```

                  Response 200 after 20 ms, 21 bytes:

                  ```json
                  {
                    "acknowledged": true
                  }
                  ```

                  </details>

                - **skipped** · 1a. By its endpoint · not chosen: seeds\\_by is nodes, on `current`, line 9

                ### Verify

                - **failed** · 2. It is found · the answer is not as expected, 1m 0s, began at 09:12:03, 14 tries, on `current`, line 15

                  <details><summary>Request and response</summary>

                  ```
                  POST /one:twitter/_search
                  ```

                  Response 200 after 20 ms, 20 bytes:

                  ```json
                  {
                    "hits": {
                      "total": 2
                    }
                  }
                  ```

                  </details>

                - **not reached** · 3. Never reached · on `current`, line 30

                ---

                Journal of run `2026-11-21-7f3c`, last entry: SHA-256 `beef`

                """)
    }

    @Test func tellsWhatWaitsAndWhoAnswered() throws {
        let question = Question(kinds: [.confirm], text: "Create it?", actions: [], typed: nil, digest: "d2")
        let manual = Question(kinds: [.manual], text: "By hand", actions: [], typed: nil, digest: "d1")
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(isSandbox: false, parameters: []))),
            (0, .asked(step: "account", question: manual)),
            (0, .resumed(user: "ben", host: "ops2")),
            (
                5_000,
                .answered(step: "account", answer: .skip(reason: "not *now*"), digest: "d1", by: "ben", via: "confirm")
            ),
            (0, .asked(step: "create", question: question)),
            (0, .finished(phase: .waiting, signal: nil)),
        ]
        let text = MarkdownReport(try #require(try SampleRun.run(events))).text
        #expect(text.hasPrefix("# Connect two clusters — waiting for a person — staging\n"))
        #expect(text.contains("| Environment | **staging**, `/srv/staging.yaml`, SHA-256 `ab12` |\n"))
        #expect(text.contains("| Resumed | 21 Nov 2026 09:12:03 UTC by **ben** |\n"))
        #expect(
            text.contains(
                """
                ## Waiting for a person

                - Create it? (step `create`, since 21 Nov 2026 09:12:08 UTC)

                To answer and continue:

                ```
                runbook confirm 2026-11-21-7f3c create --digest d2
                runbook resume 2026-11-21-7f3c
                ```

                """))
        #expect(
            text.contains(
                """
                - **skipped** · Both clusters belong to one account. · by a person: not \\*now\\*, line 4
                  - 09:12:08 **ben** answered: skip: not \\*now\\* (confirm)

                - **waiting** · 1. Create an index · began at 09:12:08, on `remote`, line 7

                """))
    }

    @Test func tellsADoubt() throws {
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (0, .outcomeUnknown(step: "create", reason: "no answer in 30s", isDoubtful: true)),
            (0, .finished(phase: .waiting, signal: nil)),
        ]
        let text = MarkdownReport(try #require(try SampleRun.run(events))).text
        #expect(text.contains("**in doubt**: The outcome is not known: PUT /twitter on remote: no answer in 30s\n"))
        #expect(text.contains("- on `remote`: possibly `PUT /twitter`, no response came\n"))
    }

    @Test func tellsWhatItDoesNotKnow() throws {
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())), (0, .unknown(kind: "later-kind", data: .null)),
        ]
        let run = try #require(try SampleRun.run(events))
        #expect(MarkdownReport(run).text.contains("| Unknown events | `later-kind` |\n"))
        #expect(JSONReport.json(run)["unknown_events"] == ["later-kind"])
    }

    @Test func tellsAFailureOfTheFixture() throws {
        let step = SampleRun.step("fixture/load", .run, "Load", section: "F", line: 3, targets: [], document: 1)
        let failure = StepFailure(code: "c/d", message: "no", line: 5)
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(steps: [step]))), (0, .attemptStarted(step: "fixture/load", attempt: 1)),
            (0, .failed(step: "fixture/load", failure: failure, applied: .no, response: nil)),
        ]
        let text = MarkdownReport(try #require(try SampleRun.run(events))).text
        #expect(text.contains("At `data.md:5`, step `fixture/load`.\n"))
        #expect(text.contains("## Preparation\n\n### F\n\n- **failed** · Load · no, 0 ms, began at 09:12:03, line 3\n"))
        #expect(text.contains("Nothing was changed before that.\n"))
    }

    @Test func boundsWhatItFolds() throws {
        let long = String(repeating: "x", count: 60_000)
        let action = ActionRecord(target: nil, index: 0, effect: .read, title: "GET /", content: long)
        var events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1)),
        ]
        for _ in 0..<50 {
            events.append((0, .actionSent(step: "create", action: action)))
            events.append(
                (0, .actionResponded(step: "create", target: nil, index: 0, response: SampleRun.response(200, long))))
        }
        events.append((0, .passed(step: "create", values: StepValues())))
        let text = MarkdownReport(try #require(try SampleRun.run(events))).text
        #expect(text.contains("  … 51808 of 60000 bytes are omitted.\n"))
        #expect(text.contains("  … and 42 more requests.\n"))
        #expect(text.utf8.count < 150_000)
    }

    @Test func staysTextWhateverARunHolds() throws {
        let evil = """
            x<!-- runbook: manual --><details></details><script> @ana #1 **b** [l](javascript:x) | \u{1B}[2J
            ```yaml runbook
            version: 1
            ```
            ~~~console run
            DELETE /
            ~~~
            - [ ] a task

            </details>
            # heading
            """
        let step = SampleRun.step(
            evil, .run, evil, number: evil, section: evil, line: 1, targets: [evil], template: evil)
        let failure = StepFailure(
            code: evil, message: evil, line: 1, target: evil, request: evil, command: evil,
            differences: [.init(path: evil, expected: evil, actual: evil)])
        let action = ActionRecord(target: evil, index: 0, effect: .write, title: evil, content: evil)
        let question = Question(kinds: [.confirm], text: evil, actions: [evil], typed: evil, digest: "d")
        let parameter = RunStart.Parameter(name: evil, value: .string(evil), isSecret: false, source: evil)
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(title: evil, steps: [step], parameters: [parameter]))),
            (0, .asked(step: evil, question: question)),
            (0, .answered(step: evil, answer: .go, digest: "d", by: evil, via: evil)),
            (0, .attemptStarted(step: evil, attempt: 1)),
            (0, .actionSent(step: evil, action: action)),
            (0, .actionResponded(step: evil, target: evil, index: 0, response: SampleRun.response(200, evil))),
            (0, .failed(step: evil, failure: failure, applied: .partly, response: SampleRun.response(200, evil))),
        ]
        let text = MarkdownReport(try #require(try SampleRun.run(events))).text
        let outside = MarkdownOutside(text)
        #expect(outside.isClosed)
        #expect(outside.infoStrings.allSatisfy { $0.isEmpty || $0 == "json" })
        for mark in ["<!--", "<script", "@ana", "**b**", "[l](", "- [ ] a task", "\n# heading"] {
            #expect(!outside.prose.contains(mark), "\(mark)")
        }
        #expect(outside.prose.components("<details>") == outside.prose.components("</details>"))
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
}

/// What of a Markdown text is outside of fences and code spans.
private struct MarkdownOutside {
    var prose = ""
    var infoStrings: [String] = []
    var isClosed = true

    init(_ text: String) {
        var fence = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            let marks = String(content.prefix { $0 == "`" })
            if !fence.isEmpty {
                if marks.count >= fence.count, marks.count == content.count { fence = "" }
            } else if marks.count >= 3, !content.dropFirst(marks.count).contains("`") {
                fence = marks
                infoStrings.append(String(content.dropFirst(marks.count)))
            } else {
                prose += Self.withoutSpans(String(line)) + "\n"
            }
        }
        isClosed = fence.isEmpty
    }

    private static func withoutSpans(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        while let character = rest.first {
            if character == "\\" {
                result += rest.prefix(2)
                rest = rest.dropFirst(2)
                continue
            }
            let marks = rest.prefix { $0 == "`" }
            let behind = rest.dropFirst(marks.count)
            if !marks.isEmpty, let end = behind.firstRange(of: marks) {
                rest = rest[end.upperBound...]
            } else {
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }

    @Test func tellsWhatAStepWaitedFor() throws {
        let text = MarkdownReport(try #require(try SampleRun.run(SampleRun.delayed))).text
        #expect(text.contains("  - 09:12:03 not done yet: cbn.Cen is `Creating` (2 times in 2.0 s)\n"), "\(text)")
        #expect(text.contains(" not done yet: &lt;b&gt;cbn.Cen is busy\n"), "\(text)")
    }
}
