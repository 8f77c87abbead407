internal import Files
internal import OrderedJSON
package import RunbookModel

extension Environment {
    /// The targets that a runbook declares, with their secrets; not of an environment that is not trusted.
    ///
    /// The only step that reads variables and files and runs programs. Targets that are not there are omitted, for
    /// `problems(for:)` names them.
    ///
    /// - Throws: `EnvironmentProblems` with every credential and file that cannot be had, or with what the file must
    ///   not name.
    package func targets(
        for declarations: [TargetDeclaration], resolver: SecretResolver
    ) async throws(EnvironmentProblems) -> [Target] {
        // Here, where every way into a run passes.
        let distrust = trustProblems
        if !distrust.isEmpty { throw EnvironmentProblems(diagnostics: distrust, source: source) }
        var targets: [Target] = []
        var problems: [Diagnostic] = []
        for declaration in declarations {
            guard let target = target(declaration.name.value) else { continue }
            problems += target.unreadableFiles(fileTrust)
            let (secrets, failures) = await target.secrets(with: resolver)
            problems += failures
            targets.append(
                target.target(
                    secrets: secrets, requirements: declaration.requirementValues, isEmulated: sandbox != nil))
        }
        if !problems.isEmpty { throw EnvironmentProblems(diagnostics: problems, source: source) }
        return targets
    }

    /// The targets that a runbook declares, without secrets: enough to check and to plan.
    package func targetsWithoutSecrets(for declarations: [TargetDeclaration]) -> [Target] {
        declarations.compactMap { declaration in
            target(declaration.name.value)?.target(
                secrets: [:], requirements: declaration.requirementValues, isEmulated: sandbox != nil)
        }
    }
}

extension EnvironmentTarget {
    /// The largest file of certificates: the system's own has a quarter of it.
    private static let mostBytesOfFile = 1 << 20

    /// Files that could not be read when they are needed; a connection that is kept would hide it.
    fileprivate func unreadableFiles(_ trust: FileTrust) -> [Diagnostic] {
        files.compactMap { file in
            do throws(FileFailure) {
                _ = try FileReader.read(file.value, trust, limit: EnvironmentTarget.mostBytesOfFile)
                return nil
            } catch {
                return Diagnostic(
                    "environment/unreadable", .error, "cannot read the file `\(file.value)`: \(error.reason)",
                    at: file.span, help: "a relative path starts at the folder of the environment file")
            }
        }
    }

    fileprivate func secrets(with resolver: SecretResolver) async -> ([String: Secret], [Diagnostic]) {
        var secrets: [String: Secret] = [:]
        var problems: [Diagnostic] = []
        for credential in credentials {
            do throws(SecretResolver.Failure) {
                secrets[credential.name] = try await resolver.secret(from: credential.source)
            } catch {
                problems.append(
                    Diagnostic(
                        "environment/credential", .error,
                        "no `\(credential.name)` for `\(name.value)`: \(error.message)", at: credential.span,
                        help: error.help))
            }
        }
        return (secrets, problems)
    }
}

extension TargetDeclaration {
    fileprivate var requirementValues: JSONObject {
        JSONObject(requirements.map { JSONObject.Member(name: $0.name.value, value: $0.value.value) })
    }
}
