/// The kinds of target that a process knows.
package struct TargetKinds: Sendable {
    /// Those that handlers act on, in the handlers' order; each once, however many act on it.
    package let known: [TargetKind]
    /// Those that environment files may hold although no handler acts on them yet.
    package let reserved: [TargetKind]

    /// Gathers the kinds of handlers.
    package init(_ manifests: [Manifest], reserved: [TargetKind] = []) {
        var known: [TargetKind] = []
        for kind in manifests.flatMap(\.targetKinds) where !known.contains(where: { $0.name == kind.name }) {
            known.append(kind)
        }
        self.known = known
        self.reserved = reserved.filter { kind in !known.contains { $0.name == kind.name } }
    }

    /// All of them.
    package var all: [TargetKind] { known + reserved }

    /// The kind of a name that some handler acts on.
    package func known(_ name: String) -> TargetKind? { known.first { $0.name == name } }
}
