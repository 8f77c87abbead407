import AlicloudContract
import OrderedJSON

/// An action that lists resources: which, where they are in the response, and how pages are asked for.
struct Listing: Sendable {
    /// How pages are asked for.
    enum Pages: Sendable, Hashable {
        /// `PageNumber` and `PageSize`.
        case numbers(size: Int, most: Int)
        /// `NextToken`, and a number of results called so.
        case tokens(String, size: Int, most: Int)
        /// Everything at once.
        case none
    }

    /// The kind of the resources.
    let kind: String
    /// The names from the response down to the list.
    let path: [String]
    let pages: Pages
    /// The fields that parameters are compared with, where they are called otherwise.
    var fields: [String: String] = [:]
    /// Parameters that select nothing.
    var others: Set<String> = []
    /// Whether resources of other regions are omitted.
    var isRegional = true
    /// What a resource shows besides its own fields.
    var extra: @Sendable (Resource, Account) -> JSONObject = { resource, _ in resource.data }
    /// Further conditions.
    var filter: @Sendable (Resource, Call, Account) -> Bool = { _, _, _ in true }

    /// The operation.
    var operation: Operation {
        { call, account in
            let found = account.all(kind).filter { matches($0, call) && filter($0, call, account) }
            return try page(found.map { extra($0, account) }, call)
        }
    }

    private static let never: Set<String> = [
        "PageNumber", "PageSize", "NextToken", "MaxResults", "MaxResult", "RegionId", "ClientToken", "DryRun", "Filter",
        "OwnerId", "OwnerAccount", "ResourceOwnerId", "ResourceOwnerAccount",
    ]

    private func matches(_ resource: Resource, _ call: Call) -> Bool {
        if isRegional, !resource.region.isEmpty, resource.region != call.region { return false }
        for argument in call.arguments where !Listing.never.contains(argument.name) && !others.contains(argument.name) {
            if argument.name == "Tag" || argument.name == "Tags" {
                if !Listing.hasTags(resource, argument.value.array ?? []) { return false }
                continue
            }
            let field = fields[argument.name] ?? Listing.singular(argument.name, argument.value)
            guard let value = resource.data[field] else {
                if argument.value.array?.isEmpty == true || argument.value.string?.isEmpty == true { continue }
                return false
            }
            if !Listing.isEqual(value, argument.value) { return false }
        }
        return true
    }

    /// `ServerGroupIds` selects by `ServerGroupId`.
    private static func singular(_ name: String, _ value: JSON) -> String {
        value.array != nil && name.hasSuffix("s") ? String(name.dropLast()) : name
    }

    private static func isEqual(_ value: JSON, _ wanted: JSON) -> Bool {
        if let list = wanted.array { return list.contains { isEqual(value, $0) } }
        if let text = wanted.string {
            if text.isEmpty { return true }
            let own = value.string ?? value.text()
            return own == text || text.split(separator: ",").contains { $0 == own }
        }
        return value == wanted
    }

    private static func hasTags(_ resource: Resource, _ wanted: [JSON]) -> Bool {
        let tags = resource.list("Tags")
        return wanted.allSatisfy { want in
            tags.contains { $0["Key"] == want["Key"] && (want["Value"] == nil || $0["Value"] == want["Value"]) }
        }
    }

    /// A page of rows, with what the response says about pages.
    func page(_ rows: [JSONObject], _ call: Call) throws -> JSONObject {
        var response = JSONObject()
        var shown = rows[...]
        switch pages {
        case .none: break
        case .numbers(let size, let most):
            let number = call.int("PageNumber") ?? 1
            let count = call.int("PageSize") ?? size
            guard number >= 1 else { throw ArgumentReader.invalid("PageNumber") }
            guard count >= 1, count <= most else { throw ArgumentReader.invalid("PageSize") }
            shown = rows.dropFirst((min(number, 1_000_000) - 1) * count).prefix(count)
            response.append("PageNumber", .number(JSONNumber(number)))
            response.append("PageSize", .number(JSONNumber(count)))
        case .tokens(let name, let size, let most):
            let count = call.int(name) ?? size
            guard count >= 1, count <= most else { throw ArgumentReader.invalid(name) }
            var start = 0
            if let token = call.text("NextToken") {
                guard let place = Listing.place(of: token), place <= rows.count else {
                    throw call.problem("IllegalParam.NextToken", "The specified NextToken is illegal.")
                }
                start = place
            }
            shown = rows.dropFirst(start).prefix(count)
            if start + count < rows.count { response.append("NextToken", .string(Listing.token(start + count))) }
            response.append(name, .number(JSONNumber(count)))
        }
        response.append("TotalCount", .number(JSONNumber(rows.count)))
        var list = JSON.array(shown.map(JSON.object))
        for name in path.dropFirst().reversed() { list = .object(JSONObject([(name, list)])) }
        response.append(path[0], list)
        return response
    }

    /// What a client hands back to get the page that begins there; it reads nothing into it.
    private static func token(_ place: Int) -> String {
        "FFmyTO70tTpLG6I3FmYAXGKPd" + String(place &* 7919, radix: 36)
    }

    private static func place(of token: String) -> Int? {
        guard token.hasPrefix("FFmyTO70tTpLG6I3FmYAXGKPd"), let number = Int(token.dropFirst(25), radix: 36),
            number > 0, number % 7919 == 0
        else { return nil }
        return number / 7919
    }
}
