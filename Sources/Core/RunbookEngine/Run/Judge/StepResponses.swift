package import OrderedJSON
import RunbookModel
import RunbookPlugin
package import RunbookRun

/// The responses to the requests of a step on all of its targets, complete or as far as they came.
package struct StepResponses: Sendable {
    /// The responses on one target.
    package struct Part: Sendable {
        /// The target; nil for a handler that needs none.
        package let target: String?
        /// The name that the document has for it.
        let name: String
        /// Whether the step makes several requests, so that their values are lists.
        private let isList: Bool
        /// The responses in the order of the requests.
        package var received: [ReceivedResponse] = []

        /// Makes the responses on a target, of which there are none yet.
        package init(target: String?, name: String? = nil, isList: Bool) {
            self.name = name ?? target ?? ""
            self.target = target
            self.isList = isList
        }

        /// The body, or the list of bodies of several requests.
        package var body: JSON { single(received.map(\.body)) }
        /// The engine's variables for what is judged on this target alone.
        package var variables: JSONObject {
            JSONObject([("status", status), ("headers", headers), ("request", request)])
        }
        /// The text as it came, of several requests one after another.
        package var text: String { received.map(\.text).joined(separator: "\n") }

        /// The status, or the list of them.
        fileprivate var status: JSON {
            single(received.map { $0.status.map { .number(JSONNumber($0)) } ?? .null })
        }
        /// The headers by lower-case name, or the list of them.
        fileprivate var headers: JSON { single(received.map { .object($0.headers ?? JSONObject()) }) }
        /// What was asked, secrets left as `${name}`, or the list of it.
        fileprivate var request: JSON {
            single(received.map { .object(JSONObject($0.action.fields.map { ($0.name, .string($0.value)) })) })
        }

        private func single(_ values: [JSON]) -> JSON {
            if isList { .array(values) } else { values.first ?? .null }
        }
    }

    private let isKeyed: Bool
    /// The responses target by target.
    package var parts: [Part] = []
    /// Whether they hold a secret that no mask can hide, so that nothing of them may be kept or told.
    package var isWithheld = false
    /// What they warn of, as it may be told.
    var warnings: [String] = []
    /// What is kept of them, when a secret was found in them; nil when all of them is.
    var needed: NeededResponse?

    /// What came instead of the last response, from the target that refused it or from a gateway; it is only shown.
    var notice: ReceivedResponse?

    /// What the requests would find, where they were only looked for.
    var probes: [Probe] = []

    /// The requests that took effect, as somebody found out, and whose responses nobody has.
    package var settled: [Exchange] = []

    /// Makes the responses of a step, of which there are none yet.
    ///
    /// - Parameter isKeyed: Whether it acts on several targets, so that their values are objects by target.
    package init(isKeyed: Bool) { self.isKeyed = isKeyed }

    /// One value of one target as it is, of several as an object by target.
    private func joined(_ value: (Part) -> JSON) -> JSON {
        if isKeyed { return .object(JSONObject(parts.map { ($0.name, value($0)) })) }
        return parts.first.map(value) ?? .null
    }

    /// What captures and the step's value see.
    package var value: JSON { joined(\.body) }

    /// The engine's variables for captures.
    package var variables: JSONObject {
        JSONObject([
            ("status", joined(\.status)), ("headers", joined(\.headers)), ("request", joined(\.request)),
        ])
    }

    /// The last response.
    var last: ReceivedResponse? { parts.last?.received.last }

    /// The last request of a target, or of all; what is reported with a failure.
    func lastAction(on target: String?) -> Action? {
        (parts.first { $0.target == target } ?? parts.last)?.received.last?.action
    }

    /// The first response of which not enough was kept to judge it.
    ///
    /// - Parameter asksHeaders: Whether headers are needed, which are never kept.
    func firstIncomplete(asksHeaders: Bool) -> ReceivedResponse? {
        parts.lazy.flatMap(\.received).first { !$0.isWhole || asksHeaders && $0.headers == nil }
    }

    /// Adds a response on the target that is being asked.
    mutating func append(_ response: ReceivedResponse) {
        notice = nil
        parts[parts.count - 1].received.append(response)
    }
}

extension BoundStep {
    /// The targets, or one nil for a handler that needs none.
    var targetList: [String?] { places.isEmpty ? [nil] : places }

    /// The responses of this step before there are any.
    var noResponses: StepResponses { StepResponses(isKeyed: targets.count > 1) }

    /// The responses of this step on a target before there are any.
    func noResponses(on target: String?) -> StepResponses.Part {
        let name = zip(places, targets).first { $0.0 == target }?.1
        return StepResponses.Part(target: target, name: name, isList: actions.count > 1)
    }
}
