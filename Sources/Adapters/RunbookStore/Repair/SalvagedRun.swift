/// What is left of a run in a damaged store.
struct SalvagedRun {
    let run: String
    let epoch: Int
    /// The events from the first up to a gap, each following from the one before.
    let events: [Salvage.Event]
    /// The number of the first event that is lost; nil when none is.
    let lost: Int?

    /// Follows the chain of a run from its beginning.
    ///
    /// - Parameters:
    ///   - found: Its events by number.
    ///   - kept: What its owner wrote down beside the database.
    ///   - isDamaged: Whether something of the database cannot be read; then a journal without an end may be a part.
    init(run: String, epoch: Int, found: [Int: Salvage.Event], kept: KeptEvents?, lost: Int?, isDamaged: Bool) {
        self.run = run
        self.epoch = epoch
        var events: [Salvage.Event] = []
        var last = ""
        while let event = found[events.count + 1], event.previous == last {
            events.append(event)
            last = EventChain.digest(
                previous: event.previous, run: run, sequence: event.sequence, epoch: event.epoch, at: event.at,
                kind: event.kind, data: event.data)
        }
        let end = events.count
        let hasMore = found.keys.contains { $0 > end }
        // When the next one is there and does not follow, one of both was changed.
        let gap = found[end + 1] == nil ? end + 1 : max(end, 1)
        let gaps = [lost, kept?.missing(in: end, last), hasMore ? gap : nil].compactMap(\.self)
        // The last event is tied to nothing behind it: only what the owner wrote down can vouch for it.
        let isEnded = events.last?.kind == "run-finished"
        let isUnsure = isDamaged && kept == nil && !isEnded
        self.lost = gaps.min() ?? (isUnsure ? end + 1 : nil)
        let whole = self.lost.map { $0 - 1 } ?? end
        self.events = Array(events.prefix(whole))
    }
}
