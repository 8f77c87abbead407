internal import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// One line that a plugin writes on its standard output.
package enum WireReply: Sendable {
    /// A word on the way.
    case progress(String)
    /// What became of the call; exactly one.
    case outcome(WireOutcome)

    /// What is wrong with a line.
    package struct Malformed: Error, Sendable, Equatable {
        /// What is wrong, as a phrase.
        package let reason: String
    }

    /// Reads a line; members that the protocol does not have are refused, so that a slip is noticed.
    package init(line: [UInt8]) throws(Malformed) {
        let json: JSON
        do {
            json = try JSON(bytes: line)
        } catch {
            throw Malformed(reason: "it is not valid JSON: \(error.message)")
        }
        guard case .object = json else { throw Malformed(reason: "it is \(json.kind), not an object") }
        let members = WireMembers(json)
        switch try members.text("type") {
        case "progress":
            try members.check(["type", "message"])
            self = .progress(try members.text("message"))
        case "outcome": self = .outcome(try WireOutcome(members))
        case let other: throw Malformed(reason: "unknown `type` \(JSON.quoted(other))")
        }
    }
}

/// What became of a call.
package enum WireOutcome: Sendable {
    /// A complete response came.
    case answered(Response)
    /// It was not done.
    case refused(Refusal)
    /// It may have been done.
    case unknown(reason: String)
    /// What a target said about itself.
    case examined(WireExamination)
    /// What an action would find.
    case probed(Probe)

    init(_ members: WireMembers) throws(WireReply.Malformed) {
        switch try members.text("outcome") {
        case "answered": self = .answered(try WireOutcome.response(members))
        case "refused":
            try members.check(["type", "outcome", "reason", "retry_after_ms", "permanent"])
            self = .refused(
                Refusal(
                    reason: try members.text("reason"),
                    retryAfter: try members.number("retry_after_ms").map { .milliseconds($0) },
                    isPermanent: try members.flag("permanent")))
        case "unknown":
            try members.check(["type", "outcome", "reason"])
            self = .unknown(reason: try members.text("reason"))
        case "examined": self = .examined(try WireExamination(members))
        case "probed":
            try members.check(["type", "outcome", "state", "detail"])
            let state = try members.text("state")
            guard let state = Probe.State(rawValue: state) else {
                throw WireReply.Malformed(reason: "unknown `state` \(JSON.quoted(state))")
            }
            self = .probed(Probe(state: state, detail: try members.optionalText("detail") ?? ""))
        case let other: throw WireReply.Malformed(reason: "unknown `outcome` \(JSON.quoted(other))")
        }
    }

    private static func applied(_ members: WireMembers) throws(WireReply.Malformed) -> Applied? {
        guard let text = try members.optionalText("applied") else { return nil }
        guard let applied = Applied(rawValue: text) else {
            throw WireReply.Malformed(reason: "unknown `applied` \(JSON.quoted(text))")
        }
        return applied
    }

    private static func response(_ members: WireMembers) throws(WireReply.Malformed) -> Response {
        try members.check([
            "type", "outcome", "verdict", "status", "headers", "body", "text", "complaints", "applied", "reason",
            "lasting",
        ])
        let verdict = try members.text("verdict")
        guard let verdict = Response.Verdict(rawValue: verdict) else {
            throw WireReply.Malformed(reason: "unknown `verdict` \(JSON.quoted(verdict))")
        }
        let body = members["body"] ?? .null
        var complaints: [Response.Complaint] = []
        for element in try members.list("complaints") {
            let complaint = WireMembers(element)
            try complaint.check(["field", "message"])
            complaints.append(
                Response.Complaint(field: try complaint.text("field"), message: try complaint.text("message")))
        }
        // A plugin that began and failed may have done a part of it, unless it knows better.
        let applied: Applied? = verdict == .rejected ? .partly : nil
        return Response(
            status: try members.number("status"), verdict: verdict, headers: try members.headers(), body: body,
            text: try members.optionalText("text") ?? body.string ?? body.text(.pretty), complaints: complaints,
            isLasting: try members.flag("lasting"), applied: try WireOutcome.applied(members) ?? applied,
            reason: try members.optionalText("reason"))
    }
}

/// What a target said about itself.
package struct WireExamination: Sendable {
    /// Where it answers; nil for what the environment file says.
    package let address: String?
    /// What tells it from others.
    package let identity: String?
    /// What it is.
    package let product: String?
    /// What is wrong with it, and what to do.
    package let problems: [(message: String, help: String)]

    init(_ members: WireMembers) throws(WireReply.Malformed) {
        try members.check(["type", "outcome", "address", "identity", "product", "problems"])
        address = try members.optionalText("address")
        identity = try members.optionalText("identity")
        product = try members.optionalText("product")
        var problems: [(message: String, help: String)] = []
        for element in try members.list("problems") {
            let problem = WireMembers(element)
            try problem.check(["message", "help"])
            problems.append((try problem.text("message"), try problem.text("help")))
        }
        self.problems = problems
    }
}
