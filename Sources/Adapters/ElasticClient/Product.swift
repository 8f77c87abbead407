import OrderedJSON

/// What `GET /` says about a server.
struct Product {
    /// The version's number, such as `7.10.2`.
    let version: String
    /// The cluster's UUID; nil while the cluster has none.
    let clusterID: String?
    /// The names of its flavour that a runbook may require, the most general first.
    let flavors: [String]
    private let clusterName: String?

    /// Reads the response; nil when it is not of Elasticsearch or OpenSearch.
    init?(_ body: JSON) {
        guard let version = body["version"]?["number"]?.string, body["tagline"]?.string != nil else { return nil }
        self.version = version
        clusterName = body["cluster_name"]?.string
        clusterID = body["cluster_uuid"]?.string.flatMap { $0 == "_na_" ? nil : $0 }
        if body["version"]?["distribution"]?.string == "opensearch" {
            flavors = ["opensearch"]
        } else {
            flavors = ["elasticsearch"] + [body["version"]?["build_flavor"]?.string].compactMap(\.self)
        }
    }

    /// The product, its version and the cluster's name, for people.
    var description: String {
        let name = flavors.first == "opensearch" ? "OpenSearch" : "Elasticsearch"
        return "\(name) \(version)" + (clusterName.map { " (cluster `\($0)`)" } ?? "")
    }
}
