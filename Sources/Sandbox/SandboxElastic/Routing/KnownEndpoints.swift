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
    /// The beginnings of paths below which anything may be an endpoint.
    private let plugins: PluginPaths

    init(_ profile: Profile, emulating routes: [Route]) {
        var known: [[String]: Pattern] = [:]
        for entry in KnownEndpoints.entries(of: profile) {
            let segments = PathTrie<Int>.segments(of: entry.path)
            known[segments, default: Pattern(segments: segments)].methods.insert(entry.method)
        }
        let own = routes.map {
            Pattern(segments: PathTrie<Int>.segments(of: $0.pattern), methods: [$0.method.rawValue])
        }
        self.known = Dictionary(grouping: known.values) { $0.segments.count }
        emulated = Dictionary(grouping: own) { $0.segments.count }
        plugins = PluginPaths(profile, known: known.keys.map { $0 }, emulated: own.map(\.segments))
        names = Set(known.keys.joined().filter { $0.hasPrefix("_") }).union(plugins.firstNames)
    }

    /// Whether a real server would take a request for what it is, and the emulator does not.
    ///
    /// Below the path of a plugin that is not emulated it cannot be known what a real server takes.
    func lacks(_ method: String, _ path: some StringProtocol) -> Bool {
        let segments = PathTrie<Int>.segments(of: path)
        let own = (emulated[segments.count] ?? []).filter { matches($0.segments, segments) }
        if own.contains(where: { $0.methods.contains(method) }) { return false }
        let real = (known[segments.count] ?? []).filter { matches($0.segments, segments) }
        // A path that is emulated for other methods is asked for by a wrong one, unless clients do use it.
        return own.isEmpty
            ? !real.isEmpty || plugins.contain(segments) : real.contains { $0.methods.contains(method) }
    }

    private func matches(_ pattern: [String], _ segments: [String]) -> Bool {
        // No index begins like the name of an endpoint, whether it is one or not.
        if pattern.first?.hasPrefix("{") == true, let first = segments.first, first.hasPrefix("_"), first != "_all" {
            return false
        }
        return zip(pattern, segments).allSatisfy { part, segment in
            part.hasPrefix("{") ? !names.contains(segment) : part == segment
        }
    }

    /// One request that clients make.
    struct Entry: Sendable, Hashable {
        let method: String
        let path: String
        /// The versions of Elasticsearch whose clients make it; nil where none does.
        let versions: VersionSpan?
        /// Whether Open Distro takes it, which has the open parts only.
        let isInOpenDistro: Bool
        /// Whether the client of OpenSearch makes it.
        let isInOpenSearch: Bool
    }

    /// What servers of a profile take.
    static func entries(of profile: Profile) -> [Entry] {
        switch profile.securityProduct {
        case .openSearch: entries.filter(\.isInOpenSearch)
        case .openDistro: entries.filter(\.isInOpenDistro)
        case .elasticsearch:
            entries.filter { entry in
                // Open Distro is the open parts of Elasticsearch.
                entry.versions?.contains(profile.version) == true && (profile.replicates || entry.isInOpenDistro)
            }
        }
    }

    /// All of them, with the servers that take them.
    static let entries: [Entry] = (list + " " + rest).split(whereSeparator: \.isWhitespace).compactMap { word in
        let halves = word.split(separator: "@", maxSplits: 1)
        let parts = halves[0].split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let marks = halves.count > 1 ? halves[1].split(separator: "+", omittingEmptySubsequences: false) : []
        let bounds = (marks.first ?? "").split(separator: "-", omittingEmptySubsequences: false)
        func version(_ place: Int) -> Version? {
            bounds.count > place && !bounds[place].isEmpty ? Version(String(bounds[place])) : nil
        }
        let products = marks.count > 1 ? marks[1] : ""
        return Entry(
            method: parts[0], path: parts[1],
            versions: marks.first == "none" ? nil : VersionSpan(since: version(0), until: version(1)),
            isInOpenDistro: products.contains("d"), isInOpenSearch: products.contains("o"))
    }
}
