/// The terms of one field of all visible documents of a shard: which documents have a term, and how often.
final class TermTable: Sendable {
    /// The documents that have a term, in order.
    struct Postings: Sendable {
        fileprivate(set) var places: [Int32] = []
        fileprivate(set) var frequencies: [Int32] = []

        fileprivate mutating func add(_ place: Int32) {
            if places.last == place {
                frequencies[frequencies.count - 1] += 1
            } else {
                places.append(place)
                frequencies.append(1)
            }
        }
    }

    /// How many documents have the field, and how many terms it has in all of them.
    let documents: Int
    let tokens: Int
    private let postings: [String: Postings]
    /// How many terms of a text the document at a place has; -1 for exact values, which do not keep it.
    private let lengths: [Int32]

    init(of field: String, in entries: ArraySlice<Shard.Entry>) {
        var (documents, tokens) = (0, 0)
        var postings: [String: Postings] = [:]
        var lengths = [Int32](repeating: -1, count: entries.count)
        for (place, entry) in entries.enumerated() {
            guard let indexed = entry.fields[field], let terms = indexed.terms, !terms.isEmpty else { continue }
            documents += 1
            tokens += terms.count
            if case .text = indexed { lengths[place] = Int32(clamping: terms.count) }
            let place = Int32(clamping: place)
            for term in terms { postings[term, default: Postings()].add(place) }
        }
        self.documents = documents
        self.tokens = tokens
        self.postings = postings
        self.lengths = lengths
    }

    /// The documents that have a term; nil when none has it.
    subscript(term: String) -> Postings? { postings[term] }

    /// The number of terms of the text at a place; nil for exact values.
    func length(at place: Int) -> Int? { lengths[place] < 0 ? nil : Int(lengths[place]) }

    /// The documents that have a term of some form, in order.
    func places(where isWanted: (String) -> Bool) -> [Int32] {
        var lists: [[Int32]] = []
        for (term, postings) in postings where isWanted(term) { lists.append(postings.places) }
        return TermTable.union(lists, of: lengths.count)
    }

    /// The places that are in one of several lists, in order.
    ///
    /// - Parameter count: The number of documents.
    static func union(_ lists: [[Int32]], of count: Int) -> [Int32] {
        if lists.count < 2 { return lists.first ?? [] }
        var isIn = [Bool](repeating: false, count: count)
        for list in lists {
            for place in list { isIn[Int(place)] = true }
        }
        return isIn.indices.filter { isIn[$0] }.map { Int32(clamping: $0) }
    }
}
