/// A request as it came over the wire: nothing is decoded, nothing is dropped.
package struct SandboxRequest: Sendable, Hashable {
    /// The method's word, in the case it was sent in.
    package var method: String
    /// The raw path with its query, percent-encoding included.
    package var target: String
    /// The header lines in order, duplicates included.
    package var headers: [SandboxHeader]
    /// The body's bytes; empty when there is none, and there may be one on any method.
    package var body: [UInt8]
    /// When it came, if it is asked again after a wait; nil when it is asked for the first time.
    package var asked: SandboxInstant?

    /// Makes a request.
    package init(method: String, target: String, headers: [SandboxHeader] = [], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// The raw path: the target up to its first `?`.
    package var path: Substring {
        target[..<(target.firstIndex(of: "?") ?? target.endIndex)]
    }

    /// The raw query: what follows the target's first `?`; nil when there is none.
    package var query: Substring? {
        target.firstIndex(of: "?").map { target[target.index(after: $0)...] }
    }

    /// The value of the first header called `name`, whatever its case.
    package func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }
}
