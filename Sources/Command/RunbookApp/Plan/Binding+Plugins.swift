package import RunbookEngine
package import RunbookRun

extension Binding {
    /// The handlers that carry out steps of the runbook or look at its targets, as plans and journals tell them.
    package func plugins(in registry: HandlerRegistry) -> [Plan.Plugin] {
        handlerIdentities(in: registry).map { handler in
            Plan.Plugin(name: handler.name, manifest: handler.manifestHash, executable: handler.codeHash)
        }
    }
}
