import RunbookBodies

/// Secrets that are written out in commands: `PASSWORD=x`, `--password x`, `Bearer x`, a password in a URL.
enum ShellSecrets {
    /// Options that take a secret as the next word.
    private static let options = ["password", "passwd", "passphrase", "token", "pwd"]

    /// Where they stand, in order.
    static func places(in bytes: [UInt8], _ scan: ShellScan) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var comments = scan.comments[...]
        var line = 0
        while line < bytes.count {
            while let comment = comments.first, comment.upperBound <= line { comments.removeFirst() }
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            let comment = comments.first { $0.lowerBound < end }
            let text = bytes[line..<max(line, min(end, comment?.lowerBound ?? end))]
            let found = values(in: text)
            places += found
            if found.isEmpty, let secret = LiteralSecret.secret(in: text), !isFilled(text[secret]) {
                places.append(secret)
            }
            line = end + 1
        }
        return places
    }

    private static func values(in line: ArraySlice<UInt8>) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = line.startIndex
        while index < line.endIndex {
            guard ShellScanner.isName(line[index], first: true) else {
                index += 1
                continue
            }
            let name = line[index...].prefix { ShellScanner.isName($0) || $0 == UInt8(ascii: "-") }
            let isOption = index > line.startIndex && line[index - 1] == UInt8(ascii: "-")
            index = name.endIndex
            guard let sign = line[index...].first, sign == UInt8(ascii: "=") || (sign == 0x20 && isOption) else {
                continue
            }
            let text = name.count > 100 ? "" : String(decoding: name, as: UTF8.self)
            let value = value(in: line[(index + 1)...])
            guard !value.isEmpty, !isFilled(value), value.first != UInt8(ascii: "-"), value.first != UInt8(ascii: "<")
            else {
                continue
            }
            let isSecret =
                sign == 0x20
                ? options.contains { text.lowercased().hasSuffix($0) } && !text.lowercased().hasPrefix("no-")
                : LiteralSecret.isSecret(value, named: text)
            if isSecret { places.append(value.indices) }
        }
        return places
    }

    /// The word, without its quotes, that begins a text.
    private static func value(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return text.dropFirst().prefix { $0 != quote }
        }
        return text.prefix { $0 > 0x20 && !";&|)\"'".utf8.contains($0) }
    }

    /// Whether the shell, or the runbook, puts something in, or it is read from elsewhere.
    private static func isFilled(_ value: ArraySlice<UInt8>) -> Bool {
        value.contains { "$`*".utf8.contains($0) } || value.first == UInt8(ascii: "@")
            || value.first == UInt8(ascii: "/")
    }
}
