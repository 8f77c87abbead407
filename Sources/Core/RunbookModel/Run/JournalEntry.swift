/// An event in its place in a journal.
public struct JournalEntry: Sendable, Hashable {
    /// The run.
    public let run: String
    /// The position in the run, from 1, without gaps.
    public let sequence: Int
    /// Which ownership of the run wrote it; each process that takes the run on raises it.
    public let epoch: Int
    /// When it was written.
    public let at: Timestamp
    /// The event.
    public let event: RunEvent
    /// The SHA-256 of the entry before it, in hexadecimal; empty for the first.
    public let previous: String

    /// Makes an entry.
    public init(run: String, sequence: Int, epoch: Int, at: Timestamp, event: RunEvent, previous: String) {
        self.run = run
        self.sequence = sequence
        self.epoch = epoch
        self.at = at
        self.event = event
        self.previous = previous
    }
}
