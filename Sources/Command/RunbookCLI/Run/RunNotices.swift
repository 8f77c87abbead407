import HTTPClient
import OrderedJSON
import Processes
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookRun

/// Sends notices through the programs and addresses that the environment names; replies are ignored.
struct RunNotices: Notices {
    /// The most tries of one notice, and the pauses between them.
    private static let pauses: [Duration] = [.seconds(1), .seconds(3)]
    private static let timeout = Duration.seconds(10)

    /// A rule with its secrets resolved.
    struct Line: Sendable {
        let rule: NoticeRule
        /// The address of a webhook.
        let url: String?
    }

    let run: String
    let lines: [Line]
    let variables: [String: String]
    let secrets: SecretLedger
    /// What commands say of the store.
    let place: CommandPlace

    func tell(_ occasion: Occasion, about step: String?, in state: RunState) async -> [String] {
        let fitting = lines.filter { $0.rule.occasions.contains(occasion) }
        guard !fitting.isEmpty,
            let notice = NoticeText(occasion, about: step, run: run, state: state, place: place)
        else { return [] }
        // It is made of the journal, which has no secret; whatever leaves the process is looked through all the same.
        let body = secrets.masked(notice.json.text())
        return await withTaskGroup(of: String?.self) { group in
            for line in fitting { group.addTask { await tell(body, by: line) } }
            var failures: [String] = []
            for await failure in group { if let failure { failures.append(failure) } }
            return failures
        }
    }

    /// Nil when it was sent.
    private func tell(_ body: String, by line: Line) async -> String? {
        var failure: String?
        for number in 0...Self.pauses.count {
            failure = await attempt(body, by: line)
            if failure == nil { return nil }
            if number < Self.pauses.count { try? await Task.sleep(for: Self.pauses[number]) }
        }
        return failure.map { "\($0) (\(Self.pauses.count + 1) tries)" }
    }

    private func attempt(_ body: String, by line: Line) async -> String? {
        if case .command(let words, let directory) = line.rule.way {
            return await run(words, in: directory, with: body)
        }
        guard let url = line.url else { return "the webhook has no address" }
        do throws(HTTPClient.Failure) {
            let response = try await HTTPClient().send(
                HTTPClient.Request(
                    method: "POST", url: url, headers: [.init("Content-Type", "application/json")],
                    body: Array(body.utf8), timeout: Self.timeout))
            return (200..<300).contains(response.status) ? nil : "the webhook answered with status \(response.status)"
        } catch {
            return "the webhook was not reached: \(error.message)"
        }
    }

    private func run(_ words: [String], in directory: String, with body: String) async -> String? {
        let program = words.first ?? ""
        // It is a program of the run, so it cannot answer for a person.
        var environment = variables.filter { !$0.key.hasPrefix("RUNBOOK_") }
        environment[StepSign.name] = ""
        let command = ProcessCommand(
            program, Array(words.dropFirst()), environment: environment, directory: directory,
            input: Array((body + "\n").utf8),
            output: .collect(limit: 1 << 16), deadline: Self.timeout)
        do {
            let result = try await Process.run(command)
            if result.stopped == .deadline { return "`\(program)` had not ended after 10 s" }
            return result.isSuccess ? nil : "`\(program)` failed with \(result.termination)"
        } catch {
            return "`\(program)` cannot be started: \(error)"
        }
    }
}
