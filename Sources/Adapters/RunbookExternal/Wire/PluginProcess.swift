internal import OrderedJSON
internal import Processes
internal import RunbookModel

/// One call of a plugin: a process of its own, from the start to the end of its group.
struct PluginProcess {
    /// The longest line, in bytes.
    static let maximumLine = 16 << 20
    /// The most lines before the outcome.
    static let maximumProgress = 10_000
    /// The time between the outcome and the end of the process, and between TERM and KILL.
    static let grace = Duration.seconds(2)

    /// What a call came to.
    enum End: Sendable {
        /// It said an outcome, and nothing that contradicts it.
        case outcome(WireOutcome)
        /// It was never asked.
        case notStarted(reason: String)
        /// It was asked, and what it did is not known.
        case lost(reason: String)
    }

    let executable: String
    let directory: String
    let environment: [String: String]
    /// Takes each word on the way.
    let progress: @Sendable (String) -> Void

    /// Starts the program, asks it, and waits for its end.
    func call(_ request: WireRequest) async -> End {
        if Task.isCancelled { return .notStarted(reason: "it was stopped before it started") }
        var command = ProcessCommand(
            executable, environment: environment, directory: directory,
            output: .stream(limit: PluginProcess.maximumLine), errorLimit: PluginLog.limit,
            deadline: request.timeout, grace: PluginProcess.grace)
        command.token = request.action?.token ?? ""
        let child: ChildProcess
        do throws(SpawnError) {
            child = try await ChildProcess.start(command)
        } catch {
            return .notStarted(reason: error.description)
        }
        return await withTaskCancellationHandler {
            child.writeLine(request.json.bytes())
            return await end(of: child, request)
        } onCancel: {
            child.stop(.cancelled)
        }
    }

    private func end(of child: ChildProcess, _ request: WireRequest) async -> End {
        let conversation = await conversation(with: child)
        if conversation.problem != nil { child.stop(.closed) }
        let result = await child.result()
        let log = PluginLog(result)
        if let problem = conversation.problem { return .lost(reason: log.added(to: problem)) }
        guard let outcome = conversation.outcome else {
            return .lost(reason: log.added(to: PluginProcess.words(for: result, request, conversation.lastProgress)))
        }
        // It was asked to end, and ended by our hand or by itself; what it said counts unless it says that it failed.
        if result.stopped == nil, result.termination != .exited(0) {
            return .lost(reason: log.added(to: "the plugin returned an outcome, but ended with \(result.termination)"))
        }
        return .outcome(outcome)
    }

    private struct Conversation {
        var outcome: WireOutcome?
        var lastProgress: String?
        var problem: String?
    }

    /// Reads lines to the end of the output; the outcome must be the last one.
    private func conversation(with child: ChildProcess) async -> Conversation {
        var seen = Conversation()
        var lines = 0
        do {
            while let line = try await child.readLine() {
                lines += 1
                if seen.outcome != nil {
                    seen.problem = "the plugin wrote more after its outcome"
                    return seen
                }
                if lines > PluginProcess.maximumProgress {
                    seen.problem = "the plugin wrote more than \(PluginProcess.maximumProgress) lines"
                    return seen
                }
                switch try WireReply(line: line) {
                case .progress(let message):
                    seen.lastProgress = message
                    progress(message)
                case .outcome(let outcome):
                    seen.outcome = outcome
                    child.closeInput()
                    child.setDeadline(.now + PluginProcess.grace)
                }
            }
        } catch let error as WireReply.Malformed {
            seen.problem = "the plugin wrote a line that the protocol does not allow: \(error.reason)"
        } catch is CancellationError {
            child.stop(.cancelled)
        } catch {
            seen.problem = "the plugin's output cannot be read: \(error)"
        }
        return seen
    }

    /// A time-out for people: what is left of a step's time is not a round number.
    private static func seconds(_ timeout: Duration) -> String {
        let milliseconds = timeout.inMilliseconds
        return milliseconds < 1000 ? "\(milliseconds)ms" : "\((milliseconds + 500) / 1000)s"
    }

    private static func words(for result: ProcessResult, _ request: WireRequest, _ progress: String?) -> String {
        let reason =
            switch result.stopped {
            case .deadline: "the plugin returned no outcome in \(seconds(request.timeout))"
            case .cancelled: "the plugin was stopped before it returned an outcome"
            case .closed, nil: "the plugin ended with \(result.termination) before it returned an outcome"
            }
        guard let progress, !progress.isEmpty, progress.utf8.count <= PluginLog.maximumLine else { return reason }
        return reason + "; its last message: \(progress)"
    }
}
