internal import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// A handler that is a program of its own: one process a call.
///
/// What the manifest says is all that checking and planning need, so they start no process; only `perform`, `probe` and
/// `examine` do, in a run.
package struct ExternalHandler: Handler {
    /// The plugin's folder.
    package let folder: PluginFolder
    private let home: String?

    /// Makes a handler of a folder that was looked at.
    ///
    /// - Parameter home: The operator's home folder, which the program gets.
    package init(_ folder: PluginFolder, home: String?) {
        self.folder = folder
        self.home = home
    }

    package var manifest: Manifest { folder.manifest }

    package var codeHash: String? { folder.hash }

    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        await perform(action, on: target, timeout: timeout) { _ in }
    }

    package func perform(
        _ action: Action, on target: Target?, timeout: Duration, progress: @escaping @Sendable (String) -> Void
    ) async -> Outcome {
        guard let target else { return .refused(Refusal(reason: "there is no target", isPermanent: true)) }
        let request = WireRequest(.perform, action: action, target: target, timeout: timeout)
        switch await call(request, progress: progress) {
        case .outcome(.answered(let answer)): return .answered(answer)
        case .outcome(.refused(let refusal)): return .refused(refusal)
        case .outcome(.unknown(let reason)): return .unknown(reason: reason)
        case .outcome(.examined), .outcome(.probed):
            return .unknown(reason: "the plugin returned an outcome that belongs to another call")
        case .notStarted(let reason): return .refused(Refusal(reason: reason, isPermanent: true))
        case .lost(let reason): return .unknown(reason: reason)
        }
    }

    package func probe(_ action: Action, on target: Target?, timeout: Duration) async -> Probe? {
        guard manifest.calls.contains(.probe), let target,
            case .outcome(.probed(let probe)) = await call(
                WireRequest(.probe, action: action, target: target, timeout: timeout))
        else { return nil }
        return Probe(state: probe.state, detail: masked(probe.detail, for: target))
    }

    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        let address = address(of: target)
        guard manifest.calls.contains(.examine) else { return Examination(address: address) }
        let reason: String
        switch await call(WireRequest(.examine, target: target, timeout: timeout)) {
        case .outcome(.examined(let said)): return examination(said, of: target, address: address)
        case .outcome(.refused(let refusal)): reason = refusal.reason
        case .outcome(.unknown(let why)): reason = why
        case .outcome(.answered), .outcome(.probed):
            reason = "the plugin returned an outcome that belongs to another call"
        case .notStarted(let why), .lost(let why): reason = why
        }
        return Examination(
            address: address,
            diagnostics: [
                Diagnostic(
                    "target/unreachable",
                    "the target `\(target.name)` cannot be checked: \(masked(reason, for: target))", at: nil,
                    help:
                        "check the target in the environment file, and the plugin `\(manifest.name)` in \(folder.path)")
            ])
    }

    private func examination(_ said: WireExamination, of target: Target, address: String) -> Examination {
        Examination(
            address: said.address.map { masked($0, for: target) } ?? address,
            identity: said.identity.map { masked($0, for: target) },
            product: said.product.map { masked($0, for: target) },
            diagnostics: said.problems.map { problem in
                Diagnostic(
                    "target/unusable", "the target `\(target.name)`: \(masked(problem.message, for: target))", at: nil,
                    help: masked(problem.help, for: target))
            })
    }

    private func call(
        _ request: WireRequest, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async -> PluginProcess.End {
        guard folder.isUnchanged else {
            return .notStarted(reason: "the plugin in \(folder.path) changed after the command started")
        }
        return await PluginProcess(
            executable: folder.executable, directory: folder.path, environment: request.environment(home: home),
            progress: progress
        ).call(request)
    }

    /// What a plugin says before the engine masks it may hold a credential that it was given.
    private func masked(_ text: String, for target: Target) -> String {
        VisibleText.visible(Masker(secrets: target.secrets.values.map { $0.reveal() }).masked(text), keepsLines: true)
    }

    /// Where a target is, as far as its settings tell.
    private func address(of target: Target) -> String {
        let kind = manifest.targetKinds.first { $0.name == target.kind }
        return kind?.place(settings: target.settings, properties: target.properties)
            ?? "\(target.kind):\(target.name)"
    }
}
