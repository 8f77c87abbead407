import Digests
package import OrderedJSON
package import RunbookModel

/// Where the values of parameters may come from, the first one wins.
package struct ParameterSources: Sendable {
    /// `-p name=value`, in the order they were given.
    package var options: [(name: String, text: String)] = []
    /// The values of `--params FILE`.
    package var file: (path: String, values: JSONObject)?
    /// The values of the environment file.
    package var environment = JSONObject()
    /// The secrets of the environment file.
    package var environmentSecrets: [String: Secret] = [:]
    /// The process's environment, for `RUNBOOK_PARAM_NAME`.
    package var variables: [String: String] = [:]
    /// Whether `examples`, and the first of an `enum`, are taken where nothing else is.
    package var takesExamples = false

    /// Secrets that were made up when the run started, and are made up again.
    package var madeUp: Set<String> = []
    /// What secrets are made up from, so that they are the same again; nil for others each time.
    package var randomness: [UInt8]?

    /// What tells whether secrets are made up from the same again; it says nothing of them.
    var proof: String? {
        randomness.map { String(HMACSHA256.hex(for: "proof".utf8, key: $0).prefix(16)) }
    }

    /// Makes sources that give nothing.
    package init() {}
}
