import Calendar

/// The forms of text that `format` names; others are accepted and not looked at, as JSON Schema asks.
public enum ParameterFormat: String, Sendable, CaseIterable {
    /// An IPv4 address in dotted decimal (RFC 2673, section 3.2).
    case ipv4
    /// A host name (RFC 1123, section 2.1).
    case hostname
    /// An absolute URI with a scheme (RFC 3986).
    case uri
    /// A full date (RFC 3339), such as `2026-11-21`.
    case date

    /// Whether a text has this form.
    public func admits(_ text: String) -> Bool {
        switch self {
        case .ipv4: isIPv4(text)
        case .hostname: isHostname(text)
        case .uri: isURI(text)
        case .date: isDate(text)
        }
    }

    private func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard let number = UInt8(part) else { return false }
                return String(number) == part
            }
    }

    private func isHostname(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }
    }

    private func isURI(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), text.first?.isLetter == true else { return false }
        let scheme = text[..<colon]
        return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            && !text.contains { $0.isWhitespace } && text.index(after: colon) < text.endIndex
    }

    private func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return false }
        return CalendarDay(year: year, month: month, day: day) != nil
    }
}
