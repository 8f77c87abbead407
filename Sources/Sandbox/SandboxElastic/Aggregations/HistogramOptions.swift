internal import OrderedJSON

/// How numbers or dates are sorted into groups of the same width.
struct HistogramOptions: Sendable {
    /// What makes the groups.
    enum Width: Sendable {
        /// Each is so wide, and one begins at the offset.
        case number(interval: Double, offset: Double)
        case date(DateRounding)
    }

    var width: Width
    /// What is wrong with the request, and only the shards notice.
    var late: ElasticError?
    /// Groups with fewer documents are omitted; with 0 those between others are listed too.
    var minimumCount = 0
    /// Between what groups are listed even without documents, as the request says it.
    var bounds: (lower: JSON?, upper: JSON?)?
    /// Beyond what no group is shown.
    var hardBounds: (lower: JSON?, upper: JSON?)?
    /// Whether the groups are members of an object, named by their keys.
    var isKeyed = false
    /// The pattern of the keys' texts.
    var format: String?
    /// What a document without a value counts as.
    var missing: JSON?
    /// The most important first; by the key where nothing is said.
    var order: [(key: String, isDescending: Bool)] = []

    /// Whether dates are meant.
    var isOfDates: Bool {
        if case .date = width { true } else { false }
    }

    /// The first number of the group that a number belongs to.
    func group(of number: Double) -> Double {
        switch width {
        case .number(let interval, let offset):
            return ((number - offset) / interval).rounded(.down) * interval + offset
        case .date(let rounding): return Double(rounding.floor(HistogramOptions.milliseconds(number)))
        }
    }

    /// The group behind another one.
    func next(_ group: Double) -> Double {
        switch width {
        case .number(let interval, let offset):
            return (((group - offset) / interval).rounded() + 1) * interval + offset
        case .date(let rounding): return Double(rounding.next(HistogramOptions.milliseconds(group)))
        }
    }

    /// Whether a group is shown: those of numbers up to the upper bound, those of dates only before its own group.
    func isInside(_ group: Double, lower: Double?, upper: Double?) -> Bool {
        let lower = isOfDates ? lower.map(self.group) : lower
        let upper = isOfDates ? upper.map(self.group) : upper
        if let lower, group < lower { return false }
        guard let upper else { return true }
        return isOfDates ? group < upper : group <= upper
    }

    /// A number as a moment, in the bounds of dates.
    static func milliseconds(_ number: Double) -> Int {
        let furthest = Double(ISODate.longest)
        return Int(min(max(number, -furthest), furthest))
    }

    /// The server's error for a width that no group can have, which only the shards notice.
    var problem: ElasticError? {
        if let late { return late }
        return switch width {
        case .number(let interval, _) where interval <= 0:
            .illegalArgument("interval must be positive, got: \(JavaNumber.text("\(interval)"))")
        case .date(let rounding): rounding.problem
        case .number: nil
        }
    }
}
