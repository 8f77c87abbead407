import AlicloudContract
import OrderedJSON

/// How an action gives a long list, in one of the ways there are.
struct Pages {
    private enum Way {
        case numbers(page: String, size: String, most: Int)
        case tokens(size: String, most: Int)
    }

    private let way: Way

    /// The way of an action; nil when it gives all at once.
    init?(_ action: CloudAction) {
        if action.parameter("NextToken") != nil {
            let size = ["MaxResults", "MaxResult"].first { action.parameter($0) != nil } ?? "MaxResults"
            // The smallest maximum of all lists is that of propagations.
            way = .tokens(size: size, most: action.name.contains("Propagation") ? 50 : 100)
        } else if action.parameter("PageNumber") != nil {
            way = .numbers(page: "PageNumber", size: "PageSize", most: 50)
        } else if action.parameter("page") != nil, action.parameter("size") != nil {
            way = .numbers(page: "page", size: "size", most: action.name == "ListInstance" ? 100 : 20)
        } else {
            return nil
        }
    }

    /// Whether arguments ask for a page of their own.
    func isAsked(_ arguments: JSONObject) -> Bool {
        ["NextToken", "MaxResults", "MaxResult", "PageNumber", "PageSize", "page", "size"]
            .contains { arguments[$0] != nil }
    }

    /// Asks for a page, counted from 1.
    func ask(_ number: Int, _ arguments: inout JSONObject) {
        switch way {
        case .numbers(let page, let size, let most):
            arguments[page] = .number(JSONNumber(number))
            arguments[size] = .number(JSONNumber(most))
        case .tokens(let size, let most): arguments[size] = .number(JSONNumber(most))
        }
    }

    /// Whether another page follows the one that came.
    func hasMore(_ body: JSONObject, _ count: Int, _ arguments: inout JSONObject) -> Bool {
        switch way {
        case .tokens:
            guard let token = body["NextToken"]?.string, !token.isEmpty else { return false }
            arguments["NextToken"] = .string(token)
            return true
        case .numbers(let page, _, let most):
            if let total = body["TotalCount"]?.int ?? body["Headers"]?["X-Total-Count"]?.int { return count < total }
            // Without a total a page that is full may have another one behind it.
            return count == (arguments[page]?.int ?? 1) * most
        }
    }

    /// The value with another one at a path.
    static func replaced(_ value: JSON, _ path: [String], _ new: JSON) -> JSON {
        guard let first = path.first, var object = value.object else { return new }
        object[first] = replaced(object[first] ?? .object(JSONObject()), Array(path.dropFirst()), new)
        return .object(object)
    }

    /// The names down to the one list of an action's response; empty when there is none or more than one.
    static func path(of action: CloudAction) -> [String] {
        for field in action.response {
            switch field.kind {
            case .list(.object): return [field.name]
            case .object(let inner):
                if inner.count == 1, case .list(.object) = inner[0].kind { return [field.name, inner[0].name] }
            default: continue
            }
        }
        return []
    }
}
