import Foundation
import HTTPClient
import Testing

// Certificates and a server come from the `openssl` command.
@Suite(.serialized, .enabled(if: access("/usr/bin/openssl", X_OK) == 0, "no /usr/bin/openssl"))
struct HTTPClientTLSTests {
    private func failureOf(_ configuration: HTTPClient.Configuration, _ url: String) async -> HTTPClient.Failure? {
        do {
            _ = try await HTTPClient(configuration).send(.init(method: "GET", url: url, timeout: .seconds(60)))
            return nil
        } catch {
            return error
        }
    }

    @Test func verifiesAgainstTheOwnAuthority() async throws {
        let server = try await OpenSSLServer(name: "localhost")
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"

        #expect(await failureOf(.init(tls: .init(authorityFile: server.certificate)), url) == nil)
        #expect(await failureOf(.init(tls: .init(isVerified: false)), url) == nil)
        let untrusted = try #require(await failureOf(.init(), url))
        #expect(untrusted.kind == .tls)
        #expect(untrusted.delivery == .notSent)
        #expect(untrusted.message == "the certificate of `localhost:\(server.port)` is not trusted")
    }

    @Test func verifiesTheNameOrTheOneGiven() async throws {
        let server = try await OpenSSLServer(name: "es.internal.example")
        defer { server.stop() }
        let url = "https://127.0.0.1:\(server.port)/"

        let other = try #require(await failureOf(.init(tls: .init(authorityFile: server.certificate)), url))
        #expect(other.kind == .tls)
        let named = HTTPClient.TLS(authorityFile: server.certificate, serverName: "es.internal.example")
        #expect(await failureOf(.init(tls: named), url) == nil)
        let wrong = HTTPClient.TLS(authorityFile: server.certificate, serverName: "other.example")
        #expect(await failureOf(.init(tls: wrong), url)?.kind == .tls)
    }

    @Test func showsAClientCertificate() async throws {
        let server = try await OpenSSLServer(name: "localhost", demandsCertificate: true)
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"

        let known = HTTPClient.TLS(
            authorityFile: server.certificate, certificateFile: server.certificate, keyFile: server.key)
        #expect(await failureOf(.init(tls: known), url) == nil)
        #expect(await failureOf(.init(tls: .init(authorityFile: server.certificate)), url) != nil)
    }
}
