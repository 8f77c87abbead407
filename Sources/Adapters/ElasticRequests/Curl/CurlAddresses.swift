/// Which target an address in a document means, as its author declares.
package struct CurlAddresses: Sendable {
    private let declared: [(target: String, address: String)]

    /// Takes the addresses of targets by their names.
    package init(_ addresses: [String: [String]] = [:]) {
        declared = addresses.sorted { $0.key < $1.key }.flatMap { entry in entry.value.map { (entry.key, $0) } }
    }

    /// The target that a server means; nil when no declaration has it.
    package func owner(of server: ServerAddress) -> String? {
        declared.first { entry in
            // Without a scheme it is meant whichever the command has.
            let own =
                ServerAddress(url: entry.address)
                ?? ServerAddress(scheme: server.scheme, authority: entry.address)
            return own?.isSame(as: server) == true
        }?.target
    }
}
