internal import Digests

/// The chain that ties each event of a run to the one before it.
enum EventChain {
    /// The SHA-256 of one row of `events`, in hexadecimal: that of its columns, `previous` first and `data` last, joined
    /// by line feeds, so that anybody can repeat it with `sqlite3` and `sha256sum`.
    static func digest(
        previous: String, run: String, sequence: Int, epoch: Int, at: Int, kind: String, data: String
    ) -> String {
        SHA256.hex("\(previous)\n\(run)\n\(sequence)\n\(epoch)\n\(at)\n\(kind)\n\(data)")
    }
}
