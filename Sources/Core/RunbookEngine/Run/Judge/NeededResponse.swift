import OrderedJSON
import RunbookModel

/// What is kept of a response from which a secret was taken: what other checks and captures name, and nothing else.
///
/// The secret itself is masked in every form, but a response may hold more of the same kind: the parts of an encoded
/// token, a second key. What nobody asks for need not be kept.
struct NeededResponse {
    private let expectations: [JSON]
    private let paths: [[Substring]]

    /// Takes from the checks of a step what they name.
    init(_ bound: BoundStep, isSecret: (Capture) -> Bool, value: (ValueReference) -> JSON?) {
        var expectations: [JSON] = []
        var filters: [String] = bound.step.keys.same.map { [$0.text] } ?? []
        for check in bound.step.checks {
            switch check {
            case .expect(let expectation):
                guard expectation.form == .json, let text = try? expectation.template.filled(value) else { continue }
                if let json = try? JSON(parsing: text) { expectations.append(json) }
            case .assert(let list): filters += list.map(\.text)
            case .capture(let captures): filters += captures.filter { !isSecret($0) }.map(\.filter.text)
            }
        }
        self.expectations = expectations
        paths = filters.flatMap(NeededResponse.paths)
    }

    /// What is kept of a body; nil when nothing of it is needed.
    func part(of body: JSON) -> JSON? {
        var part: JSON?
        for expectation in expectations {
            part = NeededResponse.joined(part, NeededResponse.kept(body, as: expectation))
        }
        for path in paths { part = NeededResponse.joined(part, NeededResponse.kept(body, at: path[...])) }
        return part
    }

    /// The members that an expectation names; what it does not look into is kept only where it is neither an object nor a list.
    private static func kept(_ json: JSON, as expectation: JSON) -> JSON? {
        switch (json, expectation) {
        case (.object(let object), .object(let names)):
            .object(
                JSONObject(
                    names.compactMap { name in
                        object[name.name].flatMap { kept($0, as: name.value) }.map { (name.name, $0) }
                    }))
        case (.array(let elements), .array(let expected)):
            .array(zip(elements, expected).compactMap { kept($0, as: $1) })
        case (.object, _), (.array, _): nil
        default: json
        }
    }

    /// The value at a path, where it is neither an object nor a list.
    private static func kept(_ json: JSON, at path: ArraySlice<Substring>) -> JSON? {
        guard let name = path.first else { return json.object == nil && json.array == nil ? json : nil }
        guard let object = json.object, let value = object[String(name)] else { return nil }
        return kept(value, at: path.dropFirst()).map { .object(JSONObject([(String(name), $0)])) }
    }

    private static func joined(_ one: JSON?, _ other: JSON?) -> JSON? {
        guard let one, let other else { return one ?? other }
        guard case .object(var members) = one, case .object(let more) = other else { return one }
        for member in more { members[member.name] = joined(members[member.name], member.value) }
        return .object(members)
    }

    /// The paths of names in a filter, such as `.a.b`; whatever else it says.
    private static func paths(in filter: String) -> [[Substring]] {
        filter.matches(of: /(?:\.[A-Za-z_][A-Za-z0-9_]*)+/).map { match in
            match.output.split(separator: ".")
        }
    }
}
