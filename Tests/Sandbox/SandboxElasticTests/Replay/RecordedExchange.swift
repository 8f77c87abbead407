import OrderedJSON
import SandboxWorld

/// One request of a recording, and what the real server answered.
struct RecordedExchange: Sendable {
    let number: Int
    let cluster: String
    let method: String
    let path: String
    let body: String?
    let contentType: String?
    /// Headers beside the content type.
    let requestHeaders: JSONObject
    let status: Int?
    let headers: JSON
    let response: String
    /// What the request belongs to, such as `g snapshots`; nil for the first 222.
    let group: String?
    /// When it was sent, in milliseconds since the recording began; nil where that is not told.
    let at: Int?
    /// Whether the answer is not that of a whole server of this version, since parts of it were missing.
    let isArtefact: Bool

    init?(line: some Collection<UInt8>) {
        guard let json = try? JSON(bytes: line), let number = json["n"]?.int, let cluster = json["cluster"]?.string,
            let method = json["method"]?.string, let path = json["path"]?.string
        else { return nil }
        self.number = number
        self.cluster = cluster
        self.method = method
        self.path = path
        body = json["body"]?.string
        contentType = json["reqContentType"]?.string
        requestHeaders = json["reqHeaders"]?.object ?? JSONObject()
        status = json["status"]?.int
        headers = json["headers"] ?? [:]
        response = json["response"]?.string ?? ""
        group = json["group"]?.string ?? json["section"]?.string
        at = json["section"] == nil ? nil : json["at"]?.number.map { Int($0.double * 1000) }
        isArtefact = json["note"]?.string?.contains("ARTEFACT") == true
    }

    /// The exchanges of a recording.
    static func read(_ path: String) -> [RecordedExchange] {
        (readFile(path) ?? []).split(separator: 0x0A).compactMap { RecordedExchange(line: $0) }
    }
}
