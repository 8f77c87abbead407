import Processes
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookRun
import Terminal

/// The person at the terminal during a run: sees lines, answers questions, and stops it with signals.
struct TerminalAudience: RunAudience {
    let context: CommandContext
    let site: RunSite
    /// The texts that diagnostics point into.
    let documents: [SourceText]
    /// Who is asked; nil when nobody can be.
    let console: Console?
    /// Where the lines go.
    let output: TextOutput.Stream
    /// How much of what comes back is shown.
    let detail: LineDetail

    func attend<Result: Sendable>(
        _ journal: any Journal, _ act: @Sendable (RunPorts) async -> Result
    ) async throws -> Result {
        // What a step leaves behind stays below this process, and cannot answer for a person.
        Descent.adopt()
        let interruption = Interruption()
        let lines = RunLines(run: journal.run, documents: documents, context: context, output: output, detail: detail)
        let watch = try watchSignals(interruption, lines)
        defer { watch.cancel() }
        let people: any People =
            console.map { TerminalPeople(console: $0, journal: journal, user: context.user, lines: lines) }
            ?? Nobody()
        let ports = RunPorts(
            journal: journal, expressions: context.expressions, people: people,
            clock: await SandboxRunClock.clock(control: site.control), interruption: interruption,
            notices: RunNotices(
                run: journal.run, lines: site.notices, variables: context.variables, secrets: context.secrets,
                place: context.place),
            processes: MarkedProcesses(),
            look: { check in lines.look(at: check) },
            observe: { event, time, before in lines.show(event, at: time, before: before) })
        return await lines.live { await act(ports) }
    }

    func say(_ text: String) { context.messages.line(text) }

    func wait(for owner: String) async throws {
        context.messages.line("waiting for another run to end: \(owner)")
        try await Task.sleep(for: .seconds(1))
    }

    /// Turns Ctrl-C and its like into the wish to stop.
    private func watchSignals(_ interruption: Interruption, _ lines: RunLines) throws -> Task<Void, Never> {
        let deliveries = try Signals.deliveries(of: [.interrupt, .terminate, .hangup])
        let messages = context.messages
        return Task {
            for await delivery in deliveries {
                interruption.interrupt(signal: Int(delivery.signal.number))
                lines.interject(
                    delivery.ordinal == 1
                        ? "stopping after the request in progress; press Ctrl-C again to cut it off"
                        : "cutting off the request in progress",
                    to: messages)
            }
        }
    }
}
