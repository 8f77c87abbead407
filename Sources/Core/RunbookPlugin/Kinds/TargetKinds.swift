/// The kinds of target that a process knows: those that handlers use.
package struct TargetKinds: Sendable {
    /// The kinds in the order of the handlers; each once, however many handlers use it.
    package let all: [TargetKind]

    /// Gathers the kinds of handlers.
    package init(_ manifests: [Manifest]) {
        var all: [TargetKind] = []
        for kind in manifests.flatMap(\.targetKinds) where !all.contains(where: { $0.name == kind.name }) {
            all.append(kind)
        }
        self.all = all
    }

    /// The kind of a name.
    package func known(_ name: String) -> TargetKind? { all.first { $0.name == name } }
}
