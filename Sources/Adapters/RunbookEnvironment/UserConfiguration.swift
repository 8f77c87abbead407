internal import Files
package import RunbookModel
internal import RunbookPlugin
internal import YAML

/// What an operator says for all runs, in `runbook/config.yaml` of the folder of configurations.
package struct UserConfiguration: Sendable {
    /// Which occasions are sent to people, and how.
    package let notices: [NoticeRule]
    /// The file, for messages.
    package let source: SourceText

    /// Reads the file; nil when there is none.
    ///
    /// - Parameter variables: The process's environment, for `XDG_CONFIG_HOME` and `HOME`.
    /// - Throws: `EnvironmentProblems` with everything that is wrong with it.
    package static func read(_ variables: [String: String]) throws(EnvironmentProblems) -> UserConfiguration? {
        guard let folder = EnvironmentSearch.configuration(variables) else { return nil }
        let file = FilePath.join(folder, "runbook/config.yaml")
        guard FilePath.exists(file) else { return nil }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileReader.read(file, .own, limit: YAMLNode.maximumBytes)
        } catch {
            let diagnostic = Diagnostic(
                "environment/unreadable", .error, "cannot read the configuration `\(file)`: \(error.reason)", at: nil,
                help: "make it a file that you may read, or remove it")
            throw EnvironmentProblems(diagnostics: [diagnostic], source: nil)
        }
        let source = SourceText(file: file, bytes: bytes)
        var reader = EnvironmentReader(source: source, folder: FilePath.folder(file), kinds: TargetKinds([]))
        guard let notices = reader.configuredNotices() else {
            throw EnvironmentProblems(diagnostics: reader.diagnostics, source: reader.shownSource)
        }
        return UserConfiguration(notices: notices, source: source)
    }
}
