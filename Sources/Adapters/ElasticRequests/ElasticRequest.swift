import OrderedJSON

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

    /// The segments of the path, as clusters read it.
    var segments: [String] { ElasticPath.readings(path).first ?? [] }

    /// Whether the response is the source of a document as it was stored, whose members are its author's own.
    package var isSource: Bool {
        let segments = segments
        return segments.count > 2 && segments[1...].contains("_source")
    }

    /// Whether the request is about snapshots that it names one by one: `/_snapshot/REPOSITORY/NAME`.
    package var namesSnapshot: Bool {
        let segments = segments
        guard segments.count >= 3, segments[0] == "_snapshot" else { return false }
        return !segments[2].hasPrefix("_") && !segments[2].utf8.contains(UInt8(ascii: "*"))
    }

    /// Whether the path ends in these segments.
    package func ends(in words: [String]) -> Bool {
        segments.suffix(words.count).elementsEqual(words)
    }

    /// Whether it asks for the statistics of something that it names: `/_transform/NAME/_stats`.
    package var namesOneForStatistics: Bool {
        let segments = segments
        guard segments.count >= 3, segments.last == "_stats" else { return false }
        let name = segments[segments.count - 2]
        // `_ml/anomaly_detectors/_stats` is about all of them.
        let collection = segments.dropLast(2)
        if collection == ["_ml"] || collection == ["_data_frame"] || collection == ["_ml", "data_frame"] {
            return false
        }
        return !name.hasPrefix("_") && !name.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ",") }
    }

    /// Whether the response comes when shards are ready, or when the wait for them is over.
    package var waitsForShards: Bool {
        parameters.contains { $0.name == "wait_for_active_shards" && $0.value != "0" }
    }

    /// Whether it asks to proceed past documents that others have changed.
    package var proceedsPastConflicts: Bool {
        parameters.contains { $0.name == "conflicts" && $0.value == "proceed" }
            || body.flatMap { try? JSON(parsing: $0) }?["conflicts"]?.string == "proceed"
    }

    /// Why the path is not sent; nil when every server reads it the same way.
    package var pathProblem: String? {
        ElasticPath.problem(in: path.utf8).map { "\($0.problem.message); \($0.problem.help)" }
    }
}
