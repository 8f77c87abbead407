package import RunbookPlugin

/// The handlers of this process, and which of them takes a block.
package struct HandlerRegistry: Sendable {
    /// The handlers in the order they are asked.
    package let handlers: [any Handler]

    /// Makes a registry of handlers.
    package init(_ handlers: [any Handler]) { self.handlers = handlers }

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

    /// The handler that knows how to look at a kind of target.
    package func examiner(ofKind kind: String) -> (any Handler)? {
        handlers.first { $0.manifest.targetKinds.contains { $0.name == kind } }
    }

    /// What is known of a kind of target.
    package func targetKind(_ name: String) -> Manifest.TargetKind? {
        handlers.lazy.flatMap(\.manifest.targetKinds).first { $0.name == name }
    }

    /// The kinds of target that some handler knows.
    package var targetKinds: [String] { handlers.flatMap { $0.manifest.targetKinds.map(\.name) } }

    /// The languages that some handler takes for a kind of target.
    package func languages(forTargetKind kind: String) -> [String] {
        handlers.flatMap { $0.manifest.languages.filter { $0.targetKind == kind }.map(\.name) }
    }
}
