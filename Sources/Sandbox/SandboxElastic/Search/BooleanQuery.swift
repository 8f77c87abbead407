/// Queries that are joined: all of some, any of others, none of the rest.
struct BooleanQuery: Sendable {
    var must: [Query] = []
    /// Must match too, without a score.
    var filter: [Query] = []
    var should: [Query] = []
    var mustNot: [Query] = []
    /// How many of `should` must match, as a number or a share; nil for what `minimum` says.
    var minimumShouldMatch: String?
    var boost: Float = 1

    /// The number of `should` that must match: at least one where nothing else must.
    var minimum: Int {
        if should.isEmpty { return 0 }
        let least = must.isEmpty && filter.isEmpty ? 1 : 0
        guard let text = minimumShouldMatch else { return least }
        let count: Int
        if text.hasSuffix("%") {
            let percent = min(max(Int(text.dropLast()) ?? 0, -100), 100)
            let share = should.count * abs(percent) / 100
            count = percent < 0 ? should.count - share : share
        } else {
            let number = Int(text) ?? 1
            count = number < 0 ? max(should.count + max(number, -should.count), 0) : number
        }
        return max(count, least)
    }
}
