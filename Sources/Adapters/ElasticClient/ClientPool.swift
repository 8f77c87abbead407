import ElasticRequests
import HTTPClient
import RunbookModel
import Synchronization

/// One client a target, so that connections are kept and never shared between targets.
final class ClientPool: Sendable {
    private struct Key: Hashable {
        let target: String
        let configuration: HTTPClient.Configuration
    }

    private let clients = Mutex<[Key: HTTPClient]>([:])

    /// Sends a request and says what became of it.
    func send(
        _ request: ElasticRequest, headers: [(String, String)], over connection: ElasticConnection, timeout: Duration
    ) async -> Outcome {
        let httpRequest = HTTPClient.Request(
            method: request.method, url: connection.url + request.target,
            headers: headers.map { HTTPClient.Header($0.0, $0.1) }, body: request.body.map { Array($0.utf8) },
            timeout: timeout, isRepeatable: request.effect == .read)
        do {
            return ElasticAnswer(try await client(for: connection).send(httpRequest)).outcome
        } catch {
            return Outcome(error)
        }
    }

    private func client(for connection: ElasticConnection) -> HTTPClient {
        let key = Key(target: connection.name, configuration: connection.configuration)
        return clients.withLock { clients in
            if let client = clients[key] { return client }
            let client = HTTPClient(connection.configuration)
            clients[key] = client
            return client
        }
    }
}

extension Outcome {
    /// The outcome of a request that got no complete answer.
    fileprivate init(_ failure: HTTPClient.Failure) {
        let reason = failure.detail.isEmpty ? failure.message : "\(failure.message) (\(failure.detail))"
        switch failure.delivery {
        case .unknown: self = .unknown(reason: reason)
        case .notSent:
            let isPermanent = [.invalidRequest, .unusable, .tls].contains(failure.kind)
            self = .refused(Refusal(reason: reason, isPermanent: isPermanent))
        }
    }
}
