/// What an action does to its target, from harmless to dear.
public enum Effect: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Changes nothing.
    case read
    /// Changes something that can be changed back.
    case write
    /// Destroys something; asked about.
    case destroy
    /// Costs money; asked about.
    case spend

    /// Orders by how much care it needs.
    public static func < (left: Effect, right: Effect) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .read: 0
        case .write: 1
        case .destroy: 2
        case .spend: 3
        }
    }
}
