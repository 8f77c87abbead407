/// An event in its place in a journal.
package struct JournalEntry: Sendable, Hashable {
    /// The run.
    package let run: String
    /// The position in the run, from 1, without gaps.
    package let sequence: Int
    /// Which ownership of the run wrote it; each process that takes the run on raises it.
    package let epoch: Int
    /// When it was written.
    package let at: Timestamp
    /// The event.
    package let event: RunEvent
    /// The SHA-256 of the entry before it, in hexadecimal; empty for the first.
    package let previous: String

    /// Makes an entry.
    package init(run: String, sequence: Int, epoch: Int, at: Timestamp, event: RunEvent, previous: String) {
        self.run = run
        self.sequence = sequence
        self.epoch = epoch
        self.at = at
        self.event = event
        self.previous = previous
    }
}
