import RunbookBodies

/// What a path may come to on its way, for servers and proxies between us and the cluster read paths differently.
///
/// A proxy may decode a path before it looks at it, take dot segments out of it (the console of Kibana does), take `\`
/// for `/`, cut it at a decoded `?`, or leave `;PARAMETER` away. A path is judged by the worst of what it may become.
enum ElasticPath {
    /// Why a path is not sent.
    enum Problem: Sendable, Hashable {
        /// It has `.` or `..`, however they are encoded, which a server takes out.
        case dots
        /// Two slashes follow each other.
        case empty
        /// A list of names has an empty one.
        case emptyName
        /// It has a control character.
        case control
        /// What is percent-encoded is not UTF-8.
        case encoding
    }

    /// How often a text is decoded at most; a text that can be decoded still is taken for an attack.
    private static let levels = 5

    /// The first segment of a percent-encoded path that cannot be sent, with its place among the bytes.
    static func problem(in path: some Sequence<UInt8>) -> (problem: Problem, range: Range<Int>)? {
        let bytes = Array(path)
        var start = bytes.first == slash ? 1 : 0
        var before = Before()
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: slash) ?? bytes.count
            if start == end { return (.empty, start..<end + 1) }
            let segment = bytes[start..<end]
            if segment.allSatisfy(isPlain) {
                if isDots(segment) { return (.dots, start..<end) }
            } else {
                let isList = !before.isFollowedByOneName(isLast: end == bytes.count)
                if let problem = problem(inSegment: Array(segment), isList: isList) { return (problem, start..<end) }
            }
            before.add(segment)
            start = end + 1
        }
        return nil
    }

    /// The segments before one.
    private struct Before {
        private var count = 0
        private var last: ArraySlice<UInt8> = []
        private var areNames = true

        mutating func add(_ segment: ArraySlice<UInt8>) {
            count += 1
            last = segment
            if segment.first == UInt8(ascii: "_") { areNames = false }
        }

        /// Whether the next segment is the name of one thing, and not a list: the id of a document may hold any comma.
        func isFollowedByOneName(isLast: Bool) -> Bool {
            if documentAPIs.contains(where: { last.elementsEqual($0.utf8) }) { return true }
            // `/index/type/id`, as versions before 8 have it.
            return count == 2 && isLast && areNames
        }
    }

    /// Whether a byte means itself wherever it is: nothing decodes it, separates by it or refuses it.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "%") && byte != UInt8(ascii: ",") && byte != backslash
    }

    private static let documentAPIs = [
        "_doc", "_create", "_update", "_source", "_explain", "_termvectors", "_percolate", "_mlt", "_scripts",
        "template",
        "scroll",
    ]

    /// Whether a list of names has one that is empty: servers leave it away, and take a list of none for everything.
    private static func hasEmptyName(_ bytes: [UInt8]) -> Bool {
        let comma = UInt8(ascii: ",")
        guard bytes.contains(comma) else { return false }
        return bytes.split(separator: comma, omittingEmptySubsequences: false).contains { name in
            name.allSatisfy { $0 <= 0x20 }
        }
    }

    private static func problem(inSegment segment: [UInt8], isList: Bool) -> Problem? {
        var bytes = segment
        for _ in 0..<levels {
            if isList, hasEmptyName(bytes) { return .emptyName }
            if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .control }
            guard let text = String(validating: bytes, as: UTF8.self) else { return .encoding }
            let parts = plain(text).split { $0 == slash || $0 == backslash }
            if parts.contains(where: isDots) { return .dots }
            let decoded = PercentEncoding.decodedBytes(bytes)
            if decoded == bytes { return nil }
            bytes = decoded
        }
        return .dots
    }

    /// Whether a part is `.` or `..` where it ends, or where a parameter, a query or a fragment begins.
    private static func isDots(_ part: ArraySlice<UInt8>) -> Bool {
        let name = part.prefix { $0 != semicolon && $0 != question && $0 != hash }
        return (1...2).contains(name.count) && name.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// The text's bytes, with ASCII instead of what Unicode calls compatible with dots and slashes.
    private static func plain(_ text: String) -> [UInt8] {
        guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return Array(text.utf8) }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2024, 0xFF0E: bytes.append(UInt8(ascii: "."))
            case 0x2025: bytes += "..".utf8
            case 0xFF0F: bytes.append(slash)
            case 0xFF3C: bytes.append(backslash)
            default: bytes += UTF8.encode(scalar)?.map(\.self) ?? []
            }
        }
        return bytes
    }

    /// The segments of all that a path may become, beginning with what a cluster makes of it itself.
    static func readings(_ path: String) -> [[String]] {
        let own = path.utf8.split(separator: slash).map { PercentEncoding.decoded(Substring($0)) }
        let marks: [UInt8] = [UInt8(ascii: "%"), backslash, semicolon, question, hash]
        guard path.utf8.contains(where: { marks.contains($0) }) else { return [own] }
        var readings = [own]
        var bytes = Array(path.utf8)
        for _ in 0...levels {
            for isCut in [false, true] {
                let cut = isCut ? bytes.prefix { $0 != question && $0 != hash } : bytes[...]
                for separators in [[slash], [slash, backslash]] {
                    let segments = cut.split { separators.contains($0) }
                    readings.append(segments.map(decoded))
                    readings.append(
                        segments.map { $0.prefix { $0 != semicolon } }.filter { !$0.isEmpty }.map(decoded))
                }
            }
            let decoded = PercentEncoding.decodedBytes(bytes)
            if decoded == bytes { break }
            bytes = decoded
        }
        var known: Set<[String]> = []
        return readings.filter { known.insert($0).inserted }
    }

    private static func decoded(_ segment: ArraySlice<UInt8>) -> String {
        String(decoding: PercentEncoding.decodedBytes(Array(segment)), as: UTF8.self)
    }

    private static let slash = UInt8(ascii: "/")
    private static let backslash = UInt8(ascii: "\\")
    private static let semicolon = UInt8(ascii: ";")
    private static let question = UInt8(ascii: "?")
    private static let hash = UInt8(ascii: "#")
}

extension ElasticPath.Problem {
    /// What is wrong, for people.
    var message: String {
        switch self {
        case .dots: "servers remove `.` and `..` from a path, so the request would go to another path"
        case .empty: "a part of the path is empty; not all servers read such a path in the same way"
        case .emptyName: "a name in the list is empty, and servers read a list without names as all names"
        case .control: "a path cannot contain a control character"
        case .encoding: "the percent-encoded bytes in the path are not UTF-8"
        }
    }

    /// What to do.
    var help: String {
        switch self {
        case .dots: "write the path that you mean, without `.` and `..`"
        case .empty: "write one `/` between two parts"
        case .emptyName: "write the names that you mean, with one comma between two names"
        case .control: "remove the character"
        case .encoding: "percent-encode the UTF-8 bytes of the name"
        }
    }
}
