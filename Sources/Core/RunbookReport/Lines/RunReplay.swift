package import RunbookModel
package import RunbookRun

/// The lines that a run printed, made again from its journal.
package struct RunReplay {
    private let run: String
    private let documents: [SourceText]
    private let layout: LineLayout
    private let place: CommandPlace
    private var renderer: LineRenderer
    private var last: Timestamp?
    /// The fold of the entries so far.
    package private(set) var state = RunState()

    /// Makes a replay that has told nothing yet.
    ///
    /// - Parameters:
    ///   - run: The run's identity.
    ///   - documents: The texts of the documents, for the place of a failure.
    ///   - layout: How lines are laid out.
    ///   - place: What commands say of the store.
    package init(run: String, documents: [SourceText], layout: LineLayout, place: CommandPlace) {
        self.place = place
        self.run = run
        self.documents = documents
        self.layout = layout
        renderer = LineRenderer(run: run, documents: documents, layout: layout, place: place)
    }

    /// The lines that an entry adds.
    ///
    /// - Throws: `TransitionError` when it does not follow from those before it.
    package mutating func lines(for entry: JournalEntry) throws(TransitionError) -> [RunLine] {
        let lines = renderer.lines(for: entry.event, at: entry.at, before: state)
        try state.apply(entry.event, at: entry.at)
        last = entry.at
        return lines
    }

    /// The lines below those of the last entry, where no event closes the run: its phase, and how to continue.
    ///
    /// - Parameter isOwned: Whether a living process carries it on.
    package func closing(isOwned: Bool) -> [RunLine] {
        guard state.phase == .running, let last,
            let run = ReportedRun(run: run, state: state, isOwned: isOwned, documents: documents, place: place)
        else { return [] }
        return layout.lines(ClosingLines(run, at: last, layout: layout).lines())
    }
}
