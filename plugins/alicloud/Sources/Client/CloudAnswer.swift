import AlicloudContract
import OrderedJSON
import RunbookModel

/// What the cloud said to one call, or why it said nothing.
enum CloudAnswer: Sendable {
    /// It was done.
    case done(JSONObject, Response)
    /// It was refused.
    case problem(Problem)
    /// There is no complete answer.
    case none(Outcome)

    /// An error of the cloud.
    struct Problem: Sendable {
        let code: String
        let status: Int
        let message: String
        let requestID: String
        let retryAfter: Duration?
        let response: Response
        let product: String
        let action: String

        /// The error in one sentence, with the number by which the cloud's support finds it.
        var sentence: String {
            let id = requestID.isEmpty ? "" : " (request \(requestID))"
            return "\(product).\(action): \(code): \(message)\(id)"
        }

        /// Whether the same request may be accepted a little later; nothing was done.
        var isTransient: Bool {
            RepeatRule.isTransient(code, status: status, product: product, action: action)
                || status == 429 || (status == 503 && !code.isEmpty)
        }

        /// Whether the cloud failed, so that the same request may succeed a little later; something may have been done.
        var isFailure: Bool { status >= 500 }

        /// Whether the session that signed the request has ended, so that nothing was done.
        var isOfOldSession: Bool { code == "InvalidSecurityToken.Expired" || code == "SecurityTokenExpired" }

        /// The outcome of a round of several requests that came to this: each may be sent again, for reads do nothing, and
        /// writes have the token of the action, or are sent only after another look.
        var roundOutcome: Outcome {
            guard isFailure, !isTransient else { return outcome }
            return .refused(
                Refusal(reason: sentence, retryAfter: retryAfter, response: response, isUnderWay: true))
        }

        /// Whether what the request is about is not there.
        var isGone: Bool { RepeatRule.isGone(code, status: status, product: product, action: action) }

        /// The outcome of an action that came to this.
        var outcome: Outcome {
            if code == "InvalidTimeStamp.Expired" || code == "IllegalTimestamp" {
                return .refused(
                    Refusal(
                        reason:
                            "\(sentence); the clock of this machine differs from the cloud's by more than 15 minutes: "
                            + "correct it", isPermanent: true, response: response))
            }
            if isTransient {
                return .refused(Refusal(reason: sentence, retryAfter: retryAfter, response: response))
            }
            return .answered(response)
        }
    }
}
