import HTTPClient
import OrderedJSON
import SandboxWorld
import Testing

@testable import SandboxServer

struct SandboxPageTests {
    private func page(_ sandbox: TestSandbox, _ url: String? = nil) async throws -> HTTPClient.Response {
        try await sandbox.client.send(
            HTTPClient.Request(method: "GET", url: url ?? sandbox.server.controlURL + "/", timeout: .seconds(20)))
    }

    @Test func whoDoesNotKnowTheTokenSeesNothing() async throws {
        try await TestSandbox.with { sandbox in
            let root = sandbox.server.controlURL.split(separator: "/_sandbox/").first.map(String.init) ?? ""
            for path in ["/", "/_sandbox/", "/_sandbox/\(String(repeating: "0", count: 32))/"] {
                let answer = try await page(sandbox, root + path)
                #expect(answer.status == 404)
            }
        }
    }

    @Test func onlyItsOwnScriptMayRun() async throws {
        try await TestSandbox.with { sandbox in
            let (first, second) = (try await page(sandbox), try await page(sandbox))
            #expect(first.status == 200)
            let policy = try #require(first.header("content-security-policy"))
            #expect(policy.hasPrefix("default-src 'none'; "))
            let nonce = try #require(policy.firstMatch(of: /script-src 'nonce-([0-9a-f]+)'/)).output.1
            #expect(second.header("content-security-policy")?.contains(nonce) == false)
            let text = String(decoding: first.body, as: UTF8.self)
            #expect(text.matches(of: /<script/).count == 1)
            #expect(text.contains("<script nonce=\"\(nonce)\">"))
            #expect(!text.contains("http-equiv"))
            #expect(text.contains(sandbox.server.url(of: "leader") ?? "?"))
            #expect(first.header("cache-control") == "no-store")
        }
    }

    /// Whoever opens the address that is printed sees it too.
    @Test func theAddressWithoutASlashLeadsThere() async throws {
        try await TestSandbox.with { sandbox in
            let answer = try await page(sandbox, sandbox.server.controlURL)
            #expect(answer.status == 302)
            #expect(answer.header("location")?.hasSuffix("/") == true)
        }
    }

    /// Looking changes nothing, neither in the log nor in the time.
    @Test func itOnlyReads() async throws {
        try await TestSandbox.with { sandbox in
            let before = sandbox.server.world.clock.now
            _ = try await page(sandbox)
            #expect(sandbox.server.world.log.count == 0)
            #expect(sandbox.server.world.clock.now == before)
        }
    }

    @Test func whateverClientsPutThereStaysText() async throws {
        let hostile = "<script>alert(1)</script>\"'&\u{202E}\u{1B}[2J<img src=x onerror=alert(2)>"
        try await TestSandbox.with { sandbox in
            sandbox.server.world.log.add(
                RequestLog.Entry(
                    at: SandboxInstant(milliseconds: 0), system: hostile, method: hostile, target: hostile,
                    status: 400, isEmulated: false, isFaulty: false))
            let text = String(decoding: try await page(sandbox).body, as: UTF8.self)
            #expect(text.contains("&lt;script&gt;alert(1)"))
            #expect(!text.contains("<script>") && !text.contains("<img"))
        }
        let item = PictureItem(
            kind: hostile, id: hostile, name: hostile + "x", state: hostile, tone: .good, details: [hostile],
            parts: [PictureItem(kind: hostile, id: hostile)])
        let hop = PictureHop(
            title: hostile, state: hostile, tone: .broken,
            checks: [PictureCheck(id: hostile, explanation: hostile, tone: .broken)])
        let text = PageNetwork(
            NetworkPicture(
                title: hostile, regions: [PictureRegion(name: hostile, systems: [hostile], items: [item])],
                links: [item],
                paths: [PicturePath(title: hostile, facts: [hostile], isOpen: false, hops: [hop])])
        ).text
        #expect(!text.contains("<script") && !text.contains("<img"))
        #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B })
    }
}
