/// What servers of a version take, as their official clients ask for it, so that what is not emulated can be named.
///
/// It is answered as an unknown path is; but a runbook that needs it must not look as if it had failed, or worked.
struct KnownEndpoints: Sendable {
    private struct Pattern: Sendable {
        let segments: [String]
        var methods: Set<String> = []
    }

    /// What a server of the version takes, and what is emulated of it, by the number of segments.
    private let known: [Int: [Pattern]]
    private let emulated: [Int: [Pattern]]
    /// Names of endpoints, which no index and no document has in the place of a placeholder.
    private let names: Set<String>

    init(_ version: Version, emulating routes: [Route]) {
        var known: [[String]: Pattern] = [:]
        for entry in KnownEndpoints.entries where entry.versions.contains(version) {
            let segments = PathTrie<Int>.segments(of: entry.path)
            known[segments, default: Pattern(segments: segments)].methods.insert(entry.method)
        }
        let own = routes.map {
            Pattern(segments: PathTrie<Int>.segments(of: $0.pattern), methods: [$0.method.rawValue])
        }
        self.known = Dictionary(grouping: known.values) { $0.segments.count }
        emulated = Dictionary(grouping: own) { $0.segments.count }
        names = Set(known.keys.joined().filter { $0.hasPrefix("_") })
    }

    /// Whether a real server would take a request for what it is, and the emulator does not.
    func lacks(_ method: String, _ path: some StringProtocol) -> Bool {
        let segments = PathTrie<Int>.segments(of: path)
        let own = (emulated[segments.count] ?? []).filter { matches($0.segments, segments) }
        if own.contains(where: { $0.methods.contains(method) }) { return false }
        let real = (known[segments.count] ?? []).filter { matches($0.segments, segments) }
        // A path that is emulated for other methods is asked for by a wrong one, unless clients do use it.
        return own.isEmpty ? !real.isEmpty : real.contains { $0.methods.contains(method) }
    }

    private func matches(_ pattern: [String], _ segments: [String]) -> Bool {
        zip(pattern, segments).allSatisfy { part, segment in
            part.hasPrefix("{") ? !names.contains(segment) : part == segment
        }
    }

    /// One request that clients make.
    struct Entry: Sendable, Hashable {
        let method: String
        let path: String
        let versions: VersionSpan
    }

    /// All of them, with the versions whose clients make them.
    static let entries: [Entry] = list.split(whereSeparator: \.isWhitespace).compactMap { word in
        let halves = word.split(separator: "@")
        let parts = halves[0].split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let bounds = halves.count > 1 ? halves[1].split(separator: "-", omittingEmptySubsequences: false) : []
        func version(_ place: Int) -> Version? {
            bounds.count > place && !bounds[place].isEmpty ? Version(String(bounds[place])) : nil
        }
        return Entry(method: parts[0], path: parts[1], versions: VersionSpan(since: version(0), until: version(1)))
    }
}
