import Glibc
import HTTPClient
import OrderedJSON
import SandboxWorld
import Testing

@testable import SandboxServer

/// Systems that speak HTTPS and ask for a user.
struct SecureSandboxTests {
    static func with(_ body: (SandboxServer) async throws -> Void) async throws {
        let world = SandboxWorld(
            clock: SandboxClock(kind: .virtual), seed: 1,
            wanted: [
                WantedSystem(name: "safe", kind: "elasticsearch", profile: "odfe-1.13", isSecure: true),
                WantedSystem(name: "open", kind: "elasticsearch", profile: "7.10"),
            ])
        let server = try await SandboxServer(world: world)
        do {
            try await body(server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    private static func ask(_ url: String, ca: String?, user: (String, String)? = nil) async throws -> Int {
        let client = HTTPClient(
            HTTPClient.Configuration(
                tls: HTTPClient.TLS(authorityFile: ca),
                credentials: user.map { HTTPClient.Credentials(user: $0.0, password: $0.1) }))
        return try await client.send(HTTPClient.Request(method: "GET", url: url, timeout: .seconds(20))).status
    }

    @Test func itsCertificateIsTrustedByItsAuthorityAlone() async throws {
        try await Self.with { server in
            let url = try #require(server.url(of: "safe"))
            #expect(url.hasPrefix("https://127.0.0.1:"))
            #expect(server.url(of: "open")?.hasPrefix("http://127.0.0.1:") == true)
            let ca = try #require(server.authorityFile)
            let access = try #require(server.world.systems.first?.access)
            #expect(try await Self.ask(url, ca: ca) == 401)
            #expect(try await Self.ask(url, ca: ca, user: ("admin", "admin")) == 200)
            #expect(try await Self.ask(url, ca: ca, user: (access.user, access.password)) == 200)
            await #expect(throws: (any Error).self) { try await Self.ask(url, ca: nil) }
            let open = try #require(server.url(of: "open"))
            #expect(try await Self.ask(open, ca: nil) == 200)
        }
    }

    @Test func whatClientsNeedIsInFilesWhileItRuns() async throws {
        var kept: [String] = []
        try await Self.with { server in
            let ca = try #require(server.authorityFile)
            let members = try #require(server.announcement["clusters"]?["safe"])
            #expect(members["ca"]?.string == ca && members["user"]?.string == "sandbox")
            #expect(server.announcement["clusters"]?["open"]?["user"] == nil)
            let password = ca.replacing("ca.pem", with: "safe.password")
            let text = server.environmentText
            #expect(text.contains("user: sandbox\n") && text.contains("password: { file: \"\(password)\" }\n"))
            #expect(text.contains("tls: { ca: \"\(ca)\" }\n"))
            #expect(!text.contains(members["password"]?.string ?? "-"))
            kept = [ca, password]
            for path in kept {
                var status = stat()
                #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            }
        }
        #expect(kept.count == 2 && kept.allSatisfy { access($0, F_OK) != 0 })
    }

    @Test(arguments: ["reset", "close", "garbage", "cut"])
    func faultsAreTheSame(fault: String) async throws {
        try await Self.with { server in
            let url = try #require(server.url(of: "safe"))
            try await server.set([try Fault(["fault": .string(fault)])], at: "safe")
            await #expect(throws: (any Error).self) {
                try await Self.ask(url, ca: server.authorityFile, user: ("admin", "admin"))
            }
            #expect(try await Self.ask(url, ca: server.authorityFile, user: ("admin", "admin")) == 200)
        }
    }

    @Test(arguments: [("a=odfe-1.13+secure", true), ("a=odfe-1.13", false)])
    func aProfileMayAskForUsers(text: String, isSecure: Bool) throws {
        let option = try #require(SystemFamilies.options.first)
        let wanted = try SystemFamilies.system(text, of: option)
        #expect(wanted.isSecure == isSecure && wanted.profile == "odfe-1.13")
        #expect(SystemFamilies.argument(for: wanted) == ["--cluster", text])
        #expect(throws: InvalidSystem.self) { try SystemFamilies.system("a=odfe-1.13+safe", of: option) }
    }
}
