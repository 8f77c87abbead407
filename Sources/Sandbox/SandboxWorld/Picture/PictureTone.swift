/// How a thing of a picture is doing.
package enum PictureTone: String, Sendable, Hashable, Comparable {
    /// It is as it should be.
    case good
    /// It works, and should be put right all the same.
    case finding
    /// It is not there yet.
    case missing
    /// It is being made, changed or deleted.
    case building
    /// It stops packets, or has failed.
    case broken

    /// From good to bad.
    package static func < (left: PictureTone, right: PictureTone) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .good: 0
        case .finding: 1
        case .missing: 2
        case .building: 3
        case .broken: 4
        }
    }
}
