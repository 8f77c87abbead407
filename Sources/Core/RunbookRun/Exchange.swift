package import RunbookModel

/// One request of a step and what became of it.
package struct Exchange: Sendable, Hashable {
    /// What was asked.
    package let action: ActionRecord
    /// When it was sent.
    package let sent: Timestamp
    /// What came back; nil as long as nothing did.
    package var response: ResponseRecord?
    /// What came instead of the response, from the target that refused it or from a gateway; it says nothing of what was
    /// done.
    package var notice: ResponseRecord?
    /// Whether it certainly had no effect.
    package var isRefused = false
    /// Whether it took effect, as somebody found out who looked after the target was silent.
    package var settled: Bool?

    /// Whether it is sent again under its token, so that the answer to the last one is the answer to all of them.
    package var isRepeated = false

    /// Whether it changed its target.
    package var applied: Applied {
        if action.effect == .read || isRefused && !isRepeated { return .no }
        if let response { return response.applied }
        return settled.map { $0 ? .yes : .no } ?? .partly
    }

    /// Whether it may have changed its target, and nobody knows.
    package var isUnanswered: Bool { applied == .partly && response == nil }

    /// Whether the next attempt continues after it, or with it.
    var isCarriedOn: Bool { action.effect > .read && (isDone || isRepeated) }

    /// Whether it is done, so that an attempt that continues does not send it again.
    package var isDone: Bool { response != nil || settled == true }
}
