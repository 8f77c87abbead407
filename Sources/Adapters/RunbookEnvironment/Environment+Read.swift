internal import Files
package import RunbookModel
package import RunbookPlugin
internal import YAML

extension Environment {
    /// The kinds of target that environment files know themselves.
    package static let ownKinds = TargetKind.all.map(\.name)

    /// Reads an environment file; what it names (files, variables, programs, servers) is not touched.
    ///
    /// - Parameter plugins: The manifests of plugins that bring kinds of target of their own.
    /// - Returns: The environment and its warnings.
    /// - Throws: `EnvironmentProblems` with everything that is wrong with the file.
    package static func read(
        _ file: EnvironmentFile, plugins: [Manifest] = []
    ) throws(EnvironmentProblems) -> (Environment, [Diagnostic]) {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileReader.read(file.file, file.trust, limit: YAMLNode.maximumBytes)
        } catch {
            let diagnostic = Diagnostic(
                "environment/unreadable", .error, "cannot read the environment file `\(file.file)`: \(error.reason)",
                at: nil, help: "give the path of a file, or the name of an environment without `/` and `.yaml`")
            throw EnvironmentProblems(diagnostics: [diagnostic], source: nil)
        }
        return try read(file, source: SourceText(file: file.file, bytes: bytes), plugins: plugins)
    }

    /// Reads the text of an environment file, as `read(_:)`.
    ///
    /// - Throws: `EnvironmentProblems` with everything that is wrong with the text.
    package static func read(
        _ file: EnvironmentFile, source: SourceText, plugins: [Manifest] = []
    ) throws(EnvironmentProblems) -> (Environment, [Diagnostic]) {
        let kinds = plugins.filter { $0.executable != nil }.flatMap { plugin in
            plugin.targetKinds.map { TargetKind($0, of: plugin.name) }
        }
        var reader = EnvironmentReader(
            source: source, folder: FilePath.folder(file.path), kinds: TargetKind.all + kinds)
        guard let environment = reader.read(file) else {
            throw EnvironmentProblems(diagnostics: reader.diagnostics, source: reader.shownSource)
        }
        return (environment, reader.diagnostics)
    }
}
