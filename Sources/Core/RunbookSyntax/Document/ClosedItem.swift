import RunbookModel

/// An item that has ended: a block below it may have been meant as a part of it.
struct ClosedItem {
    /// Its directive; nil when it has none.
    let directive: SourceSpan?
    /// The column of the item's mark, tabs counted as far as they reach.
    let mark: Int
    /// The column of its content.
    let content: Int
    /// Whether the directive says something of a step.
    let isReached: Bool
    /// Whether the directive made a manual step of the item, in which its blocks are only shown.
    let isManual: Bool
    /// The title and the number that a block in it would have.
    let title: Template?
    let number: String?
    /// Its text, as far as no step took it.
    let prose: Template?
    /// Whether its text ends with a colon and has led to no step.
    let leads: Bool
    /// Whether nothing but the end of the list was met since.
    var isAdjacent = true

    /// Whether a block that begins in a column was certainly meant as a part of the item.
    func claims(column: Int) -> Bool {
        if column >= content { return false }
        // A block between the columns of the mark and the content is in nothing that people mean.
        return column > mark || !isReached || (isManual && isAdjacent)
    }
}
