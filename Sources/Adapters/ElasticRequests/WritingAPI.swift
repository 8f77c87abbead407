/// The paths of which is known that requests to them write: what no rule names and official clients can send.
///
/// Whether a path is among them only matters where an author says that a request reads.
enum WritingAPI {
    /// The segments of each path, `*` for a name, by how many they are.
    private static let patterns = Dictionary(
        grouping: paths.utf8.split { $0 <= 0x20 }.map { path in
            path.split(separator: UInt8(ascii: "/")).map { [String(Substring($0))] }
        }, by: \.count)

    /// Whether a path is one of them.
    static func has(_ segments: [String]) -> Bool {
        (patterns[segments.count] ?? []).contains { EffectRule.matches(segments[...], $0[...]) }
    }
}
