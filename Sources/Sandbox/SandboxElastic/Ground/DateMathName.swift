internal import SandboxWorld

/// Names that hold a date, such as `<logs-{now/d}>` or `<logs-{now-1M{yyyy.MM}}>`.
enum DateMathName {
    /// The name that an expression means at a moment; a text that is not an expression stays as it is.
    static func resolve(_ text: String, at now: SandboxInstant) -> String {
        guard text.count > 2, text.hasPrefix("<"), text.hasSuffix(">") else { return text }
        var result = ""
        var rest = text.dropFirst().dropLast()
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            let expression = rest.prefix { $0 != "{" && $0 != "}" }
            rest = rest[expression.endIndex...]
            var format: Substring = "yyyy.MM.dd"
            if rest.first == "{" {
                format = rest.dropFirst().prefix { $0 != "}" && $0 != "|" }
                rest = rest[format.endIndex...].drop { $0 != "}" }.dropFirst()
            }
            rest = rest.dropFirst()
            guard let moment = moment(expression, now) else { return text }
            result += written(moment, format)
        }
        return result + rest
    }

    /// `now`, moved by `+1d` or `-2M` and rounded down by `/d`; nil when it is not one.
    private static func moment(_ expression: Substring, _ now: SandboxInstant) -> CivilDate? {
        guard expression.hasPrefix("now") else { return nil }
        var date = CivilDate(now.milliseconds)
        var rest = expression.dropFirst(3)
        while let sign = rest.popFirst() {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest[digits.endIndex...]
            guard let unit = rest.popFirst() else { return nil }
            switch sign {
            case "/": date.round(to: unit)
            case "+", "-": date.move(by: (sign == "-" ? -1 : 1) * (Int(digits) ?? 1), unit)
            default: return nil
            }
        }
        return date
    }

    private static func written(_ date: CivilDate, _ format: Substring) -> String {
        var result = ""
        var rest = format
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }
            rest = rest[run.endIndex...]
            switch letter {
            case "y", "u": result += padded(run.count == 2 ? date.year % 100 : date.year, run.count)
            case "M": result += padded(date.month, run.count)
            case "d": result += padded(date.day, run.count)
            case "H": result += padded(date.hour, run.count)
            case "m": result += padded(date.minute, run.count)
            default: result += run
            }
        }
        return result
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(width - text.count, 0)) + text
    }
}
