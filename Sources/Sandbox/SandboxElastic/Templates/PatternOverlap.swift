/// Whether two patterns can mean the same name.
enum PatternOverlap {
    /// Whether one of some patterns and one of others do.
    static func any(_ left: [String], _ right: [String]) -> Bool {
        left.contains { pattern in right.contains { between(pattern, $0) } }
    }

    /// Whether two patterns with `*` do: a walk through both, a row of places at a time.
    static func between(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        let star = UInt8(ascii: "*")
        // `row[j]`: what is left of the first from here on, and of the second from `j` on, can mean the same.
        var row = [Bool](repeating: false, count: right.count + 1)
        for i in stride(from: left.count, through: 0, by: -1) {
            var next = [Bool](repeating: false, count: right.count + 1)
            for j in stride(from: right.count, through: 0, by: -1) {
                let first = i < left.count ? left[i] : nil
                let second = j < right.count ? right[j] : nil
                switch (first, second) {
                case (nil, nil): next[j] = true
                case (star?, _): next[j] = row[j] || (second != nil && next[j + 1])
                case (_, star?): next[j] = next[j + 1] || (first != nil && row[j])
                case (let one?, let two?): next[j] = one == two && row[j + 1]
                default: next[j] = false
                }
            }
            row = next
        }
        return row[0]
    }
}
