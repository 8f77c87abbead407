import OrderedJSON
import RunbookModel
import YAML

/// Reads `--params FILE`: YAML or JSON by its ending.
enum ParameterFile {
    /// The values by name.
    ///
    /// - Throws: `CommandFailure` that says why it cannot be read.
    static func read(_ file: String) throws -> JSONObject {
        let source = try DocumentFile.read(file, orExit: ExitStatus.usage)
        do {
            let value = file.hasSuffix(".json") ? try JSON(bytes: source.bytes) : try YAMLNode(bytes: source.bytes).json
            guard let object = value.object else {
                throw CommandFailure(
                    ExitStatus.usage,
                    [
                        problem(
                            "it is not a list of names and values", in: source, nil)
                    ])
            }
            return object
        } catch let error as JSONError {
            // Without its lines: they may be secrets, and nobody knows which of them until the file is read.
            throw CommandFailure(ExitStatus.usage, [problem(error.message, in: source, error.offset)])
        } catch let error as YAMLError {
            throw CommandFailure(ExitStatus.usage, [problem(error.message, in: source, error.mark.offset)])
        }
    }

    private static func problem(_ message: String, in source: SourceText, _ offset: Int?) -> Diagnostic {
        Diagnostic(
            "params/invalid", "`\(VisibleText.visible(source.file))` is not a file of parameters: \(message)",
            at: offset.map { source.span(at: $0) }, help: "write one name and value on each line: `bandwidth: 20`")
    }
}
