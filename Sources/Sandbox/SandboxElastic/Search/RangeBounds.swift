internal import OrderedJSON

/// The ends of a range, each of which may be open.
struct RangeBounds: Sendable {
    var lower: JSON?
    var upper: JSON?
    var includesLower = true
    var includesUpper = true

    /// Whether a number lies between numbers.
    func contains(_ value: Double, from lower: Double?, to upper: Double?) -> Bool {
        if let lower, includesLower ? value < lower : value <= lower { return false }
        if let upper, includesUpper ? value > upper : value >= upper { return false }
        return true
    }

    /// The bounds as the terms that truth values are indexed as.
    var forTruthValues: RangeBounds {
        var bounds = self
        func term(_ bound: JSON) -> JSON { .string((bound.string ?? bound.text()) == "true" ? "T" : "F") }
        bounds.lower = lower.map(term)
        bounds.upper = upper.map(term)
        return bounds
    }

    /// Whether a term lies between terms, by their bytes.
    func contains(_ term: String) -> Bool {
        func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
        if let bound = lower?.string ?? lower?.text() {
            if precedes(term, bound) || (!includesLower && term == bound) { return false }
        }
        if let bound = upper?.string ?? upper?.text() {
            if precedes(bound, term) || (!includesUpper && term == bound) { return false }
        }
        return true
    }
}
