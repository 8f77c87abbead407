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

    @Test(arguments: Profile.all.map(\.name))
    func everyRequestOfTheOfficialClientsIsEmulatedOrNamed(profile: String) throws {
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send("PUT", "/i", "{}")
        let entries = KnownEndpoints.entries(of: try #require(Profile.named(profile)))
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

    /// What a plugin or a licensed part takes below its path is not known, whoever asks for it.
    @Test(arguments: [
        ("opensearch-2.19", "PUT", "/_plugins/_ism/policies/x"), ("opensearch-2.19", "POST", "/_plugins/_nobody/knows"),
        ("opensearch-2.19", "GET", "/_opendistro/_alerting/monitors/x/y"),
        ("opensearch-2.19", "PATCH", "/_plugins/_security/api/internalusers"),
        ("opensearch-2.19", "PUT", "/_cluster/decommission/awareness/zone/a"),
        ("opensearch-2.19", "GET", "/_cat/segment_replication"), ("opensearch-2.19", "PUT", "/_search/pipeline/x"),
        ("opensearch-2.19", "POST", "/_remotestore/_restore"),
        ("odfe-1.13", "PUT", "/_opendistro/_ism/policies/x"), ("odfe-1.13", "GET", "/_opendistro/_ism/explain/x"),
        ("odfe-1.13", "DELETE", "/_opendistro/_anomaly_detection/detectors/x"),
        ("8.x", "POST", "/_connector"), ("8.x", "GET", "/_profiling/status"), ("8.x", "POST", "/_ml/nobody/knows"),
        ("8.x", "GET", "/_fleet/global_checkpoints"), ("8.x", "POST", "/_security/nobody/knows"),
        ("6.7", "GET", "/_ilm/policy"), ("6.7", "PUT", "/_ilm/policy/x"), ("6.7", "GET", "/_license"),
        ("6.7", "GET", "/_watcher/stats"), ("6.7", "GET", "/_xpack/license"),
        ("7.10", "PUT", "/_ilm/nobody/knows"), ("7.10", "GET", "/i/_ilm/nobody"),
    ])
    func belowThePathOfAPluginNothingIsKnown(profile: String, method: String, path: String) {
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send("PUT", "/i", "{}")
        let answer = clusters.send(method, path, method == "GET" ? nil : "{}")
        #expect(answer.status >= 400, "\(answer.text)")
        #expect(answer.missing == ["\(method) \(path)"], "\(answer.status) \(answer.text)")
        #expect(answer.headers("warning").isEmpty)
    }

    /// What servers of a profile do not have says something about a runbook.
    @Test(arguments: [
        ("odfe-1.13", "GET", "/_ilm/policy"), ("odfe-1.13", "PUT", "/_plugins/_ism/policies/x"),
        ("odfe-1.13", "PUT", "/_opendistro/x/replicate/_stop"),
        ("odfe-1.13", "POST", "/_opendistro/_replication/f/_pause"), ("7.10", "GET", "/_nothing/of/it"),
        ("opensearch-2.19", "GET", "/_ilm/policy"), ("opensearch-2.19", "GET", "/_ccr/stats"),
        ("opensearch-2.19", "PUT", "/_opendistro/_replication/f/_start"), ("7.10", "GET", "/_plugins/_ism/policies"),
        ("7.0", "POST", "/i/_pit"),
    ])
    func whatAServerLacksIsItsAnswer(profile: String, method: String, path: String) {
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send("PUT", "/i", "{}")
        let answer = clusters.send(method, path, method == "GET" ? nil : "{}")
        #expect(answer.status >= 400 && answer.isEmulated, "\(answer.status) \(answer.text)")
    }

    @Test(arguments: [
        ("opensearch-2.19", "/_plugins/_security/api/roles"), ("odfe-1.13", "/_opendistro/_security/authinfo"),
    ])
    func securityThatIsSwitchedOffSaysHowItIsSwitchedOn(profile: String, path: String) {
        let clusters = TwoClusters(profiles: (profile, profile))
        let answer = clusters.send("GET", path)
        #expect(!answer.isEmulated)
        #expect(answer.hints.count == 1 && answer.hints[0].contains("`security: true`"))
        let request = SandboxRequest(method: "GET", target: path)
        #expect(answer.marked(for: request).headers(SandboxResponse.hintHeader) == answer.hints)
        let secured = SecurityTests.ask(SecurityTests.secured(profile), "GET", path)
        #expect(secured.status == 200 && secured.hints.isEmpty)
    }

    @Test(arguments: [("PUT", "/_ingest/pipeline/p"), ("POST", "/_ml/info")])
    func whatIsNotEmulatedWarnsOfNothing(method: String, path: String) {
        let answer = TwoClusters(profiles: ("7.10", "7.10")).send(method, path, "{}")
        #expect(!answer.isEmulated)
        #expect(answer.headers("warning").isEmpty)
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
