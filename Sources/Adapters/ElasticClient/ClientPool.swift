import HTTPClient
import Synchronization

/// One client a target, so that connections are kept and never shared between targets.
final class ClientPool: Sendable {
    private struct Key: Hashable {
        let target: String
        let configuration: HTTPClient.Configuration
    }

    private let clients = Mutex<[Key: HTTPClient]>([:])
    private let responded = Mutex<Set<Key>>([])

    /// Whether the target has responded to this process, so that its address and protocol are right.
    func hasResponded(_ connection: ElasticConnection) -> Bool {
        let key = ClientPool.key(of: connection)
        return responded.withLock { $0.contains(key) }
    }

    /// Notes that the target has responded.
    func noteResponse(over connection: ElasticConnection) {
        let key = ClientPool.key(of: connection)
        responded.withLock { _ = $0.insert(key) }
    }

    private static func key(of connection: ElasticConnection) -> Key {
        Key(target: connection.name, configuration: connection.configuration)
    }

    /// The client of a connection's target.
    func client(for connection: ElasticConnection) -> HTTPClient {
        let key = ClientPool.key(of: connection)
        return clients.withLock { clients in
            if let client = clients[key] { return client }
            let client = HTTPClient(connection.configuration)
            clients[key] = client
            return client
        }
    }
}
