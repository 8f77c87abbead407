/// The order in which Java's `HashMap` lists texts, which the server's answers show.
enum JavaHashOrder {
    /// The texts in the order of a map they were put into one after the other.
    static func sorted(_ texts: [String]) -> [String] {
        var capacity = 16
        while texts.count * 4 > capacity * 3 { capacity *= 2 }
        return texts.enumerated()
            .map { (bucket: bucket($0.element, capacity), offset: $0.offset, text: $0.element) }
            .sorted { ($0.bucket, $0.offset) < ($1.bucket, $1.offset) }
            .map(\.text)
    }

    private static func bucket(_ text: String, _ capacity: Int) -> Int {
        let hash = text.utf16.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
        return Int(hash ^ (hash >> 16)) & (capacity - 1)
    }
}
