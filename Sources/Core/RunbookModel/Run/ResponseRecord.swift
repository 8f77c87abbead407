/// A response as it is kept: masked, then cut.
public struct ResponseRecord: Sendable, Hashable {
    /// The most bytes of a body that are kept: 64 KiB.
    public static let limit = 65_536

    /// The HTTP status or a command's exit status.
    public let status: Int?
    /// The body, masked and cut.
    public let text: String
    /// The body's length in bytes as it came.
    public let length: Int
    /// The SHA-256 of the masked body before it was cut.
    public let sha256: String
    /// How long it took.
    public let took: Duration

    /// Makes a record.
    public init(status: Int?, text: String, length: Int, sha256: String, took: Duration) {
        self.status = status
        self.text = text
        self.length = length
        self.sha256 = sha256
        self.took = took
    }
}
