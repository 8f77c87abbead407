/// A version of the server as its differences count them: major and minor.
struct Version: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
    let major: Int
    let minor: Int

    init(_ text: String) {
        let parts = text.split(separator: ".").map { Int($0) ?? 0 }
        major = parts.first ?? 0
        minor = parts.count > 1 ? parts[1] : 0
    }

    init(stringLiteral text: String) { self.init(text) }

    static func < (left: Version, right: Version) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}
