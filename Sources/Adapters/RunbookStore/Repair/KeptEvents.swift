internal import OrderedJSON

/// How much of a run had reached the disk, as its owner wrote it down beside the database.
///
/// A log that is lost, or an older copy of the database, is sound in itself and knows nothing of what is missing.
struct KeptEvents: Hashable {
    /// The number of the last event.
    let sequence: Int
    /// Its digest.
    let digest: String

    init(sequence: Int, digest: String) {
        self.sequence = sequence
        self.digest = digest
    }

    init?(_ json: JSON) {
        guard let sequence = json["events"]?.int, let digest = json["last"]?.string, sequence > 0 else { return nil }
        self.init(sequence: sequence, digest: digest)
    }

    var json: JSON { ["events": .number(JSONNumber(sequence)), "last": .string(digest)] }

    /// What a journal that ends so lacks; nil when it holds all of them.
    ///
    /// - Parameters:
    ///   - length: The number of its last event.
    ///   - last: The digest of that event.
    func missing(in length: Int, _ last: String) -> Int? {
        if sequence > length { return length + 1 }
        return sequence == length && digest != last ? length : nil
    }
}
