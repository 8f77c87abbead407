/// The numbers of one field of all visible documents of a shard.
struct NumberColumn<Number: Sendable>: Sendable {
    private var numbers: [Number] = []
    /// Where the numbers of the document at a place begin; one more than there are documents.
    private var starts: [Int] = [0]

    init(_ entries: ArraySlice<Shard.Entry>, _ own: (Shard.Entry) -> [Number]) {
        starts.reserveCapacity(entries.count + 1)
        for entry in entries {
            numbers += own(entry)
            starts.append(numbers.count)
        }
    }

    /// Whether a number of the document at a place is wanted.
    func contains(at place: Int, where isWanted: (Number) -> Bool) -> Bool {
        var position = starts[place]
        while position < starts[place + 1] {
            if isWanted(numbers[position]) { return true }
            position += 1
        }
        return false
    }
}
