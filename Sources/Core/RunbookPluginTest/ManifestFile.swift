internal import Glibc
import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// `plugin.json` beside a built-in handler, which is written from its manifest and must stay the same.
package enum ManifestFile {
    /// Compares the file with the manifest, and writes it again when the environment says `RECORD=1`.
    ///
    /// - Parameter path: The file's path.
    package static func check(_ manifest: Manifest, path: String) -> [Diagnostic] {
        let expected = manifest.json.text(.pretty) + "\n"
        if getenv("RECORD") != nil {
            guard let stream = fopen(path, "w") else { return [stale("`\(path)` cannot be written")] }
            fputs(expected, stream)
            fclose(stream)
            return [stale("`\(path)` was written")]
        }
        guard let stream = fopen(path, "r") else { return [stale("`\(path)` is missing")] }
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, stream)
        return String(decoding: bytes[..<count], as: UTF8.self) == expected ? [] : [stale("`\(path)` is stale")]
    }

    private static func stale(_ message: String) -> Diagnostic {
        Diagnostic("plugin/stale-file", message, at: nil, help: "run the test once with RECORD=1, then run it again")
    }
}
