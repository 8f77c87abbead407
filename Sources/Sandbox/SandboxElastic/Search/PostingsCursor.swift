/// Finds documents in the list of those that have a term, fastest when they are asked for in order.
///
/// It belongs to one search, and so to one thread.
final class PostingsCursor {
    private let places: [Int32]
    private let frequencies: [Int32]
    private var position = 0

    init(_ postings: TermTable.Postings) {
        places = postings.places
        frequencies = postings.frequencies
    }

    /// How often the document at a place has the term; 0 when it does not.
    func frequency(at place: Int) -> Int {
        if position < places.count, places[position] < place { position += 1 }
        if position < places.count, places[position] == place { return Int(frequencies[position]) }
        // The next one is another: somewhere behind it or before it.
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        position = low
        return low < places.count && places[low] == place ? Int(frequencies[low]) : 0
    }
}
