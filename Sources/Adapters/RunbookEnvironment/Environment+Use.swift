internal import OrderedJSON
package import RunbookModel
internal import RunbookPlugin

extension Environment {
    /// What hinders a runbook in this environment.
    ///
    /// Targets that are missing, of another kind or not usable yet, and secret parameters whose value is written out.
    /// Targets that the runbook does not use are not looked at.
    ///
    /// - Parameter dispensable: Targets that need not be in it.
    package func problems(for declaration: Declaration, without dispensable: Set<String> = []) -> [Diagnostic] {
        let targets = declaration.targets.filter {
            target($0.name.value) != nil || !dispensable.contains($0.name.value)
        }
        return targets.flatMap { problems(of: $0) } + declaration.parameters.flatMap { problems(of: $0) }
    }

    /// The source as messages may show it: the values of secret parameters are blanked.
    package func shownSource(for declaration: Declaration) -> SourceText {
        let secrets = declaration.parameters.filter(\.isSecret).compactMap { parameter($0.name.value) }
        return source.blanking(secrets.map { $0.value.span.start.offset..<$0.value.span.end.offset })
    }

    private func problems(of declared: TargetDeclaration) -> [Diagnostic] {
        let name = declared.name.value
        guard let target = target(name) else {
            let known = Suggestion.help(for: name, among: targets.map(\.name.value), noun: "target in `\(file)`")
            return [
                Diagnostic(
                    "environment/missing-target", .error, "the environment `\(self.name)` has no target `\(name)`",
                    at: declared.name.span, help: "add `\(name)` under `targets` in `\(file)`", known)
            ]
        }
        if target.kind.value.name != declared.kind.value {
            let related = Diagnostic.Related(
                span: declared.kind.span, message: "the runbook declares the kind `\(declared.kind.value)`")
            return [
                Diagnostic(
                    "environment/wrong-kind", .error, "the target `\(name)` has the kind `\(target.kind.value.name)`",
                    at: target.kind.span, help: "correct the kind, or give the target another name", related: [related])
            ]
        }
        return unverified(target)
    }

    private func unverified(_ target: EnvironmentTarget) -> [Diagnostic] {
        let isSecured = target.addresses.contains { $0.text.value.lowercased().hasPrefix("https://") }
        guard isSecured, !target.isVerified else { return [] }
        return [
            Diagnostic(
                "environment/not-verified", .warning,
                "the certificate of `\(target.name.value)` is not verified: any server at its address would "
                    + "receive the credentials",
                at: target.name.span, help: "write the certificate of its authority instead: `tls: { ca: FILE }`")
        ]
    }

    private func problems(of declared: ParameterDeclaration) -> [Diagnostic] {
        guard declared.isSecret, let value = parameter(declared.name.value), value.secretSource == nil else {
            return []
        }
        return [
            Diagnostic(
                "environment/literal-secret", .error,
                "the file contains the value of the secret parameter `\(declared.name.value)`",
                at: value.name.span,
                help: "write where it comes from: `{ env: VARIABLE }`, `{ file: PATH }` or `{ command: [PROGRAM] }`")
        ]
    }
}
