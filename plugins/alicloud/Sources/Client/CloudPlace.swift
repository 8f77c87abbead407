import AlicloudContract
import OrderedJSON
import RunbookModel

/// Where calls go and as whom: a target of the kind `alicloud`, ready to be used.
struct CloudPlace: Sendable {
    let region: String
    let credentials: Credentials
    /// Addresses of products that are not the usual ones; `default` is for all of them.
    let endpoints: [String: String]

    /// The address of a product.
    func address(of product: CloudProduct) -> String {
        if let own = endpoints[product.name] ?? endpoints["default"] {
            return own.last == "/" ? String(own.dropLast()) : own
        }
        return "https://\(product.host(in: region))"
    }

    /// Whether requests stay on this machine.
    var isLoopback: Bool { CloudPlace.isLoopback(endpoints) }

    /// What has an address of its own: the products, and the service that gives sessions.
    static let systems = CloudProduct.names + ["sts"]

    /// Whether each of them has an address, and all of them are of this machine.
    static func isLoopback(_ endpoints: [String: String]) -> Bool {
        (endpoints["default"] != nil || systems.allSatisfy { endpoints[$0] != nil })
            && endpoints.values.allSatisfy { $0.hasPrefix("http://127.0.0.1:") || $0.hasPrefix("http://localhost:") }
    }
}
