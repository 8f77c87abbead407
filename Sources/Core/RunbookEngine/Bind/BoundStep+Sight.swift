import RunbookModel

extension BoundStep {
    /// Whether one of its requests may miss what another step has written just before, because nothing is refreshed.
    func seesLate(_ write: ActionTemplate) -> Bool {
        var isSeen = write.makesSeen
        for action in actions {
            if action.makesSeen { isSeen = true }
            if action.seesLate, !isSeen { return true }
        }
        return false
    }
}
