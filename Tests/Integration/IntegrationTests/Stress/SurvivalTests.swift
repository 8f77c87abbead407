import Glibc
import HTTPClient
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Runs that are killed at any moment while their cluster misbehaves, and resumed until they are done or only a person
    /// can know; `RUNBOOK_STRESS_KILLS` says how often.
    struct SurvivalTests {
        private static let kills = getenv("RUNBOOK_STRESS_KILLS").flatMap { Int(String(cString: $0)) } ?? 40

        /// A runbook with writes that have a check or none, a block of several, a captured value and waits.
        private static func document(_ run: String) -> String {
            func put(_ number: Int, _ body: String = "{}") -> String { "PUT /\(run)/_doc/\(number)\n\(body)" }
            func look(_ number: Int) -> String { "GET /\(run)/_doc/\(number)" }
            return Documents.document(
                Documents.fence("console run id=one unless", put(1)) + Documents.fence("console verify", look(1))
                    + Documents.fence(
                        "console run id=block again=yes", [put(2), put(3), put(4)].joined(separator: "\n\n"))
                    + Documents.fence("console verify within=20s", look(4))
                    + Documents.fence("console run id=read", look(1))
                    + Documents.fence("jq capture", "name = ._id")
                    + Documents.fence("console run id=two unless", put(5, "{ \"of\": \"${name}\" }"))
                    + Documents.fence("console verify within=20s", look(5))
                    + Documents.fence("console run id=bare again=yes", put(6)))
        }

        private static let writes = 1...6
        /// The steps whose own check tells.
        private static let checked: Set<String> = ["one", "two"]

        @Test(.timeLimit(.minutes(60)))
        func nothingIsDoneTwiceAndNothingIsLost() async throws {
            let folder = try TestFolder()
            let sandbox = try await RunningSandbox(in: folder)
            let log = StressLog()
            var random = SystemRandomNumberGenerator()
            var number = 0
            while log.count(of: "kills") < Self.kills {
                number += 1
                try await Self.carryOut("s\(number)", in: folder, sandbox, log, &random)
            }
            try await sandbox.setFaults([])
            #expect(log.problems == [])
            let accepted = try await sandbox.acceptedWrites()
            for run in 1...number {
                for write in Self.writes {
                    let line = "search: PUT /s\(run)/_doc/\(write)"
                    // The cluster counts what it did, whatever the tool was told of it.
                    #expect(accepted[line] == 1, "\(line): \(accepted[line] ?? 0)")
                    #expect(try await sandbox.get("/s\(run)/_doc/\(write)")["_version"]?.int == 1, "\(line)")
                }
            }
            await sandbox.stop()
            print("\(number) runs: \(log.figures)")
        }

        /// What goes wrong with the next write, or with one behind it.
        private static func fault(_ random: inout SystemRandomNumberGenerator) -> JSON {
            let skip = JSON.number(JSONNumber(Int.random(in: 0...4, using: &random)))
            let isApplied = JSON.bool(Bool.random(using: &random))
            let kinds: [JSON] = [
                ["fault": "reset", "applied": isApplied], ["fault": "close", "applied": isApplied],
                ["fault": "cut", "after": 5], ["fault": "garbage", "applied": isApplied],
                ["fault": "answer", "status": 502, "applied": isApplied],
                ["fault": "answer", "status": 504, "applied": isApplied],
                ["fault": "answer", "status": 429], ["fault": "answer", "status": 503, "retry_after": 1],
                ["fault": "delay", "ms": 150],
            ]
            var object = kinds.randomElement(using: &random)?.object ?? JSONObject()
            object.append("match", "PUT /")
            object.append("skip", skip)
            return .object(object)
        }

        /// Takes one run to its end.
        private static func carryOut(
            _ name: String, in folder: TestFolder, _ sandbox: RunningSandbox, _ log: StressLog,
            _ random: inout SystemRandomNumberGenerator
        ) async throws {
            try folder.write(document(name), to: "\(name).md")
            var run: String?
            for attempt in 0..<60 {
                try await sandbox.setFaults(.array([fault(&random), ["fault": "delay", "match": "PUT /", "ms": 20]]))
                let isKilled = attempt < 3 || Int.random(in: 0..<attempt, using: &random) == 0
                let delay = isKilled ? Duration.milliseconds(Int.random(in: 20...350, using: &random)) : nil
                guard let known = run else {
                    let begun = try await log.run(
                        ["exec", "\(name).md", "--env", sandbox.environment], in: folder, expecting: [0, 1, 3],
                        killedAfter: delay)
                    if begun?.status == 0 { return }
                    run = try await Tool.run(["runs", "--format", "json"], in: folder).run(of: "\(name).md")
                    continue
                }
                let resumed = try await log.run(
                    ["resume", known], in: folder, expecting: [0, 1, 3], killedAfter: delay)
                guard let resumed else { continue }
                if resumed.status == 0 { return }
                if resumed.status == 3 { try await settle(known, name, resumed, in: folder, sandbox, log) }
            }
            log.report("the run \(name) did not come to its end")
        }

        /// Looks at the cluster, as a person would, where only a person can know.
        private static func settle(
            _ run: String, _ name: String, _ result: ToolResult, in folder: TestFolder, _ sandbox: RunningSandbox,
            _ log: StressLog
        ) async throws {
            guard let command = StressCommand.confirm(in: result.output), command.count > 2 else {
                return log.report("\(run) does not say how to go on: \(result.said)")
            }
            let step = command[2]
            if checked.contains(step) { log.report("`\(step)` of \(name) needs a person: \(result.said)") }
            let report = try await Tool.run(["report", run, "--format", "json"], in: folder)
            guard let lost = try JSON(parsing: report.output).lostWrite(of: step) else {
                return log.report("\(run) does not say what is in doubt: \(report.said)")
            }
            let isThere = try await sandbox.ask("GET", lost).status == 200
            log.count("doubts about `\(step)` that a person settled: \(isThere ? "applied" : "not applied")")
            _ = try await log.run(
                command.filter { $0 != "--applied" } + [isThere ? "--applied" : "--not-applied"], in: folder)
        }
    }
}

extension ToolResult {
    /// The run of a file in a list of runs.
    fileprivate func run(of file: String) -> String? {
        guard case .array(let runs)? = try? JSON(parsing: output) else { return nil }
        return runs.first { $0["runbook"]?.string == file }?["run"]?.string
    }
}

extension JSON {
    /// The target of the request of a step that was sent last, as a report tells it.
    fileprivate func lostWrite(of step: String) -> String? {
        guard case .array(let steps)? = self["steps"] else { return nil }
        guard case .array(let requests)? = steps.first(where: { $0["id"]?.string == step })?["requests"] else {
            return nil
        }
        return requests.last?["title"]?.string.map { String($0.dropFirst("PUT ".count)) }
    }
}
