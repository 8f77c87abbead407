/// Whose console proxy is emulated.
package enum ConsoleFlavor: String, Sendable, Hashable, CaseIterable {
    /// Kibana 7: the cluster's status is mirrored.
    case kibana7
    /// Kibana from 8.6 on: the status is always 200, and the cluster's is in a header.
    case kibana8
    /// OpenSearch Dashboards: the cluster's errors stand as texts inside its own.
    case dashboards
}
