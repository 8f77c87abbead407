import RunbookModel

extension Located<String> {
    /// The parts between separators, blanks around them left out, each with its place.
    func parts(separatedBy separator: Character) -> [Located<String>] {
        let block = BlockText(inline: value, at: span)
        var parts: [Located<String>] = []
        for part in value.split(separator: separator, omittingEmptySubsequences: false) {
            let trimmed = part.drop { $0 == " " }
            let end = trimmed.lastIndex { $0 != " " }.map(trimmed.index(after:)) ?? trimmed.startIndex
            let text = trimmed[trimmed.startIndex..<end]
            let start = value.utf8.distance(from: value.startIndex, to: text.startIndex)
            parts.append(Located(String(text), at: block.span(start..<start + text.utf8.count)))
        }
        return parts
    }

    /// The value as a filter.
    var filter: Filter { Filter(BlockText(inline: value, at: span)) }
}
