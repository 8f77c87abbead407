/// Why an action was certainly not done.
public struct Refusal: Sendable, Hashable {
    /// Why, as a sentence for people.
    public let reason: String
    /// How long the target asks to wait before the next try.
    public let retryAfter: Duration?
    /// Whether another try is useless until a person fixes something, such as a certificate that is not trusted.
    public let isPermanent: Bool
    /// The response when there was one, such as that of a 429.
    public let response: Response?

    /// Whether something was asked for that takes its time, so that another try continues it.
    public let isUnderWay: Bool

    /// Makes a refusal.
    public init(
        reason: String, retryAfter: Duration? = nil, isPermanent: Bool = false, response: Response? = nil,
        isUnderWay: Bool = false
    ) {
        self.isUnderWay = isUnderWay
        self.reason = reason
        self.retryAfter = retryAfter
        self.isPermanent = isPermanent
        self.response = response
    }
}
