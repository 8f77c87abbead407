import OrderedJSON
import RunbookModel
import SandboxWorld

/// Reads `--access-key-file FILE`: a secret must not be in the list of arguments, which everybody on a machine can see.
enum AccessKeyFile {
    /// The key pair in a file, under the names that the sandbox announces its own by.
    ///
    /// - Throws: `CommandFailure` that says why it cannot be read; never with a line of the file.
    static func read(_ file: String) throws -> SandboxKeyPair {
        let source = try DocumentFile.read(file, orExit: ExitStatus.usage)
        let json: JSON
        do throws(JSONError) {
            json = try JSON(bytes: source.bytes)
        } catch {
            throw failure(error.message, in: source, error.offset)
        }
        guard json.object != nil else { throw failure("it is not a JSON object", in: source) }
        func text(_ name: String) throws -> String {
            guard let value = json[name] else { throw failure("`\(name)` is missing", in: source) }
            guard let text = value.string, !text.isEmpty else {
                throw failure("`\(name)` is not a text, or is empty", in: source)
            }
            return text
        }
        return SandboxKeyPair(id: try text("access_key_id"), secret: try text("access_key_secret"))
    }

    private static func failure(_ message: String, in source: SourceText, _ offset: Int? = nil) -> CommandFailure {
        CommandFailure(
            ExitStatus.usage,
            [
                Diagnostic(
                    "sandbox/access-key",
                    "`\(VisibleText.visible(source.file))` is not a file with a key pair: \(message)",
                    at: offset.map { source.span(at: $0) },
                    help: "write `{ \"access_key_id\": \"ID\", \"access_key_secret\": \"SECRET\" }` in it")
            ])
    }
}
