import HTTPClient
import Synchronization

/// One client a target, so that connections are kept and never shared between targets.
final class ClientPool: Sendable {
    private struct Key: Hashable {
        let target: String
        let configuration: HTTPClient.Configuration
    }

    private let clients = Mutex<[Key: HTTPClient]>([:])

    /// The client of a connection's target.
    func client(for connection: ElasticConnection) -> HTTPClient {
        let key = Key(target: connection.name, configuration: connection.configuration)
        return clients.withLock { clients in
            if let client = clients[key] { return client }
            let client = HTTPClient(connection.configuration)
            clients[key] = client
            return client
        }
    }
}
