package import RunbookModel
package import RunbookPlugin

/// The contract of handlers as a test: what holds for every handler, built in or not, whatever it does.
///
/// It performs the handler's own examples, but only on targets that are not there.
package struct HandlerContract: Sendable {
    /// A secret that a handler is given and must never show.
    package static let canary = "canary-7f3a91c5"

    /// What is tested.
    let handler: any Handler
    /// The names that blocks may use as values besides those of targets.
    let names: [String]
    /// Targets where nothing answers, by their kinds, with `canary` for each secret.
    let targets: [String: Target]
    /// How long one call may take; what is slower hangs.
    let patience: Duration

    /// Makes a test of a handler.
    ///
    /// - Parameters:
    ///   - names: The values that its examples use.
    ///   - targets: A target where nothing answers for each kind that its languages are for.
    package init(
        _ handler: any Handler, names: [String] = [], targets: [Target], patience: Duration = .seconds(60)
    ) {
        self.handler = handler
        self.names = names
        self.targets = Dictionary(targets.map { ($0.kind, $0) }) { first, _ in first }
        self.patience = patience
    }

    /// Tests everything; empty when the handler keeps the contract.
    package func check() async -> [Diagnostic] {
        let manifest = manifestProblems()
        // A manifest that is wrong makes nonsense of all that follows.
        if !manifest.isEmpty { return manifest }
        return prepareProblems() + (await performProblems())
    }

    /// Tests what the handler makes of blocks: of its examples, and of garbage.
    package func prepareProblems() -> [Diagnostic] { exampleProblems() + garbageProblems() }

    private func manifestProblems() -> [Diagnostic] {
        handler.manifest.problems.map {
            Diagnostic("plugin/manifest", "the manifest cannot be used: \($0)", at: nil, help: "correct `plugin.json`")
        }
    }

    /// A step with a block, as the engine gives it to a handler.
    func draft(
        _ content: String, language: String, keys: [Manifest.Example.Setting] = [], isVerify: Bool = false,
        kind: String
    ) -> StepDraft {
        let block = block(content)
        let target = targets[kind]?.name ?? "target"
        return StepDraft(
            language: Located(language, at: block.span), text: block, operation: operation(of: content, in: language),
            keys: keys.map {
                .init(name: Located($0.name, at: block.span), value: Located($0.value, at: block.span))
            }, isVerify: isVerify, targets: [target], names: [target] + names)
    }

    /// The kind of target that an example is for.
    func kind(of example: Manifest.Example) -> String {
        if let operation = operation(of: example.content, in: example.language) {
            return handler.operation(operation.value)?.targetKind ?? ""
        }
        return handler.manifest.languages.first { $0.name == example.language }?.targetKind ?? ""
    }

    /// What a block asks for by `uses`, where it is the handler's.
    private func operation(of content: String, in language: String) -> Located<String>? {
        guard language == "yaml", let uses = UsesLine(content), uses.family == handler.manifest.family,
            let name = uses.name
        else { return nil }
        return Located(name, at: block(content).span(uses.range))
    }

    private func block(_ content: String) -> BlockText {
        let source = SourceText(file: "contract.md", text: content)
        return BlockText(
            file: source.file, text: content, origins: source.lineStarts.map { source.position(at: $0) })
    }

    /// What the handler makes of an example.
    func preparation(of example: Manifest.Example) -> Preparation {
        handler.prepare(
            draft(
                example.content, language: example.language, keys: example.keys, isVerify: example.isVerify,
                kind: kind(of: example)))
    }

    func problem(_ code: String, _ message: String, _ help: String) -> Diagnostic {
        Diagnostic(code, "`\(handler.manifest.name)`: \(message)", at: nil, help: help)
    }
}
