internal import OrderedJSON

/// A part of an index: its documents, and those of them that searches see.
struct Shard: Sendable {
    /// What has been written, overwritten and deleted documents included: they count in the scores until they are
    /// merged away, which the emulator never does.
    private(set) var entries: [Entry] = []
    /// Positions of the current documents.
    private(set) var current: [String: Int] = [:]
    /// Versions of deleted documents, which go on counting.
    private(set) var tombstones: [String: Int] = [:]
    private(set) var nextSequenceNumber = 0
    /// What searches see.
    private(set) var visible: [Entry] = []
    /// Where in it what one refresh has made visible ends: a segment's end.
    private(set) var segmentEnds: [Int] = []

    /// A document as it was written once.
    struct Entry: Sendable {
        let id: String
        let source: [UInt8]
        let fields: [String: IndexedField]
        let version: Int
        let sequenceNumber: Int
        let primaryTerm: Int
        /// Whether it was overwritten or deleted, or tells only of a deletion.
        var isDeleted = false
        var isTombstone = false
    }

    /// The current document of an id.
    func document(_ id: String) -> Entry? { current[id].map { entries[$0] } }

    /// The number of documents that searches see.
    var count: Int { visible.count { !$0.isDeleted } }
    var deletedCount: Int { visible.count { $0.isDeleted } }

    /// Writes a document; returns it.
    @discardableResult
    mutating func put(
        _ id: String, source: [UInt8], fields: [String: IndexedField], version: Int? = nil, primaryTerm: Int
    ) -> Entry {
        let next = version ?? (document(id)?.version ?? tombstones[id] ?? 0) + 1
        let entry = Entry(
            id: id, source: source, fields: fields, version: next, sequenceNumber: nextSequenceNumber,
            primaryTerm: primaryTerm)
        if let old = current[id] { entries[old].isDeleted = true }
        current[id] = entries.count
        tombstones[id] = nil
        append(entry)
        return entry
    }

    /// Deletes a document, or notes that it is not there; returns what tells of it.
    mutating func delete(_ id: String, version: Int? = nil, primaryTerm: Int) -> Entry {
        let next = version ?? (document(id)?.version ?? tombstones[id] ?? 0) + 1
        if let old = current.removeValue(forKey: id) { entries[old].isDeleted = true }
        tombstones[id] = next
        let entry = Entry(
            id: id, source: [], fields: [:], version: next, sequenceNumber: nextSequenceNumber,
            primaryTerm: primaryTerm, isDeleted: true, isTombstone: true)
        append(entry)
        return entry
    }

    private mutating func append(_ entry: Entry) {
        entries.append(entry)
        nextSequenceNumber += 1
    }

    mutating func refresh() {
        if entries.count > visible.count { segmentEnds.append(entries.count) }
        visible = entries
    }
}
