/// A request to Elasticsearch or OpenSearch with nothing left to fill in.
package struct ElasticRequest: Sendable, Hashable {
    /// The method in upper case.
    package var method: String
    /// The percent-encoded path; begins with `/`.
    package var path: String
    /// The percent-encoded query without its `?`; nil when there is none.
    package var query: String?
    /// The body; nil when there is none.
    package var body: String?

    /// Makes a request.
    package init(method: String, path: String, query: String? = nil, body: String? = nil) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
    }

    /// Path and query as they are sent.
    package var target: String { query.map { "\(path)?\($0)" } ?? path }

    /// The segments of the path, percent-decoded, without empty ones.
    package var segments: [String] {
        path.split(separator: "/").map { PercentEncoding.decoded($0) }
    }
}
