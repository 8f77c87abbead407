internal import OrderedJSON

/// What an operation answers, before it is written.
struct Answer: Sendable {
    /// What the body holds.
    enum Body: Sendable {
        case json(JSON)
        /// A stored document, which is sent as it came unless it must be changed.
        case source([UInt8])
        case text(String)
    }

    var status = 200
    var body: Body
    var headers: [(name: String, value: String)] = []
    /// Whether `filter_path` may take parts of it away; errors are always whole.
    var isFiltered = true
    /// Whether nothing was done of what was asked for, although the status says success.
    var didNothing = false
    /// How long to wait before it is worth asking again; nil when this is the answer.
    var wait: Duration?

    init(status: Int = 200, _ json: JSON) {
        self.status = status
        self.body = .json(json)
    }

    init(status: Int = 200, text: String) {
        self.status = status
        self.body = .text(text)
    }

    init(source: [UInt8]) { body = .source(source) }

    static let acknowledged = Answer(["acknowledged": true])
}
