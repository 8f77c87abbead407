import AlicloudContract
import OrderedJSON

/// What an operation is given: an action, its typed arguments and where it was asked.
struct Call: Sendable {
    let action: CloudAction
    let arguments: JSONObject
    /// The region of the parameter `RegionId`, else of the endpoint.
    let region: String

    /// The text of an argument; nil when it was left out or is empty.
    func text(_ name: String) -> String? {
        guard let value = arguments[name]?.string, !value.isEmpty else { return nil }
        return value
    }

    /// The text of an argument that the operation cannot do without.
    func required(_ name: String) throws -> String {
        guard let value = text(name) else { throw ArgumentReader.missing(name) }
        return value
    }

    /// The integer of an argument.
    func int(_ name: String) -> Int? { arguments[name]?.int }

    /// Whether an argument is `true`; nil when it was left out.
    func flag(_ name: String) -> Bool? { arguments[name]?.bool }

    /// The elements of an argument that is a list.
    func list(_ name: String) -> [JSON] { arguments[name]?.array ?? [] }

    /// The texts of an argument that is a list.
    func texts(_ name: String) -> [String] { list(name).compactMap(\.string) }

    /// The members of the arguments with these names, where they were given.
    func given(_ names: String...) -> JSONObject {
        var object = JSONObject()
        for name in names { object[name] = arguments[name] }
        return object
    }

    /// The tags of the argument `Tag`, as resources keep them.
    var tags: JSON { .array(list("Tag")) }

    /// The documented error of a code; its text is the given one where the documentation has none that can be said.
    func problem(_ code: String, status: Int = 400, _ message: String = "") -> CloudProblem {
        let known = CloudProblem.documented(code, product: action.product, action: action.name)
        let hasText = known.map { $0.message != code && !$0.message.contains("%s") } ?? false
        let text = message.isEmpty ? code : message
        return CloudProblem(code, status: known?.status ?? status, message: hasText ? known?.message ?? text : text)
    }
}
