import RunbookBodies
import RunbookModel
import RunbookPlugin

extension Binder {
    /// Finds the handler that a block names by `uses: FAMILY/NAME`, and checks the block's keys.
    ///
    /// - Parameter kind: The kind of the targets that the step acts on; nil when that is not known.
    mutating func handler(
        named uses: UsesLine, of text: BlockText, kind: String?
    ) -> (handler: any Handler, operation: Located<String>)? {
        let place = text.span(uses.range)
        guard let handler = registry.handler(ofFamily: uses.family) else {
            let families = registry.families
            reportUnknown(
                "handler/unknown", "unknown handler `\(VisibleText.visible(uses.text))`", uses.family, at: place,
                among: families, noun: "family of `uses: FAMILY/NAME`")
            return nil
        }
        guard let name = uses.name, let operation = handler.operation(name) else {
            report(
                "handler/unknown-operation", "`\(uses.family)` has no `\(VisibleText.visible(uses.name ?? ""))`",
                at: place,
                help: Suggestion.help(for: uses.name ?? "", among: handler.operationNames, noun: "name"))
            return nil
        }
        if let kind, kind != operation.targetKind {
            report(
                "handler/wrong-kind",
                "`\(uses.text)` is for targets of the kind `\(operation.targetKind)`, but the target of this "
                    + "step has the "
                    + "kind `\(kind)`",
                at: place, help: "choose a target of the kind `\(operation.targetKind)`: `on=NAME`")
            return nil
        }
        let (tree, problem) = YAMLBody.tree(text)
        if let problem { add([problem]) }
        guard let tree else { return nil }
        let problems = OperationCheck.check(tree, against: operation, as: Located(uses.text, at: place))
        add(problems + LiteralSecret.notes(in: tree) + Placeholder.notes(in: tree))
        return problems.isEmpty ? (handler, Located(name, at: place)) : nil
    }
}
