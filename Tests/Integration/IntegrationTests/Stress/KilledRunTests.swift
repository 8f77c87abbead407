import Glibc
import HTTPClient
import OrderedJSON
import RunbookRun
import RunbookStore
import Testing
import ToolTesting

extension IntegrationTests {
    /// Two runs at a time on one store, both killed again and again, and taken on until they are done;
    /// `RUNBOOK_STRESS_RUNS` says how many.
    struct KilledRunTests {
        private static let count = getenv("RUNBOOK_STRESS_RUNS").flatMap { Int(String(cString: $0)) } ?? 6
        private static let writes = 1...3

        @Test(.timeLimit(.minutes(30)))
        func noWriteTwiceAndNothingForgotten() async throws {
            let folder = try TestFolder()
            let sandbox = try await RunningSandbox(in: folder)
            // Long enough that many are killed between a write and its answer.
            try await sandbox.setFaults([["fault": "delay", "match": "PUT /", "ms": 60, "times": 1_000_000]])
            let log = StressLog()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<2 {
                    group.addTask {
                        for number in stride(from: worker, to: Self.count, by: 2) {
                            try await Self.carryOut(number, in: folder, sandbox, log)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(log.problems == [])
            for number in 0..<Self.count {
                for write in Self.writes {
                    // Sent twice it would be version 2; never sent it would not be there.
                    let document = try await sandbox.get("/k\(number)/_doc/\(write)")
                    #expect(document["_version"]?.int == 1, "run \(number), write \(write): \(document.text())")
                }
            }
            await sandbox.stop()
            let store = try RunStore(StoreFolder(path: folder.file("store")), access: .read)
            let runs = try await store.runs()
            for number in 0..<Self.count {
                let name = try #require(runs.first { $0.file == "k\(number).md" && $0.phase == .passed }?.run)
                let entries = try await store.entries(of: name)
                guard case .intact(entries.count, _) = try await store.verifyChain(of: name) else {
                    Issue.record("the chain of \(name) is broken")
                    continue
                }
                // Nothing is forgotten: whatever reached the cluster was announced before.
                for write in Self.writes {
                    #expect(
                        entries.contains {
                            if case .step("w\(write)", is ActionSent) = $0.event { true } else { false }
                        })
                }
            }
            print("\(Self.count) runs of two processes with kill -9: \(log.figures)")
        }

        /// Takes one run to its end.
        private static func carryOut(
            _ number: Int, in folder: TestFolder, _ sandbox: RunningSandbox, _ log: StressLog
        ) async throws {
            let steps = writes.map { write in
                Documents.fence("console run id=w\(write) again=yes", "PUT /k\(number)/_doc/\(write)\n{}")
                    + Documents.fence("console verify", "GET /k\(number)/_doc/\(write)")
            }
            try folder.write(Documents.document(steps.joined()), to: "k\(number).md")
            let exec = ["exec", "k\(number).md", "--env", sandbox.environment]
            let store = StoreFolder(path: folder.file("store"))
            // The first is always killed, the others more and more rarely, so that it comes to an end.
            for attempt in 0..<40 {
                let isKilled = attempt == 0 || Int.random(in: 0..<(attempt + 1)) == 0
                let delay = isKilled ? Duration.milliseconds(Int.random(in: 30...400)) : nil
                let runs = try await RunStore(store, access: .read).runs()
                guard let run = runs.first(where: { $0.file == "k\(number).md" }) else {
                    // Killed before its first event, it has sent nothing.
                    if try await log.run(exec, in: folder, killedAfter: delay)?.status == 0 { return }
                    continue
                }
                if run.phase == .passed { return }
                let resumed = try await log.run(
                    ["resume", run.run], in: folder, expecting: [0, 3], killedAfter: delay)
                guard let resumed, resumed.status == 3 else { continue }
                try await settle(run.run, number, resumed.output + resumed.errors, in: folder, sandbox, log)
            }
            log.report("run \(number) did not come to its end")
        }

        /// Looks at the cluster, as a person would, and says what is there.
        private static func settle(
            _ run: String, _ number: Int, _ output: String, in folder: TestFolder, _ sandbox: RunningSandbox,
            _ log: StressLog
        ) async throws {
            guard let command = StressCommand.confirm(in: output), command.count > 2 else {
                return log.report("\(run) does not say how to go on: \(output)")
            }
            let write = command[2].dropFirst()
            let found = try await sandbox.ask("GET", "/k\(number)/_doc/\(write)").status
            log.count(found == 200 ? "doubts that were applied" : "doubts that were not applied")
            _ = try await log.run(
                command.filter { $0 != "--applied" } + [found == 200 ? "--applied" : "--not-applied"], in: folder)
        }
    }
}
