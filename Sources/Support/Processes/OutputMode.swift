/// How a child's standard output is taken.
package enum OutputMode: Sendable, Hashable {
    /// Kept for the result up to `limit` bytes; the rest is counted and dropped, and the child never blocks.
    case collect(limit: Int)
    /// Read while the child lives; a child that is `limit` bytes ahead of its reader blocks.
    case stream(limit: Int)

    var limit: Int {
        switch self {
        case .collect(let limit), .stream(let limit): limit
        }
    }
}
