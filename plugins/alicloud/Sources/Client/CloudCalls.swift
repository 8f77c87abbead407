import AlicloudContract
import Digests
import OrderedJSON
import RunbookModel

/// The calls of one action of a step: all to one place, under one token and inside one deadline.
struct CloudCalls {
    let client: CloudClient
    let place: CloudPlace
    /// Gives the place with a new session when the session of one has ended; nil when there is no new session.
    private let renew: @Sendable (CloudPlace) async -> CloudPlace?
    /// The same for every repetition of the action.
    let token: String
    private let ends: ContinuousClock.Instant

    /// The longest time of one call; the cloud answers at once, whatever it has to do.
    private static let longest = Duration.seconds(30)

    /// - Parameters:
    ///   - timeout: The longest time that the calls may take together.
    ///   - renew: Gives the place with a new session when the session of one has ended; nil when there is none.
    init(
        client: CloudClient, place: CloudPlace, token: String, timeout: Duration,
        renew: @escaping @Sendable (CloudPlace) async -> CloudPlace?
    ) {
        self.renew = renew
        self.client = client
        self.place = place
        self.token = token
        ends = .now + timeout
    }

    /// Why the work ends, in the middle of it.
    struct Stop: Error {
        let outcome: Outcome
    }

    /// Makes the arguments of a step.
    private func arguments(
        _ step: ResourceKind.Step, _ values: JSONObject, _ action: CloudAction
    ) -> JSONObject {
        var arguments = Shape.filled(step.arguments, values)?.object ?? JSONObject()
        if step.takesKeys {
            for field in action.parameters where arguments[field.name] == nil {
                arguments[field.name] = values[field.name]
            }
        }
        return arguments
    }

    /// Reads all pages of a list, or what there is.
    ///
    /// - Parameter path: The names down to the list.
    func read(_ step: ResourceKind.Step, _ values: JSONObject, path: [String]) async -> CloudAnswer {
        guard let action = CloudCalls.action(step.action) else { return CloudCalls.unknown(step.action) }
        return await read(action, arguments(step, values, action), path: path)
    }

    /// Reads an action with all its pages, where its arguments ask for none of them.
    ///
    /// - Parameter path: The names down to the list whose rows are put together; empty for none.
    func read(_ action: CloudAction, _ arguments: JSONObject, path: [String]) async -> CloudAnswer {
        guard let pages = Pages(action), !path.isEmpty, !pages.isAsked(arguments) else {
            return await call(action, arguments)
        }
        var arguments = arguments
        var rows: [JSON] = []
        var page = 0
        while true {
            page += 1
            pages.ask(page, &arguments)
            let answer = await call(action, arguments)
            guard case .done(let body, let response) = answer else { return answer }
            rows += Shape.value(at: path, in: .object(body))?.array ?? []
            if page < 1000, pages.hasMore(body, rows.count, &arguments) { continue }
            var whole = Pages.replaced(.object(body), path, .array(rows)).object ?? body
            whole["NextToken"] = nil
            let json = JSON.object(whole)
            return .done(
                whole,
                Response(
                    status: response.status, verdict: response.verdict, headers: response.headers, body: json,
                    text: json.text()))
        }
    }

    private func call(_ action: CloudAction, _ arguments: JSONObject) async -> CloudAnswer {
        let answer = await call(action, arguments, at: place)
        // The cloud checks the session before it does anything, so the same request can be sent again.
        guard case .problem(let problem) = answer, problem.isOfOldSession, let place = await renew(place) else {
            return answer
        }
        return await call(action, arguments, at: place)
    }

    private func call(
        _ action: CloudAction, _ arguments: JSONObject, at place: CloudPlace
    ) async -> CloudAnswer {
        let left = ends - .now
        if left <= .zero { return .none(.refused(Refusal(reason: "the time limit of the step was reached"))) }
        return await client.call(action, arguments, at: place, timeout: min(left, CloudCalls.longest))
    }

    /// Acts, under a token that follows from the action's own.
    ///
    /// - Parameters:
    ///   - adding: Further arguments.
    ///   - part: What tells this call from others of the same action.
    func write(
        _ step: ResourceKind.Step, _ values: JSONObject, adding: JSONObject = JSONObject(), part: String = ""
    ) async -> CloudAnswer {
        guard let action = CloudCalls.action(step.action) else { return CloudCalls.unknown(step.action) }
        var arguments = arguments(step, values, action)
        for member in adding where arguments[member.name] == nil { arguments[member.name] = member.value }
        return await write(action, arguments, part: part)
    }

    /// Acts as above.
    func write(_ action: CloudAction, _ arguments: JSONObject, part: String = "") async -> CloudAnswer {
        var arguments = arguments
        if let name = action.tokenName, arguments[name] == nil {
            arguments[name] = .string(String(SHA256.hex("\(token)\n\(action.name)\n\(part)").prefix(40)))
        }
        return await call(action, arguments)
    }

    /// The action called so; nil when there is none.
    static func action(_ name: String) -> CloudAction? {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        return parts.count == 2 ? CloudProduct.named(parts[0])?.actions[parts[1]] : nil
    }

    private static func unknown(_ name: String) -> CloudAnswer {
        .none(.refused(Refusal(reason: "unknown action `\(name)`", isPermanent: true)))
    }
}
