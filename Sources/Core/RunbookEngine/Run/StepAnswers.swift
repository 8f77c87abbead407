package import OrderedJSON
package import RunbookModel

/// The answers to the requests of a step on all of its targets.
package struct StepAnswers: Sendable {
    /// The answers on one target.
    package struct Part: Sendable {
        /// The target; nil for a handler that needs none.
        package let target: String?
        /// The requests, as they may be shown, and their answers, in order.
        package var exchanges: [(action: Action, answer: Answer)]

        /// Makes the answers on a target.
        package init(target: String?, exchanges: [(action: Action, answer: Answer)] = []) {
            self.target = target
            self.exchanges = exchanges
        }

        /// The body, or the list of bodies of several requests.
        package var body: JSON { single(exchanges.map(\.answer.body)) }
        /// The status, or the list of them.
        package var status: JSON {
            single(exchanges.map { $0.answer.status.map { .number(JSONNumber($0)) } ?? .null })
        }
        /// The headers by lower-case name, or the list of them.
        package var headers: JSON { single(exchanges.map { .object($0.answer.headers) }) }
        /// What was asked, secrets left as `${name}`, or the list of it.
        package var request: JSON {
            single(exchanges.map { .object(JSONObject($0.action.fields.map { ($0.name, .string($0.value)) })) })
        }
        /// The text as it came, of several requests one after another.
        package var text: String { exchanges.map(\.answer.text).joined(separator: "\n") }

        private func single(_ values: [JSON]) -> JSON {
            if values.count == 1, let value = values.first { value } else { .array(values) }
        }
    }

    /// The answers target by target.
    package var parts: [Part]

    /// Makes the answers of a step.
    package init(parts: [Part] = []) { self.parts = parts }

    /// One value of one target as it is, of several as an object by target.
    private func joined(_ value: (Part) -> JSON) -> JSON {
        if parts.count == 1, let part = parts.first { return value(part) }
        return .object(JSONObject(parts.map { ($0.target ?? "", value($0)) }))
    }

    /// What captures and the step's value see.
    package var value: JSON { joined(\.body) }

    /// The engine's variables for captures.
    package var variables: JSONObject {
        JSONObject([
            ("status", joined(\.status)), ("headers", joined(\.headers)), ("request", joined(\.request)),
        ])
    }
}
