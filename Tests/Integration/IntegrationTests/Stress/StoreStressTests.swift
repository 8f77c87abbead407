import Glibc
import OrderedJSON
import RunbookRun
import RunbookStore
import SQLite
import Testing
import ToolTesting

extension IntegrationTests {
    /// Eight processes at a time on one store; `RUNBOOK_STRESS_SECONDS` says for how long.
    struct StoreStressTests {
        private static let seconds = getenv("RUNBOOK_STRESS_SECONDS").flatMap { Int(String(cString: $0)) } ?? 5

        @Test(.timeLimit(.minutes(10)), arguments: [false, true])
        func everyJournalIsWhole(kills: Bool) async throws {
            let folder = try TestFolder()
            let sandbox = try await RunningSandbox(in: folder)
            for worker in 0..<8 {
                try folder.write(
                    Documents.document(
                        Documents.fence("console run id=one again=yes", "POST /w\(worker)/_doc\n{ \"n\": 1 }")
                            + Documents.fence("console verify id=look", "GET /_cluster/health")
                            + Documents.fence(
                                "console run id=two again=yes\(worker < 3 ? "" : " confirm=\"Go on?\"")",
                                "POST /w\(worker)/_doc\n{ \"n\": 2 }")
                            + Documents.fence("console verify id=after", "GET /w\(worker)/_count")), to: "w\(worker).md"
                )
            }
            // The first goes on for seconds, while others come and go.
            let long = (0..<20).map {
                Documents.fence("console run id=s\($0) again=yes", "POST /w0/_doc\n{ \"n\": \($0) }")
            }
            try folder.write(Documents.document(long.joined()), to: "w0.md")
            try await sandbox.setFaults([["fault": "delay", "match": "POST /w0", "ms": 100, "times": 1_000_000]])
            let log = StressLog()
            let end = ContinuousClock.now + .seconds(Self.seconds)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        while ContinuousClock.now < end {
                            try await Self.work(worker, kills: kills, in: folder, sandbox.environment, log)
                        }
                    }
                }
                try await group.waitForAll()
            }
            await sandbox.stop()
            #expect(log.problems == [])
            try await Self.checkStore(of: folder, log, kills: kills)
            print("stress\(kills ? " with kill -9" : ""), \(Self.seconds) s: \(log.figures)")
        }

        private static func work(
            _ worker: Int, kills: Bool, in folder: TestFolder, _ environment: String, _ log: StressLog
        ) async throws {
            let delay = kills && Bool.random() ? Duration.milliseconds(Int.random(in: 10...400)) : nil
            let exec = ["exec", "w\(worker).md", "--env", environment]
            switch worker {
            case 0...2: _ = try await log.run(exec, in: folder, killedAfter: delay)
            case 3...5:
                guard
                    let asked = try await log.run(exec, in: folder, expecting: [3], killedAfter: delay),
                    let command = StressCommand.confirm(in: asked.output), let run = asked.run
                else { return }
                _ = try await log.run(command, in: folder)
                _ = try await log.run(["resume", run], in: folder, killedAfter: delay)
            case 6: _ = try await log.run(["runs", "--format", "json"], in: folder)
            default:
                guard let run = log.runs.randomElement() else { return }
                _ = try await log.run(["report", run, "--format", "json"], in: folder)
            }
        }

        private static func checkStore(of folder: TestFolder, _ log: StressLog, kills: Bool) async throws {
            var connection = try Connection(path: folder.file("store/runs.db"), access: .write)
            #expect(try connection.rows("PRAGMA integrity_check") { try $0.text(0) } == ["ok"])
            let store = try RunStore(StoreFolder(path: folder.file("store")), access: .read)
            let runs = try await store.runs()
            // Whatever was told of is there.
            #expect(Set(log.runs).subtracting(runs.map(\.run)) == [])
            #expect(!runs.isEmpty)
            var lengths: [String: Set<Int>] = [:]
            for run in runs {
                let entries = try await store.entries(of: run.run)
                guard case .intact(entries.count, _) = try await store.verifyChain(of: run.run) else {
                    Issue.record("the chain of \(run.run) is broken")
                    continue
                }
                #expect(entries.last?.sequence == entries.count)
                if run.phase == .passed { lengths[run.file, default: []].insert(entries.count) }
                if !kills { #expect(run.phase == .passed) }
            }
            // Runs of one document that nobody disturbed keep the same events.
            if !kills { #expect(lengths.values.allSatisfy { $0.count == 1 }, "\(lengths)") }
        }
    }
}
