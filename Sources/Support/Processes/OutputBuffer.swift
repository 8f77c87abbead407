/// Bytes that arrive at the end and are taken from the front, never more than `limit` of them.
struct OutputBuffer: Sendable {
    let limit: Int
    private(set) var dropped = 0
    private var bytes: [UInt8] = []
    private var start = 0
    /// Everything before it is known to contain no line feed, so that a long line is searched once.
    private var searched = 0

    init(limit: Int) { self.limit = limit }

    var count: Int { bytes.count - start }
    var isFull: Bool { count >= limit }
    var contents: ArraySlice<UInt8> { bytes[start...] }

    /// Keeps as much as fits beside what is there (and `extra` bytes more) and counts the rest.
    mutating func append(_ new: UnsafeRawBufferPointer, extra: Int = 0) {
        let kept = min(new.count, max(0, limit + extra - count))
        bytes.append(contentsOf: new[..<kept])
        dropped += new.count - kept
    }

    mutating func take(_ number: Int) -> [UInt8] {
        let taken = [UInt8](bytes[start..<(start + number)])
        discard(number)
        return taken
    }

    /// The number of bytes before the first line feed; `nil`: there is none yet.
    mutating func lineLength() -> Int? {
        let found = bytes[max(start, searched)...].firstIndex(of: UInt8(ascii: "\n"))
        searched = found ?? bytes.count
        return found.map { $0 - start }
    }

    mutating func discard(_ number: Int) {
        start += number
        // Moving the rest to the front is put off until it is the smaller half, so taking stays linear.
        guard start > bytes.count / 2 else { return }
        bytes.removeFirst(start)
        searched = max(0, searched - start)
        start = 0
    }
}
