import RunbookModel

extension BlockText {
    /// The bytes of a range of offsets; nil for all.
    func bytes(_ range: Range<Int>?) -> [UInt8] {
        let view = text.utf8
        guard let range else { return Array(view) }
        let bounds = range.clamped(to: 0..<view.count)
        let start = view.index(view.startIndex, offsetBy: bounds.lowerBound)
        return Array(view[start..<view.index(start, offsetBy: bounds.count)])
    }
}
