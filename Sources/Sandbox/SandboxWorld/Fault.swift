/// Something that goes wrong on purpose, for tests of those who talk to the sandbox.
package struct Fault: Sendable, Hashable {
    /// What goes wrong.
    package enum Kind: Sendable, Hashable {
        /// Connections are refused until the faults are set again.
        case refuse
        /// This answer instead of the system's.
        case answer(status: Int, body: [UInt8])
        /// The answer comes this much later, in real time.
        case delay(Duration)
        /// The connection ends after so many bytes of the body of the response.
        case cut(after: Int)
        /// The connection ends in order, without an answer.
        case close
        /// The connection is reset, without an answer.
        case reset
        /// Bytes that are not HTTP come back.
        case garbage
        /// No answer comes.
        case hang
        /// No packet gets from this system to another, until the faults are set again; clients notice nothing.
        case partition(from: String)

        /// Whether single requests meet it; the others last until the faults are set again.
        var meetsRequests: Bool {
            switch self {
            case .refuse, .partition: false
            default: true
            }
        }
    }

    /// What goes wrong.
    package var kind: Kind
    /// Whether the system does what it was asked before it goes wrong; a refused connection never asks.
    package var isApplied: Bool
    /// How many requests it still meets.
    package var times: Int
    /// The beginning of `METHOD TARGET` that a request must have to meet it; empty for every request.
    package var match: String
    /// How many requests that fit it pass before it meets one.
    package var skip = 0
    /// The seconds of the header `Retry-After` of an answer; nil for none.
    package var retryAfter: Int?

    /// Makes a fault.
    package init(_ kind: Kind, isApplied: Bool = false, times: Int = 1, match: String = "") {
        self.kind = kind
        self.isApplied = isApplied
        self.times = times
        self.match = match
    }
}
