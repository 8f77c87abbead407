package import RunbookModel

/// A response as it is kept: masked, then cut.
package struct ResponseRecord: Sendable, Hashable {
    /// The most bytes of a body that are kept: 64 KiB.
    package static let limit = 65_536

    /// The HTTP status or a command's exit status.
    package let status: Int?
    /// The body, masked and cut.
    package let text: String
    /// The body's length in bytes as it came.
    package let length: Int
    /// The SHA-256 of the masked body before it was cut.
    package let sha256: String
    /// How long it took.
    package let took: Duration
    /// Whether what was asked for was done; nil in a journal that does not say so.
    package let recordedApplied: Applied?

    /// Makes a record.
    package init(status: Int?, text: String, length: Int, sha256: String, took: Duration, applied: Applied? = nil) {
        self.status = status
        self.text = text
        self.length = length
        self.sha256 = sha256
        self.took = took
        recordedApplied = applied
    }

    /// Whether what was asked for was done; of no interest for a read.
    package var applied: Applied { recordedApplied ?? ResponseRecord.applied(status) }

    /// What journals before 0.2 leave to the status: of HTTP, or of a command.
    private static func applied(_ status: Int?) -> Applied {
        switch status ?? 0 {
        case 0, 100..<300: .yes
        case 300..<500: .no
        default: .partly
        }
    }
}
