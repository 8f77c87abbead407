import ElasticRequests
import OrderedJSON
import RunbookModel
import RunbookPlugin

/// Asks a target who it is, and compares that with what the runbook requires.
struct TargetExaminer {
    let target: Target
    let address: String

    /// Examines the target with a way to send it requests.
    func examine(_ send: (ElasticRequest) async -> Outcome) async -> Examination {
        let response: Response
        switch await send(ElasticRequest(method: "GET", path: "/")) {
        case .answered(let given): response = given
        case .refused(let refusal) where refusal.response?.verdict == .denied:
            return failed("denied", "the target `\(target.name)` cannot be reached: \(refusal.reason)")
        case .refused(let refusal) where refusal.isPermanent:
            return failed("unreachable", "the target `\(target.name)` cannot be reached: \(refusal.reason)")
        case .refused(let refusal) where refusal.response != nil:
            return failed("not-ready", "the target `\(target.name)` is not ready yet: \(refusal.reason)")
        case .refused(let refusal):
            return failed(
                "unreachable", "the target `\(target.name)` cannot be reached: \(refusal.reason)",
                help: "see that it runs at \(address)")
        case .unknown(let reason, _):
            return failed(
                "unreachable", "the target `\(target.name)` does not respond: \(reason)",
                help: "see that it runs at \(address)")
        }
        if let problem = problem(with: response) { return problem }
        let product = Product(response.body)
        var diagnostics = [versionProblem(of: product)].compactMap(\.self)
        if let problem = await flavorProblem(of: product, send) { diagnostics.append(problem) }
        if let problem = await securityProblem(of: product, send) { diagnostics.append(problem) }
        return Examination(
            address: address, identity: product?.clusterID, product: product?.description, diagnostics: diagnostics)
    }

    private func problem(with response: Response) -> Examination? {
        let status = response.status ?? 0
        switch status {
        case 200 where Product(response.body) != nil: return nil
        case 401:
            return failed(
                "denied",
                hasCredentials
                    ? "the target `\(target.name)` does not accept the credentials (status 401)"
                    : "the target `\(target.name)` requires credentials (status 401)",
                help: hasCredentials
                    ? "check its \(credentials) in the environment file"
                    : "the environment file gives it none: add `user` and `password`, `api_key` or `bearer`")
        case 403:
            return failed(
                "denied", "the user may not read the identity of the target `\(target.name)` (status 403)",
                help: "give the user the cluster privilege `monitor`")
        case 500...:
            return failed("not-ready", "the target `\(target.name)` responded with status \(status)")
        case 300..<400:
            let place = response.headers["location"]?.string.map {
                " to `\(VisibleText.visible(Excerpt.text($0, atMost: 200)))`"
            }
            return failed(
                "not-elasticsearch", "\(address) redirects\(place ?? "") (status \(status))",
                help:
                    "redirects are not followed, because they could send the credentials to another server: "
                    + "write the new address "
                    + "in `url`")
        default:
            return failed(
                "not-elasticsearch",
                "the server at \(address) is neither Elasticsearch nor OpenSearch (status \(status))",
                help: target.settings["kibana"] == nil
                    ? "check `url` in the environment file: it is the HTTP address, by default with port 9200"
                    : "check `kibana` in the environment file, and the proxies between this machine and Kibana")
        }
    }

    /// Whether the environment file says who we are.
    private var hasCredentials: Bool { !target.secrets.isEmpty || target.settings["user"] != nil }

    /// The keys of the environment file by which we say who we are.
    private var credentials: String {
        for key in ["api_key", "bearer"] where target.secrets[key] != nil { return "`\(key)`" }
        return "`user` and `password`"
    }

    private func versionProblem(of product: Product?) -> Diagnostic? {
        guard let product, let required = target.requirements["version"] else { return nil }
        let text = required.string ?? required.text()
        guard let requirement = VersionRequirement(text) else {
            return diagnostic(
                "version", "`\(VisibleText.visible(text))` is not a requirement of a version",
                help: "write comparisons, such as `version: \">=7.10\"`")
        }
        if requirement.holds(for: product.version) { return nil }
        return diagnostic(
            "version",
            "the target `\(target.name)` is \(product.description), but the runbook requires version \(text)",
            help: "use another target, or another runbook")
    }

    /// Who runs Elasticsearch with plugins of their own, by parts of whose names they are known.
    private static let services: [(flavor: String, build: String, plugins: [String])] = [
        // Built from its sources, the plugin of replication has the name of its class.
        ("opendistro", "oss", ["opendistro", "com.amazon.elasticsearch."]),
        ("aliyun", "elasticsearch", ["aliyun", "aliws", "apack", "repository-oss"]),
    ]

    private func flavorProblem(
        of product: Product?, _ send: (ElasticRequest) async -> Outcome
    ) async -> Diagnostic? {
        let required = TargetKind.Requirement.words(of: target.requirements["flavor"] ?? .null)
        guard let product, !required.isEmpty else { return nil }
        var flavors = product.flavors
        for service in TargetExaminer.services
        where required.contains(service.flavor) && flavors.contains(service.build) {
            if case .answered(let response) = await send(
                ElasticRequest(method: "GET", path: "/_cat/plugins", query: "h=component")),
                service.plugins.contains(where: response.text.contains)
            {
                flavors.append(service.flavor)
            }
        }
        if required.contains(where: flavors.contains) { return nil }
        let words = required.map { "`\($0)`" }.joined(separator: " or ")
        return diagnostic(
            "flavor", "the target `\(target.name)` is \(product.description), but the runbook requires \(words)",
            help: "its flavors: \(flavors.map { "`\($0)`" }.joined(separator: ", "))")
    }

    /// A cluster with security tells a user who the user is.
    private func securityProblem(
        of product: Product?, _ send: (ElasticRequest) async -> Outcome
    ) async -> Diagnostic? {
        guard product != nil, target.requirements["security"]?.bool == true else { return nil }
        for path in ["/_opendistro/_security/authinfo", "/_plugins/_security/authinfo", "/_security/_authenticate"] {
            if case .answered(let response) = await send(ElasticRequest(method: "GET", path: path)),
                response.status == 200
            {
                return nil
            }
        }
        return diagnostic(
            "security", "the target `\(target.name)` has no security, but the runbook requires it",
            help: "use a cluster with users and roles, and write `user` and `password` in the environment file")
    }

    private func failed(_ code: String, _ message: String, help: String? = nil) -> Examination {
        Examination(address: address, diagnostics: [diagnostic(code, message, help: help)])
    }

    private func diagnostic(_ code: String, _ message: String, help: String?) -> Diagnostic {
        guard let help else { return Diagnostic("target/\(code)", message, at: nil) }
        return Diagnostic("target/\(code)", message, at: nil, help: help)
    }
}
