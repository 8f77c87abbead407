import RunbookEngine
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookApp

/// How an edited document differs, each row of the table of the semantics, "Edits".
struct DocumentEditTests {
    private static let put = Desk.fence("run id=put unless=there", "PUT /a")
    private static let look = Desk.fence("verify id=there within=0s", "GET /a")
    private static let next = Desk.fence("run id=next again=yes", "PUT /b")

    /// The comparison of two texts in a run that has done some steps.
    private func edit(_ old: String, _ new: String, done: [String], _ events: [RunEvent] = []) async throws
        -> DocumentEdit
    {
        let desk = Desk()
        let (old, new) = (try await desk.document(old), try await desk.document(new))
        let passed = done.flatMap { step -> [RunEvent] in
            [.attemptStarted(step: step, attempt: 1), .passed(step: step, values: StepValues())]
        }
        let state = try SampleRun.state(SampleRun.start(), passed + events)
        return DocumentEdit(from: old.binding, to: new.binding, state)
    }

    private static let all = put + look + next

    /// Each row: the new text, what is done, what is told of which step, and whether the rest stays as it is.
    @Test(
        arguments: [
            ("the same", all, ["put", "there"], [], true),
            ("prose", "A word more.\n\n" + all, ["put", "there"], [], true),
            ("moved", "## Elsewhere\n\n" + all, ["put"], [], true),
            (
                "its checks", all.replacing("within=0s", with: "within=9s"), ["put", "there"],
                [("there", .judgement)], true
            ),
            (
                "what is sent, done", all.replacing("PUT /a", with: "PUT /c"), ["put", "there"], [("put", .request)],
                false
            ),
            (
                "new, before what is done", Desk.fence("run id=new again=yes", "PUT /n") + all, ["put", "there"],
                [("new", .added)], false
            ),
            (
                "new, behind what is done", all + Desk.fence("run id=new again=yes", "PUT /n"), ["put", "there"],
                [("new", .open("new"))], false
            ),
            ("removed, done", look + next, ["put"], [("put", .removed)], true),
            ("removed, not done", put + look, ["put"], [("next", .open("removed"))], false),
            (
                "what is sent, not done", all.replacing("PUT /b", with: "PUT /c"), ["put", "there"],
                [("next", .open("changed"))], false
            ),
        ] as [(String, String, [String], [(String, DocumentEdit.Change)], Bool)])
    func tellsWhatDiffers(
        name: String, new: String, done: [String], rows: [(String, DocumentEdit.Change)], isSame: Bool
    ) async throws {
        let edit = try await edit(Self.all, new, done: done)
        #expect(edit.rows.map(\.step) == rows.map(\.0), "\(name): \(edit.lines)")
        #expect(edit.rows.map(\.change) == rows.map(\.1), "\(name): \(edit.lines)")
        #expect(edit.leavesTheRestAsItIs == isSame, "\(name)")
        #expect(edit.questions.count == rows.count { [.request, .added].contains($0.1) })
        #expect(edit.lines.count == rows.count)
    }

    /// Each row: what the include passes now, which of its steps are done, and what is told of which step.
    @Test(
        arguments: [
            ("", ["inc/put", "inc/next"], []),
            ("index=index", ["inc/put", "inc/next"], []),
            ("index=other", ["inc/put"], [("inc/put", .judgement), ("inc/next", .open("changed"))]),
        ] as [(String, [String], [(String, DocumentEdit.Change)])])
    func whatAnIncludePassesIsPartOfItsSteps(
        words: String, done: [String], rows: [(String, DocumentEdit.Change)]
    ) async throws {
        let parameters =
            "parameters: { index: { type: string, default: x }, other: { type: string, default: y } }"
        let part = """
            # P

            ```yaml runbook
            version: 1
            targets: { shelf: { kind: elasticsearch } }
            parameters: { index: { type: string, default: x } }
            ```

            ## Steps


            """
        let fences =
            Desk.fence("run id=put again=yes when='$index != \"\"'", "PUT /a")
            + Desk.fence("run id=next again=yes when='$index != \"\"'", "PUT /b")
        let files = MemoryFiles(texts: ["/part.md": part + fences])
        let desk = Desk()
        func document(_ words: String) async throws -> RunnableDocument {
            try await desk.document(
                "1. [x](part.md) <!-- runbook: include id=inc \(words) -->\n", parameters: parameters, files: files)
        }
        let (old, new) = (try await document(""), try await document(words))
        let events = done.flatMap { step -> [RunEvent] in
            [.attemptStarted(step: step, attempt: 1), .passed(step: step, values: StepValues())]
        }
        let state = try SampleRun.state(SampleRun.start(), events)
        let edit = DocumentEdit(from: old.binding, to: new.binding, state)
        #expect(edit.rows.map(\.step) == rows.map(\.0), "\(edit.lines)")
        #expect(edit.rows.map(\.change) == rows.map(\.1), "\(edit.lines)")
    }

    /// What takes a step back is part of how it is judged: an edit is said, and keeps the step.
    @Test(arguments: ["```console undo\nDELETE /a/x\n```\n\n", ""])
    func anEditedUndoIsTold(now: String) async throws {
        let undo = "```console undo\nDELETE /a\n```\n\n"
        let edit = try await edit(
            Self.put + undo + Self.look + Self.next, Self.put + now + Self.look + Self.next, done: ["put", "there"])
        #expect(edit.rows.map(\.step) == ["put"] && edit.rows.map(\.change) == [.judgement], "\(edit.lines)")
        #expect(edit.leavesTheRestAsItIs)
    }

    /// To take it for a new one would send it twice.
    @Test(arguments: [
        ("under another heading", "## First\n\n", Desk.fence("run again=yes", "PUT /a"), "## Second\n\n", nil),
        ("with another id", "", Desk.fence("run id=one again=yes", "PUT /a"), "", "two"),
    ])
    func aStepThatSendsTheSameIsTheSame(
        name: String, before: String, step: String, after: String, id: String?
    ) async throws {
        let desk = Desk()
        let old = try await desk.document(before + step + Self.next)
        let new = try await desk.document(after + step.replacing("id=one", with: "id=\(id ?? "")") + Self.next)
        let done = try #require(old.binding.steps.first?.id)
        let state = try SampleRun.state(
            SampleRun.start(),
            [.attemptStarted(step: done, attempt: 1), .passed(step: done, values: StepValues())])
        let edit = DocumentEdit(from: old.binding, to: new.binding, state)
        #expect(edit.rows == [], "\(name): \(edit.lines)")
        #expect(edit.moved == [try #require(new.binding.steps.first?.id): done])
        #expect(edit.moved.keys.first != done)
    }

    @Test func aStepThatWasLeftOutSentNothing() async throws {
        let edit = try await edit(
            Self.all, Self.all.replacing("PUT /a", with: "PUT /c"), done: [],
            [.skipped(step: "put", reason: .person, detail: "")])
        #expect(edit.rows.map(\.change) == [.judgement])
    }

    @Test func whatIsNotSettledIsTold() async throws {
        let sent: [RunEvent] = [
            .attemptStarted(step: "put", attempt: 1),
            .actionSent(
                step: "put", action: ActionRecord(target: "shelf", index: 0, effect: .write, title: "", content: "")),
        ]
        let check = try ResumeCheck(SampleRun.state(SampleRun.start(), []), run: "r1")
        for events in [sent, sent + [SampleRun.failed("put", .partly)]] {
            let edit = try await edit(Self.all, Self.next, done: [], events)
            #expect(edit.unsettled == ["put"])
            #expect(throws: ResumeRefusal.self) { try check.checkAdoption(edit) }
        }
        let edit = try await edit(Self.all, Self.next, done: ["put"])
        #expect(edit.unsettled.isEmpty)
        try check.checkAdoption(edit)
        let planned = try ResumeCheck(SampleRun.state(SampleRun.start(plan: "p"), []), run: "r1")
        #expect(throws: ResumeRefusal.self) { try planned.checkAdoption(edit) }
        let refused = check.refuseEdit(edit, of: ["f.md", "part.md"])
        #expect(refused.lines.first?.hasPrefix("`f.md`, `part.md` were edited") == true)
        #expect(refused.concern == .person && refused.lines.contains { $0.contains("--adopt") })
        #expect(refused.lines.contains { $0.contains("--recorded") })
    }
}
