internal import OrderedJSON
internal import SandboxWorld

/// A part of an index: its documents, and those of them that searches see.
struct Shard: Sendable {
    /// What has been written; an entry's position is its sequence number.
    ///
    /// Overwritten and deleted documents stay: they count in the scores until they are merged away, which the emulator
    /// never does.
    private(set) var entries: [Entry] = []
    /// Positions of the current documents.
    private(set) var current: [String: Int] = [:]
    /// Versions of deleted documents, which continue counting.
    private(set) var tombstones: [String: Int] = [:]
    /// How many of the entries searches see: so a refresh copies nothing.
    private(set) var visibleCount = 0
    /// Where in them what one refresh has made visible ends: a segment's end.
    private(set) var segmentEnds: [Int] = []

    /// A document as it was written once.
    struct Entry: Sendable {
        let id: String
        var source: [UInt8]
        let fields: [String: IndexedField]
        let version: Int
        let sequenceNumber: Int
        let primaryTerm: Int
        /// What decided on its shard, where that is not its id.
        var routing: String?
        /// When it was written here.
        let at: SandboxInstant
        /// The position of the entry that has overwritten or deleted it; its own when it tells only of a deletion.
        var deletedBy: Int?

        /// Whether it tells only of a deletion.
        var isTombstone: Bool { deletedBy == sequenceNumber }
    }

    var nextSequenceNumber: Int { entries.count }

    /// The current document of an id.
    func document(_ id: String) -> Entry? { current[id].map { entries[$0] } }

    /// What searches look at.
    var visible: ArraySlice<Entry> { entries[..<visibleCount] }

    /// Whether searches see an entry as overwritten or deleted.
    func isDeleted(_ entry: Entry) -> Bool { entry.deletedBy.map { $0 < visibleCount } ?? false }

    /// What searches have read of the visible documents.
    private(set) var tables = ShardTables()

    /// Which of the visible documents searches find.
    var living: LivingDocuments { tables.living(in: self) }

    /// The number of documents that searches see.
    var count: Int { living.count }
    var deletedCount: Int { visibleCount - count }

    /// Writes a document; returns it.
    @discardableResult
    mutating func put(
        _ id: String, source: [UInt8], fields: [String: IndexedField], version: Int? = nil, primaryTerm: Int,
        routing: String? = nil, at now: SandboxInstant
    ) -> Entry {
        let next = version ?? nextVersion(of: id)
        let entry = Entry(
            id: id, source: source, fields: fields, version: next, sequenceNumber: entries.count,
            primaryTerm: primaryTerm, routing: routing, at: now)
        if let old = current[id] { entries[old].deletedBy = entries.count }
        current[id] = entries.count
        tombstones[id] = nil
        entries.append(entry)
        return entry
    }

    /// The version after the last one; an outer system may have given the highest there is.
    private func nextVersion(of id: String) -> Int {
        let last = document(id)?.version ?? tombstones[id] ?? 0
        return last == .max ? last : last + 1
    }

    /// Deletes a document, or notes that it is not there; returns what tells of it.
    mutating func delete(
        _ id: String, version: Int? = nil, primaryTerm: Int, at now: SandboxInstant
    ) -> Entry {
        let next = version ?? nextVersion(of: id)
        if let old = current.removeValue(forKey: id) { entries[old].deletedBy = entries.count }
        tombstones[id] = next
        let entry = Entry(
            id: id, source: [], fields: [:], version: next, sequenceNumber: entries.count,
            primaryTerm: primaryTerm, at: now, deletedBy: entries.count)
        entries.append(entry)
        return entry
    }

    /// The operations from a sequence number on that were written a lag before a moment.
    func operations(from position: Int, before now: SandboxInstant, lag: Duration) -> [Entry] {
        Array(entries.dropFirst(position).prefix { $0.at + lag <= now })
    }

    /// Takes over an operation of another shard, as it was there; one that does not come next is passed over.
    mutating func replicate(_ operation: Entry, at now: SandboxInstant) {
        guard operation.sequenceNumber == entries.count else { return }
        if operation.isTombstone {
            _ = delete(operation.id, version: operation.version, primaryTerm: operation.primaryTerm, at: now)
        } else {
            put(
                operation.id, source: operation.source, fields: operation.fields, version: operation.version,
                primaryTerm: operation.primaryTerm, routing: operation.routing, at: now)
        }
    }

    mutating func refresh() {
        if entries.count == visibleCount { return }
        segmentEnds.append(entries.count)
        visibleCount = entries.count
        tables = ShardTables()
    }
}
