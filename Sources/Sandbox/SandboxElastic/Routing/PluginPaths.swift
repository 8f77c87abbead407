/// The beginnings of the paths of plugins and licensed parts that a server has and that are not emulated.
///
/// What a real server takes below them is more than its clients ask for, so an unknown path there says nothing.
struct PluginPaths: Sendable {
    private let isOpenSearch: Bool
    private let hasOpenDistro: Bool
    /// Names such as `_ilm`, first in a path or after an index, of which no endpoint is emulated.
    private let names: Set<String>

    init(_ profile: Profile, known: [[String]], emulated: [[String]]) {
        isOpenSearch = profile.isOpenSearch
        hasOpenDistro = profile.securityProduct != .elasticsearch
        let missing = Set(known.compactMap(PluginPaths.name)).subtracting(emulated.compactMap(PluginPaths.name))
        let isElastic = profile.securityProduct == .elasticsearch && profile.replicates
        names = missing.union(isElastic ? PluginPaths.partlyEmulated : [])
            .union(isElastic && profile.version >= "8.0" ? PluginPaths.withoutClient : [])
            .union(isElastic && profile.version < "7.0" ? PluginPaths.withoutOwnClient : [])
    }

    /// The names that their paths begin with.
    var firstNames: Set<String> {
        names.union(isOpenSearch ? ["_plugins"] : []).union(hasOpenDistro ? ["_opendistro"] : [])
    }

    /// Whether a path is one of theirs, whatever follows.
    func contain(_ segments: [String]) -> Bool {
        switch (segments.first, segments.dropFirst().first) {
        // The replication is emulated as a whole.
        case ("_plugins"?, let plugin?): isOpenSearch && plugin != "_replication"
        case ("_opendistro"?, let plugin?): hasOpenDistro && PluginPaths.ofOpenDistro.contains(plugin)
        default: PluginPaths.name(in: segments).map(names.contains) ?? false
        }
    }

    /// The name that says whose path it is: the first, or the one after an index.
    private static func name(in segments: [String]) -> String? {
        segments.prefix(2).first { $0.hasPrefix("_") }
    }

    /// Plugins of Elasticsearch of which some endpoints are emulated.
    private static let partlyEmulated: Set<String> = ["_security"]

    /// Parts of Elasticsearch 8 that no official client asks for.
    private static let withoutClient: Set<String> = ["_profiling"]

    /// Licensed parts of Elasticsearch 6, which its client leaves to a package of its own.
    private static let withoutOwnClient: Set<String> = [
        "_graph", "_ilm", "_license", "_migration", "_ml", "_rollup", "_sql", "_ssl", "_watcher", "_xpack",
    ]

    /// The plugins of Open Distro 1.13, whose paths OpenSearch still takes.
    private static let ofOpenDistro: Set<String> = [
        "_alerting", "_anomaly_detection", "_asynchronous_search", "_ism", "_knn", "_performanceanalyzer", "_ppl",
        "_refresh_search_analyzers", "_reports", "_rollup", "_security", "_sql", "_transform",
    ]
}
