/// An input made to break something, and what it is for.
struct HostileInput: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// A whole document of steps as Markdown.
    static func steps(_ name: String, _ steps: String) -> HostileInput {
        HostileInput(name, Documents.document(steps))
    }

    /// A document with one step of this info string and body.
    static func step(_ name: String, _ info: String, _ body: String = "GET /") -> HostileInput {
        steps(name, Documents.fence(info, body))
    }

    /// A document whose step is judged by this filter.
    static func filter(_ name: String, _ filter: String) -> HostileInput {
        steps(name, Documents.fence("console verify", "GET /") + Documents.fence("jq assert", filter))
    }

    /// A document with this declaration.
    static func declaration(_ name: String, _ yaml: String) -> HostileInput {
        HostileInput(name, "# T\n\n```yaml runbook\n\(yaml)\n```\n")
    }

    /// A document with this declaration of parameters.
    static func parameters(_ name: String, _ yaml: String) -> HostileInput {
        declaration(name, "version: 1\ntargets: { search: { kind: elasticsearch } }\nparameters:\n  p: \(yaml)")
    }

    var description: String { name }
}

extension String {
    /// The text many times over.
    func times(_ count: Int) -> String { String(repeating: self, count: count) }
}
