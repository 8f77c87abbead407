internal import Files
package import RunbookModel
package import RunbookPlugin
internal import YAML

extension Environment {
    /// Reads an environment file; what it names (files, variables, programs, servers) is not touched.
    ///
    /// - Parameter kinds: The kinds that targets may have.
    /// - Returns: The environment and its warnings.
    /// - Throws: `EnvironmentProblems` with everything that is wrong with the file.
    package static func read(
        _ file: EnvironmentFile, kinds: TargetKinds
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
        let source = SourceText(file: file.file, bytes: bytes)
        do throws(EnvironmentProblems) {
            return try read(file, source: source, kinds: kinds)
        } catch {
            guard file.origin == .path, let link = Checkout.linkOut(of: file.file) else { throw error }
            // A checkout may let it lead to any file of the operator, of which nothing is shown.
            let diagnostic = Diagnostic(
                "environment/unreadable", .error,
                "`\(VisibleText.visible(link))` is a link out of its folder, and the file that `\(VisibleText.visible(file.file))` "
                    + "leads to is not a valid environment file",
                at: nil, help: "if the file is yours, give its real path; then its mistakes are shown")
            throw EnvironmentProblems(diagnostics: [diagnostic], source: nil)
        }
    }

    /// Reads the text of an environment file, as `read(_:)`.
    ///
    /// - Throws: `EnvironmentProblems` with everything that is wrong with the text.
    package static func read(
        _ file: EnvironmentFile, source: SourceText, kinds: TargetKinds
    ) throws(EnvironmentProblems) -> (Environment, [Diagnostic]) {
        var reader = EnvironmentReader(source: source, folder: FilePath.folder(file.path), kinds: kinds)
        guard let environment = reader.read(file) else {
            throw EnvironmentProblems(diagnostics: reader.diagnostics, source: reader.shownSource)
        }
        return (environment, reader.diagnostics)
    }
}
