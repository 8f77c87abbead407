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
        #expect(untrusted.tlsProblem == .selfSigned)
        #expect(
            untrusted.message == "the certificate of `localhost:\(server.port)` is signed by itself, and not trusted")
    }

    @Test func verifiesTheNameOrTheOneGiven() async throws {
        let server = try await OpenSSLServer(name: "es.internal.example")
        defer { server.stop() }
        let url = "https://127.0.0.1:\(server.port)/"

        let other = try #require(await failureOf(.init(tls: .init(authorityFile: server.certificate)), url))
        #expect(other.kind == .tls)
        #expect(other.tlsProblem == .otherName)
        let named = HTTPClient.TLS(authorityFile: server.certificate, serverName: "es.internal.example")
        #expect(await failureOf(.init(tls: named), url) == nil)
        let wrong = HTTPClient.TLS(authorityFile: server.certificate, serverName: "other.example")
        #expect(await failureOf(.init(tls: wrong), url)?.kind == .tls)
    }

    @Test func anExpiredCertificateIsNotTrusted() async throws {
        let server = try await OpenSSLServer(name: "localhost", hasAuthority: true, days: -1)
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"
        let failure = try #require(await failureOf(.init(tls: .init(authorityFile: server.authority)), url))
        #expect(failure.tlsProblem == .expired)
        #expect(failure.delivery == .notSent)
        #expect(failure.message == "the certificate of `localhost:\(server.port)` has expired")
    }

    @Test func anUnknownAuthorityIsNotTrusted() async throws {
        let server = try await OpenSSLServer(name: "localhost", hasAuthority: true)
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"
        let failure = try #require(await failureOf(.init(), url))
        #expect(failure.tlsProblem == .unknownAuthority)
        #expect(failure.delivery == .notSent)
        #expect(await failureOf(.init(tls: .init(authorityFile: server.authority)), url) == nil)
    }

    /// In TLS 1.2 the server says so within the handshake, in 1.3 behind it, when the request is on its way.
    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func aClientCertificateIsDemanded(version: String) async throws {
        let server = try await OpenSSLServer(
            name: "localhost", hasAuthority: true, demandsCertificate: true, options: [version])
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"
        let absent = try #require(await failureOf(.init(tls: .init(authorityFile: server.authority)), url))
        #expect(absent.tlsProblem == .certificateDemanded, "\(absent)")
        #expect(absent.delivery == .notSent)

        let other = try await OpenSSLServer(name: "client")
        defer { other.stop() }
        let unknown = HTTPClient.TLS(
            authorityFile: server.authority, certificateFile: other.certificate, keyFile: other.key)
        let refused = try #require(await failureOf(.init(tls: unknown), url))
        #expect(refused.tlsProblem == .certificateRefused, "\(refused)")
        #expect(refused.delivery == .notSent)
    }

    @Test func aTLSServerAnswersNoPlainRequest() async throws {
        let server = try await OpenSSLServer(name: "localhost")
        defer { server.stop() }
        let failure = try #require(await failureOf(.init(), "http://localhost:\(server.port)/"))
        #expect([.connectionLost, .malformed].contains(failure.kind))
        #expect(failure.delivery == .unknown)
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
