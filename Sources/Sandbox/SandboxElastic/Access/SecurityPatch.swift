internal import OrderedJSON

/// Changes of an object by a list of operations (RFC 6902), as far as the security API is asked for them.
enum SecurityPatch {
    /// The object after the operations; nil when one of them cannot be done.
    static func apply(_ operations: [JSON], to object: JSONObject) -> JSONObject? {
        var value = JSON.object(object)
        for operation in operations {
            guard let kind = operation["op"]?.string, let path = operation["path"]?.string, path.hasPrefix("/") else {
                return nil
            }
            let names = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
                String($0.replacing("~1", with: "/").replacing("~0", with: "~"))
            }
            guard let changed = change(value, names[...], kind, operation["value"]) else { return nil }
            value = changed
        }
        return value.object
    }

    private static func change(
        _ value: JSON, _ path: ArraySlice<String>, _ kind: String, _ new: JSON?
    ) -> JSON? {
        guard let name = path.first else { return nil }
        if var object = value.object {
            if path.count > 1 {
                guard let inner = object[name] else { return nil }
                object[name] = change(inner, path.dropFirst(), kind, new)
                return object[name] == nil ? nil : .object(object)
            }
            switch kind {
            case "add": object[name] = new
            case "replace" where object[name] != nil: object[name] = new
            case "remove" where object[name] != nil: object[name] = nil
            default: return nil
            }
            return kind != "remove" && new == nil ? nil : .object(object)
        }
        guard var array = value.array else { return nil }
        if name == "-", path.count == 1, kind == "add", let new { return .array(array + [new]) }
        guard let index = Int(name), (0...array.count).contains(index) else { return nil }
        if path.count > 1 {
            guard index < array.count, let inner = change(array[index], path.dropFirst(), kind, new) else { return nil }
            array[index] = inner
            return .array(array)
        }
        switch (kind, new) {
        case ("add", let new?): array.insert(new, at: index)
        case ("replace", let new?) where index < array.count: array[index] = new
        case ("remove", _) where index < array.count: array.remove(at: index)
        default: return nil
        }
        return .array(array)
    }
}
