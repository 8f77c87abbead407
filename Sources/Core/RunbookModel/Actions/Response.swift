public import OrderedJSON

/// A complete response to an action.
public struct Response: Sendable, Hashable {
    /// What a response means before anybody looks at its content.
    public enum Verdict: String, Sendable, Hashable {
        /// It was done.
        case success
        /// What it names is not there (HTTP 404).
        case missing
        /// The caller may not (HTTP 401, 403).
        case denied
        /// The request was not accepted (other HTTP 3xx and 4xx).
        case rejected
        /// The target failed (HTTP 5xx).
        case broken

        /// Whether what was asked for was done, unless the handler knows better.
        public var applied: Applied {
            switch self {
            case .success: .yes
            case .missing, .denied, .rejected: .no
            case .broken: .partly
            }
        }
    }

    /// A response that says success and names a failure inside, such as `errors: true` of a bulk request.
    public struct Complaint: Sendable, Hashable {
        /// The member that says so, such as `_shards.failed`; an expectation that mentions it silences the complaint.
        ///
        /// Empty where no member of the body says it, such as for a warning in a header.
        public let field: String
        /// What it means, as a phrase.
        public let message: String

        /// Whether it is only told, and does not fail the step.
        public let isWarning: Bool

        /// Whether no member of the body says it, and it is only told.
        public var isRemark: Bool { field.isEmpty && isWarning }

        /// Makes a complaint.
        public init(field: String, message: String, isWarning: Bool = false) {
            self.field = field
            self.message = message
            self.isWarning = isWarning
        }
    }

    /// The HTTP status or a command's exit status.
    public let status: Int?
    /// What it means.
    public let verdict: Verdict
    /// Headers by lower-case name, in order; empty where there are none.
    public let headers: JSONObject
    /// The body: parsed when it is JSON, else a string.
    public let body: JSON
    /// The body as it came, for people.
    public let text: String
    /// What failed although the status says success.
    public let complaints: [Complaint]
    /// Why it was not accepted, in the target's own words, on one line; nil where it says nothing.
    public let reason: String?
    /// Whether the same request would always get this response, so that no waiting helps.
    public let isLasting: Bool
    /// Whether what was asked for was done, as far as the handler can tell; of no interest for a read.
    public let applied: Applied

    /// Makes a response.
    ///
    /// - Parameters:
    ///   - applied: Whether it was done; nil for what the verdict says.
    ///   - reason: Why it was not accepted, in the target's own words.
    public init(
        status: Int?, verdict: Verdict, headers: JSONObject = JSONObject(), body: JSON, text: String,
        complaints: [Complaint] = [], isLasting: Bool = false, applied: Applied? = nil, reason: String? = nil
    ) {
        self.reason = reason
        self.status = status
        self.verdict = verdict
        self.headers = headers
        self.body = body
        self.text = text
        self.complaints = complaints
        self.isLasting = isLasting
        self.applied = applied ?? verdict.applied
    }

    /// What of its request a sandbox says that it does not emulate; believed only of a target that is emulated.
    public var notEmulated: String? { headers["sandbox-not-emulated"]?.string }

    /// What a sandbox tells a person of its response; believed only of a target that is emulated.
    public var sandboxHint: String? { headers["sandbox-hint"]?.string }

    /// By how much virtual time moved before a sandbox responded; nil where it did not wait, or where time is real.
    ///
    /// Believed only of a target that is emulated.
    public var virtualWait: Duration? {
        guard let text = headers["sandbox-waited-ms"]?.string, let count = Int(text), count >= 0 else { return nil }
        // Nothing waits longer than a year, whatever a header says.
        return .milliseconds(min(count, 366 * 86_400_000))
    }

    /// The body that a text is: JSON where it is JSON, else a string without the line end behind its last line.
    public static func body(of text: String) -> JSON {
        if let json = try? JSON(parsing: text) { return json }
        return .string(text.hasSuffix("\n") || text.hasSuffix("\r\n") ? String(text.dropLast()) : text)
    }
}
