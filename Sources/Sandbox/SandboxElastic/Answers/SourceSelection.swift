internal import OrderedJSON

/// Which parts of documents an answer shows.
struct SourceSelection: Sendable {
    var isShown = true
    var includes: [String] = []
    var excludes: [String] = []

    /// Whether documents are shown as they are.
    var isWhole: Bool { isShown && includes.isEmpty && excludes.isEmpty }

    init() {}

    /// Reads the parameters of a query.
    init(_ query: QueryParameters) {
        switch query["_source"] {
        case nil: break
        case "true"?: break
        case "false"?: isShown = false
        case let list?: includes = elements(list)
        }
        includes += query.list("_source_includes") ?? query.list("_source_include") ?? []
        excludes += query.list("_source_excludes") ?? query.list("_source_exclude") ?? []
    }

    /// Reads the `_source` of a search's body.
    init(_ json: JSON) {
        switch json {
        case .bool(let value): isShown = value
        case .string(let text): includes = [text]
        case .array(let list): includes = list.compactMap(\.string)
        case .object(let object):
            includes = SourceSelection.list(object["includes"] ?? object["include"])
            excludes = SourceSelection.list(object["excludes"] ?? object["exclude"])
        default: break
        }
    }

    private static func list(_ json: JSON?) -> [String] {
        json?.string.map { [$0] } ?? json?.array?.compactMap(\.string) ?? []
    }

    /// What is shown of a document; nil when nothing is to be.
    func apply(to source: [UInt8]) -> JSON? {
        guard isShown, let json = try? JSON(bytes: source) else { return nil }
        if isWhole { return json }
        let wholes = includes.flatMap { [$0, $0 + ".*"] }
        return PathFilter(includes: wholes, excludes: excludes).apply(to: json) ?? [:]
    }
}
