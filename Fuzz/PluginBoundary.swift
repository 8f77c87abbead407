import OrderedJSON
import RunbookExternal
import RunbookPlugin

/// What a plugin brings and says: its manifest, and the lines of an answer.
enum PluginBoundary {
    static func feed(_ bytes: [UInt8]) {
        if let manifest = ManifestReader.read(bytes).manifest {
            let (again, problems) = ManifestReader.read(manifest.json.bytes())
            promise(again == manifest && problems.isEmpty, "a manifest that is written is read as the same")
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) { _ = try? WireReply(line: Array(line)) }
    }
}
