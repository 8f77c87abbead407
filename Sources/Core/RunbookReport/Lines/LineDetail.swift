/// How much of what comes back is shown during a run.
package enum LineDetail: Int, Sendable, Comparable {
    /// What became of each step.
    case steps
    /// Also the responses of reads, and the values that are captured.
    case responses
    /// Also each request and response as it goes.
    case exchanges

    /// The detail that so many `-v` ask for.
    package init(count: Int) { self = count > 1 ? .exchanges : count == 1 ? .responses : .steps }

    /// Whether one tells less than another.
    package static func < (left: LineDetail, right: LineDetail) -> Bool { left.rawValue < right.rawValue }
}
