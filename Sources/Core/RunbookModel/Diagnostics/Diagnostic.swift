/// A problem with a document, an environment or a plugin, told so that its author can fix it.
///
/// Text follows rustc's manner: lower case, no full stop, names in backticks, the smallest span, and help that says
/// what to do.
public struct Diagnostic: Sendable, Hashable, Error {
    /// How much a problem matters.
    public enum Severity: String, Sendable, Hashable, Comparable {
        /// Something that looks executable and is not, or could be better; an error with `--strict`.
        case hint
        /// Something that works and will surprise; an error with `--strict`.
        case warning
        /// Something that cannot work.
        case error

        /// Orders by how much it matters.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .hint: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A second place that explains the first.
    public struct Related: Sendable, Hashable {
        /// The other place.
        public let span: SourceSpan
        /// What is there, as a phrase.
        public let message: String

        /// Makes a second place.
        public init(span: SourceSpan, message: String) {
            self.span = span
            self.message = message
        }
    }

    /// The stable name of this kind of problem, `area/problem`.
    public let code: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong.
    public let message: String
    /// Where; nil when the problem has no place in a file.
    public let span: SourceSpan?
    /// What to do, a sentence each.
    public var help: [String]
    /// Other places that explain this one.
    public let related: [Related]
    /// Whether a document with it does not run although a check passes, because it may do less than it seems to; one
    /// with an error never runs.
    public let preventsRun: Bool

    /// Makes a diagnostic.
    public init(
        _ code: String, _ severity: Severity, _ message: String, at span: SourceSpan?, help: String...,
        preventsRun: Bool = false, related: [Related] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
        self.help = help
        self.related = related
        self.preventsRun = preventsRun
    }

    /// Makes an error.
    public init(_ code: String, _ message: String, at span: SourceSpan?, help: String..., related: [Related] = []) {
        self.code = code
        self.severity = .error
        self.message = message
        self.span = span
        self.help = help
        self.related = related
        preventsRun = false
    }
}
