package import RunbookRun

/// What a run needs of the outside.
package struct RunPorts: Sendable {
    /// Where events are kept.
    package let journal: any Journal
    /// What evaluates filters.
    package let expressions: any Expressions
    /// Who is asked.
    package let people: any People
    /// The time.
    package let clock: any RunClock
    /// The wish to stop.
    package let interruption: Interruption
    /// Sends notices to people who do not watch.
    package let notices: any Notices
    /// Ends what earlier attempts have left running.
    package let processes: any StartedProcesses
    /// Is told each event, with the state before it, after it was kept; of the end of a step and the start of the next,
    /// just before.
    package let observe: @Sendable (RunEvent, Timestamp, RunState) -> Void
    /// Is told which check is tried on behalf of another step, and with nil that it was; the journal has no event of it.
    package let look: @Sendable (OutlineStep?) -> Void

    /// Makes ports.
    package init(
        journal: any Journal, expressions: any Expressions, people: any People, clock: any RunClock,
        interruption: Interruption, notices: any Notices = NoNotices(),
        processes: any StartedProcesses = NoProcesses(),
        look: @escaping @Sendable (OutlineStep?) -> Void = { _ in },
        observe: @escaping @Sendable (RunEvent, Timestamp, RunState) -> Void
    ) {
        self.journal = journal
        self.expressions = expressions
        self.people = people
        self.clock = clock
        self.interruption = interruption
        self.notices = notices
        self.processes = processes
        self.look = look
        self.observe = observe
    }
}
