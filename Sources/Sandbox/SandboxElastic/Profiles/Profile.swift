/// The facts of one version that the emulator answers from.
///
/// A profile is one file of differences: what a build says of itself, and the settings that it has or lacks. Everything
/// in which versions behave differently asks `has` or `version`, and routes say their versions themselves.
package struct Profile: Sendable {
    /// The name as a runbook and the command line say it, such as `7.0`.
    package let name: String
    /// What `GET /` says of the build.
    let build: Build
    /// What `index.version.created` holds.
    let versionCreated: String
    /// Settings an index may have.
    let indexSettings: IndexSettingCatalog
    /// Settings a cluster may have.
    let clusterSettings: ClusterSettingCatalog
    /// The letters of `node.role` of a node that may be all.
    let nodeRoles: String

    /// The types of repositories it has; what is not `fs` is a folder of the sandbox as well.
    private(set) var repositoryTypes: Set<String> = ["fs"]

    /// The same server with another type of repositories.
    func with(repositoryType type: String) -> Profile {
        var profile = self
        profile.repositoryTypes.insert(type)
        return profile
    }

    /// Whether repositories of any type are kept in the memory of the sandbox, which no server of these builds has.
    private(set) var keepsAnyRepository = false

    /// The same server, in which repositories of any type are kept in the memory of the sandbox.
    var keepingAnyRepository: Profile {
        var profile = self
        profile.keepsAnyRepository = true
        return profile
    }

    /// Settings that it gives each new index, unless the request says something of them.
    private(set) var givenIndexSettings: [String: String] = [:]

    /// The services that run it with parts of their own, by their flavor.
    private(set) var services: [String] = []

    /// The same server, as a service runs it.
    func run(by service: String) -> Profile {
        var profile = self
        profile.services.append(service)
        return profile
    }

    /// The same server, which gives each new index a setting.
    func with(indexSetting name: String, _ value: String) -> Profile {
        var profile = self
        profile.givenIndexSettings[name] = value
        return profile
    }

    /// Whether it replicates, which is not among the open parts.
    private(set) var replicates = true

    /// The same server with its open parts only.
    package var openParts: Profile {
        var profile = self
        profile.replicates = false
        return profile
    }

    /// Whether requests are answered as the major version before did, which a client may ask for.
    private(set) var isCompatible = false

    /// The same server, as it answers who asks for the major version before.
    var compatible: Profile {
        var profile = self
        profile.isCompatible = true
        return profile
    }

    /// Whether documents have no types.
    var hasNoTypes: Bool { has(.hasNoTypes) && !isCompatible }

    /// Whether paths with types are not even there for who asks for an older version.
    var forgetsTypes: Bool { isOpenSearch }

    /// The plugin that replicates, where that is not the server itself.
    private(set) var plugin: ReplicationPlugin?

    /// The same server, in which a plugin replicates.
    func replicating(by plugin: ReplicationPlugin) -> Profile {
        var profile = self
        profile.plugin = plugin
        profile.replicates = false
        return profile
    }

    /// Whether it asks for a user.
    private(set) var isSecured = false

    /// The same server, which asks for a user.
    var secured: Profile {
        var profile = self
        profile.isSecured = true
        return profile
    }

    /// Whose security it has.
    var securityProduct: SecurityProduct {
        isOpenSearch ? .openSearch : plugin == .openDistro ? .openDistro : .elasticsearch
    }

    /// The flavors that a runbook may require of it, the most general first.
    package var flavors: [String] {
        if isOpenSearch { return ["opensearch"] }
        return ["elasticsearch", build.flavor] + (plugin == .openDistro ? ["opendistro"] : []) + services
    }

    /// The version of Elasticsearch that another product began as; nil for Elasticsearch itself.
    private(set) var origin: Version?

    /// Another product, which has what differs since or until a version of Elasticsearch.
    func derived(from origin: Version) -> Profile {
        var profile = self
        profile.origin = origin
        return profile
    }

    /// Whether it is OpenSearch.
    var isOpenSearch: Bool { origin != nil }

    /// The version, as differences count it.
    var version: Version { origin ?? Version(build.number) }

    /// Whether this version has something in which versions differ.
    func has(_ difference: Difference) -> Bool {
        difference.span.contains(version) || isOpenSearch && difference.isInOpenSearch
    }

    /// What the server says of a member that its parser does not know.
    func unknownField(_ name: String) -> String {
        "unknown field [\(name)]" + (has(.shortParserErrors) ? "" : ", parser not found")
    }

    /// What the server says of a member that its parser does not know, and which one was meant perhaps.
    func unknownField(_ name: String, among known: Set<String>) -> String {
        unknownField(name) + proposal(for: name, among: known)
    }

    /// What the server adds to an error about a name that it does not know; empty where nothing is close to it.
    func proposal(for name: String, among known: Set<String>) -> String {
        guard has(.parsersPropose) else { return "" }
        let close = Spelling.suggestions(for: name, among: known, likerThan: 0.5)
        let advice = close.count == 1 ? "[\(close[0])]" : "any of [\(close.joined(separator: ", "))]"
        return close.isEmpty ? "" : " did you mean \(advice)?"
    }

    /// The profiles this emulator knows: the one that is taken where nothing is said, and then the oldest first.
    package static let all: [Profile] = [
        .v7_10, .v6_7, .v6_7Aliyun, .v7_0, .v8, .openDistro1_13, .openSearch2_19,
    ]

    /// The profile that is taken where nothing is said.
    package static let first = v7_10

    /// The profile of a name; nil when there is none.
    package static func named(_ name: String) -> Profile? { all.first { $0.name == name } }

    /// What a server says of its build.
    struct Build: Sendable {
        let number: String
        let flavor: String
        let type: String
        let hash: String
        let date: String
        let lucene: String
        let minimumWire: String
        let minimumIndex: String
    }

    /// A `Warning` header's value for a deprecation (RFC 7234, section 5.5, code 299).
    func warning(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "299 \(isOpenSearch ? "OpenSearch" : "Elasticsearch")-\(build.number)-\(build.hash) \"\(escaped)\""
    }
}
