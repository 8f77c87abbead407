import Digests
import OrderedJSON
import RunbookModel
package import RunbookPlugin

/// Which handler it is, so that another one of the same name is noticed.
package struct HandlerIdentity: Sendable, Hashable {
    /// The handler's name.
    package let name: String
    /// The handler's version.
    package let version: String
    /// The SHA-256 of its manifest, in hexadecimal digits.
    package let manifestHash: String
    /// The SHA-256 of its files, in hexadecimal digits; nil for one that is part of the tool.
    package let codeHash: String?

    /// Takes the identity of a handler.
    package init(_ handler: any Handler) {
        let manifest = handler.manifest
        name = manifest.name
        version = manifest.version
        manifestHash = SHA256.hex(manifest.json.text())
        codeHash = handler.codeHash
    }
}

extension Binding {
    /// The handlers that carry out steps of the runbook or look at its targets, sorted by name.
    package func handlerIdentities(in registry: HandlerRegistry) -> [HandlerIdentity] {
        let examiners = runbook.declaration.targets.compactMap { registry.examiner(ofKind: $0.kind.value) }
        let steps = all.flatMap { $0.steps + $0.outside }
        var seen: Set<String> = []
        return (steps.compactMap(\.handler) + examiners).filter { seen.insert($0.manifest.name).inserted }
            .map { HandlerIdentity($0) }.sorted { $0.name < $1.name }
    }
}
