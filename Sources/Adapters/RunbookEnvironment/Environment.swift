package import Files
package import RunbookModel

/// An environment: where the targets of runbooks are, read from its file and free of secrets.
package struct Environment: Sendable {
    /// The name: the file's, without folder and ending.
    package let name: String
    /// The file as it was named or found.
    package let file: String
    /// The file's real path.
    package let path: String
    /// How it was found.
    package let origin: EnvironmentOrigin
    /// Who chose the files that it names.
    package let fileTrust: FileTrust
    /// The file's text.
    package let source: SourceText
    /// The SHA-256 of the text in lowercase hexadecimal digits.
    package let sha256: String
    /// What the author says about it.
    package let description: String?
    /// Whether its name is typed before a run.
    package let isProtected: Bool
    /// Whether everything in it may be lost; only where every address is on this machine.
    package let isDisposable: Bool
    /// The control endpoint of the sandbox that it describes; nil for real systems.
    package let sandbox: Located<String>?
    /// How long questions and answers hold good where their step does not say; nil for ever.
    package let gatesExpire: Duration?
    /// The rules of notices about a run.
    package let notices: [NoticeRule]
    /// The targets in the order of the file.
    package let targets: [EnvironmentTarget]
    /// Values of parameters in the order of the file.
    package let parameters: [EnvironmentParameter]

    /// The target of a name.
    package func target(_ name: String) -> EnvironmentTarget? { targets.first { $0.name.value == name } }

    /// The value of a parameter.
    package func parameter(_ name: String) -> EnvironmentParameter? { parameters.first { $0.name.value == name } }
}
