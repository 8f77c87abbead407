import OrderedJSON
import SandboxWorld
import Testing

@testable import SandboxElastic

/// What a real 7.0.0 says to paths and methods that it does not know, as recorded.
struct UnknownEndpointTests {
    @Test(arguments: [
        ("GET", "/_foo", 400, "Invalid index name [_foo], must not start with '_'."),
        ("POST", "/twitter", 405, "Incorrect HTTP method for uri [/twitter] and method [POST]"),
        ("PUT", "/_search", 405, "Incorrect HTTP method for uri [/_search] and method [PUT]"),
        ("PUT", "/_plugins/_replication/f/_start", 400, "no handler found for uri"),
        ("PUT", "/cluster_one:foo", 400, "Invalid index name [cluster_one:foo], must not contain ':'"),
    ])
    func isRefused(method: String, path: String, status: Int, sentence: String) {
        let answer = TwoClusters().send(method, path)
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence))
    }

    @Test(arguments: [
        ("PUT", "/_ingest/pipeline/x"), ("GET", "/_ingest/pipeline"), ("GET", "/_ilm/policy"),
        ("GET", "/i/_rank_eval"), ("GET", "/_security/user"), ("GET", "/i/_doc/1?stored_fields=a"),
    ])
    func whatARealServerKnowsIsReported(method: String, target: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send(method, target)
        #expect(answer.status >= 400)
        #expect(!answer.isEmulated)
    }

    @Test(arguments: [
        ("GET", "/"), ("GET", "/i/_search"), ("GET", "/nope/_search"), ("PUT", "/_bad"), ("GET", "/_cat/nope"),
        ("GET", "/i/_doc/_stats"),
        ("GET", "/_all"),
    ])
    func whatIsEmulatedIsNotReported(method: String, target: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        #expect(clusters.send(method, target).isEmulated)
    }

    @Test(arguments: ["6.7", "7.0", "7.10"])
    func everyRequestOfTheOfficialClientsIsEmulatedOrNamed(profile: String) throws {
        let version = try #require(Profile.named(profile)).version
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send("PUT", "/i", "{}")
        let entries = KnownEndpoints.entries.filter { $0.versions.contains(version) }
        #expect(entries.count > 250)
        var named = 0
        for entry in entries {
            let path = entry.path.split(separator: "/").map { $0.hasPrefix("{") ? "i" : String($0) }
            let answer = clusters.send(entry.method, "/" + path.joined(separator: "/"), "{}")
            named += answer.isEmulated ? 0 : 1
            // What is taken for an unknown path, or for an index of that name, must at least be named.
            let isUnknown =
                answer.status == 405 || answer.text.contains("no handler found")
                || answer.text.contains("must not start with '_'") || answer.text.contains("can't start with '_'")
            #expect(!isUnknown || !answer.isEmulated, "\(entry.method) \(entry.path): \(answer.text.prefix(200))")
        }
        print("profile \(profile): \(entries.count) requests of the clients, \(named) of them named as not emulated")
    }

    @Test func theAnswerSaysWhatIsMissing() {
        let clusters = TwoClusters()
        let request = SandboxRequest(method: "POST", target: "/_ingest/pipeline/_simulate?pretty")
        let answer = clusters.world.respond(to: request, at: "leader")?.marked(for: request)
        #expect(answer?.headers(SandboxResponse.missingHeader) == ["POST /_ingest/pipeline/_simulate"])
        let known = SandboxRequest(method: "GET", target: "/")
        let other = clusters.world.respond(to: known, at: "leader")?.marked(for: known)
        #expect(other?.headers(SandboxResponse.missingHeader) == [])
    }

    @Test func aQueryThatIsNotEmulatedIsReported() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("POST", "/i/_search", #"{"query":{"regexp":{}}}"#)
        #expect(answer.status == 400)
        #expect(!answer.isEmulated)
    }

    @Test func aMappingThatIsOnlyKeptIsReported() {
        let clusters = TwoClusters()
        let mapping = #"{"mappings":{"properties":{"a":{"type":"text","analyzer":"whitespace"}}}}"#
        let answer = clusters.send("PUT", "/i", mapping)
        #expect(answer.status == 200)
        #expect(!answer.isEmulated)
    }

    @Test(arguments: [(nil, 406), ("text/plain", 406), ("application/json; charset=UTF-8", 200), ("nonsense", 400)])
    func contentType(type: String?, status: Int) {
        #expect(TwoClusters().send("PUT", "/i", #"{"settings":{}}"#, contentType: type).status == status)
    }
}
