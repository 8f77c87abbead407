import OrderedJSON

extension ParameterSchema {
    /// What a value may be, for a person who is asked for one: `integer, from 2 to 9`; empty where a list of values says it.
    package var limits: String {
        if alternatives != nil { return "" }
        var words = kind.map { [$0 == .string ? "" : $0.rawValue] } ?? []
        words.append(ParameterSchema.range(minimum?.text, maximum?.text))
        let unit = kind == .array ? "elements" : "characters"
        let length = ParameterSchema.range(minimumLength.map { "\($0)" }, maximumLength.map { "\($0)" })
        if !length.isEmpty { words.append("\(length) \(unit)") }
        if let format { words.append("format `\(format)`") }
        if let pattern { words.append("must match `\(pattern)`") }
        return words.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func range(_ least: String?, _ greatest: String?) -> String {
        switch (least, greatest) {
        case (let least?, let greatest?): "from \(least) to \(greatest)"
        case (let least?, nil): "at least \(least)"
        case (nil, let greatest?): "at most \(greatest)"
        case (nil, nil): ""
        }
    }
}
