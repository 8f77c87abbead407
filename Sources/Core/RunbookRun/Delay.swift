/// Why a request was not done yet: a resource was being built, or a target was busy.
package struct Delay: Sendable, Hashable {
    /// The request.
    package let place: ActionPlace
    /// What was said, such as `cbn.Cen is Creating`.
    package let reason: String
    /// When it was said first.
    package let since: Timestamp
    /// When it was said last.
    package var last: Timestamp
    /// How often it was said in a row.
    package var tries = 1

    /// The most reasons that are kept of one step.
    static let most = 100

    /// Makes a delay that was seen once.
    package init(place: ActionPlace, reason: String, since: Timestamp) {
        self.place = place
        self.reason = reason
        self.since = since
        last = since
    }
}

extension StepRecord {
    /// Keeps why a request was not done yet; the same reason in a row is counted.
    mutating func delay(_ place: ActionPlace, because reason: String, at time: Timestamp) {
        if let position = delays.lastIndex(where: { $0.place == place }), delays[position].reason == reason {
            delays[position].last = time
            delays[position].tries += 1
        } else if delays.count < Delay.most {
            delays.append(Delay(place: place, reason: reason, since: time))
        }
    }
}
