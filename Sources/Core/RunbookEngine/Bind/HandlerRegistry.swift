package import RunbookPlugin

/// The handlers of this process, and which of them takes a block.
package struct HandlerRegistry: Sendable {
    /// The handlers in the order they are asked.
    package let handlers: [any Handler]
    /// The kinds of target that some handler uses.
    package let kinds: TargetKinds

    /// Makes a registry of handlers.
    package init(_ handlers: [any Handler]) {
        self.handlers = handlers
        kinds = TargetKinds(handlers.map(\.manifest))
    }

    /// This registry with more handlers, which are asked last.
    package func adding(_ more: [any Handler]) -> HandlerRegistry {
        HandlerRegistry(handlers + more)
    }

    /// The handler that takes a block of this language for this kind of target.
    ///
    /// - Parameter beginsWithRequest: Whether the content begins with `METHOD path`, which some languages must.
    package func handler(language: String, targetKind: String, beginsWithRequest: Bool) -> (any Handler)? {
        handlers.first { handler in
            handler.manifest.languages.contains { taken in
                taken.name == language && taken.targetKind == targetKind
                    && (beginsWithRequest || !taken.mustBeRequest)
            }
        }
    }

    /// The handler whose blocks are named by `uses: FAMILY/NAME`.
    package func handler(ofFamily family: String) -> (any Handler)? {
        handlers.first { $0.manifest.family == family }
    }

    /// The families of all handlers.
    package var families: [String] { handlers.compactMap(\.manifest.family) }

    /// The handler that knows how to look at a kind of target.
    package func examiner(ofKind kind: String) -> (any Handler)? {
        handlers.first { $0.manifest.targetKinds.contains { $0.name == kind } }
    }

    /// What is known of a kind of target.
    package func targetKind(_ name: String) -> TargetKind? { kinds.known(name) }

    /// The kinds of target that some handler knows.
    package var targetKinds: [String] { kinds.all.map(\.name) }

    /// The languages that some handler takes for a kind of target.
    package func languages(forTargetKind kind: String) -> [String] {
        handlers.flatMap { $0.manifest.languages.filter { $0.targetKind == kind }.map(\.name) }
    }
}
