import ElasticRequests
import RunbookModel
import Testing

/// The advice of a refusal is what works.
@Suite struct CurlAdviceTests {
    @Test(arguments: [
        ("curl $LEADER/a?b&c=d", "double quotes"), ("curl $LEADER/a &", "remove the `&`"),
        ("curl -XPUT $LEADER/a -d’{\"a\": 1}’", "write `'` or `\"`"),
        ("curl -u \"elastic:$ES_PASSWORD\" $LEADER/a", "`parameters: { es_password: { type: string, secret: true } }`"),
        ("curl $LEADER/$INDEX", "`parameters: { index: { type: string } }`"),
        ("curl -u a:<my-password> $LEADER", "secret: true"), ("GET /_snapshot", "write `console`"),
        ("curl $LEADER | jq '.a[0]'", "`name = .a[0]`"), ("curl $LEADER | jq -r .b", "`name = .b`"),
        ("curl $LEADER | grep -i green", "test(\"green\"; \"i\")"), ("curl $LEADER | sort", "`text expect`"),
        ("curl $LEADER | grep -v green", "`tostring | contains(\"green\") | not`"),
        ("curl $LEADER | grep -E 'red|yellow'", "`tostring | test(\"red|yellow\")`"),
        ("curl $LEADER | grep -i '^logs'", "`tostring | test(\"^logs\"; \"i\")`"),
        ("curl $LEADER | grep -c RED", "length == 1`"),
        ("curl $LEADER | grep UNASSIGNED | awk '{print $1}' | sort", "`...UNASSIGNED...`"),
        ("curl $LEADER | jq '.snapshots[].snapshot'", "`name = [.snapshots[].snapshot]`"),
        ("curl $LEADER | jq .", "`show=yes`"), ("curl $LEADER | python -m json.tool", "`show=yes`"),
        ("curl $LEADER | column -t", "`show=yes`"), ("curl $LEADER || exit 1", "a step that fails ends the run"),
        ("curl $LEADER || true", "`status=2xx,404`"), ("curl.exe $LEADER", "write `curl`"),
        ("until curl $LEADER; do sleep 5; done", "`within=`"), ("sleep 5", "`within=`"),
        ("wget $LEADER", "curl command"), ("[ \"$(curl $LEADER)\" = green ]", "`jq assert`"),
        ("echo '{}' | curl -d @- $LEADER", "`-d`"), ("LEADER=http://localhost:9200", "is the value `leader`"),
        ("export ES=https://localhost:9200", "name a target `es`"),
        ("curl localhost:9200/{a,b}/_stats", "`index1,index2`"),
        ("curl https://${FOLLOWER}/_cat/tasks", "declare a target with the name `follower`"),
        ("curl http://localhost:5601/api/status", "manual step"), ("curl $LEADER/s/ops/api/x", "manual step"),
        ("curl -XPUT $LEADER/a --json '{\"x\": {\"b\": 1, \"b\": 2}}'", "keep one of them"),
    ])
    func saysWhatToWrite(text: String, advice: String) {
        let found = CurlParser.parse(BlockText(text), targets: ["leader"], names: ["leader"]).diagnostics
        let errors = found.filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(errors.first?.help.first?.contains(advice) == true, "\(errors.first?.help ?? [])")
    }

    /// The lines of a bulk request arrive as lines, each with its end, whatever the form of the command.
    @Test(arguments: [
        "curl $LEADER/_bulk -H 'Content-Type: application/x-ndjson' -d'\n{ \"index\": {} }\n{ \"a\": 1 }'",
        "curl $LEADER/_bulk --json '{ \"index\": {} }\n{ \"a\": 1 }\n'",
        "curl $LEADER/_bulk -H 'Content-Type: application/json' --data-binary @- <<EOF\n{ \"index\": {} }\n{ \"a\": 1 }\nEOF",
    ])
    func linesEnd(text: String) throws {
        let (requests, diagnostics) = CurlParser.parse(BlockText(text), targets: ["leader"], names: ["leader"])
        #expect(diagnostics.filter { $0.severity == .error } == [])
        #expect(requests.first?.request.body?.literal == "{ \"index\": {} }\n{ \"a\": 1 }\n")
    }

    private static let addresses = CurlAddresses([
        "leader": ["localhost:9201", "http://es:80"], "follower": ["localhost:9200"],
    ])

    /// An address that is declared needs no hint; one of another target is a mistake, and says whose it is.
    @Test(
        arguments: [
            ("curl https://localhost:9201/a", nil, nil), ("curl 127.0.0.1:9201/a", nil, nil), ("curl es/a", nil, nil),
            ("curl localhost:9200/a", "curl/host", "write `on=follower`"),
            ("curl https://es/a", "curl/address", "addresses: [\"es:443\"]"),
            ("curl localhost:9999/a", "curl/address", "write `${leader.url}`"),
        ] as [(String, String?, String?)])
    func knowsDeclaredAddresses(text: String, code: String?, advice: String?) {
        let found = CurlParser.parse(
            BlockText(text), targets: ["leader"], names: ["leader"], addresses: Self.addresses
        ).diagnostics
        #expect(found.map(\.code) == (code.map { [$0] } ?? []))
        if let advice { #expect(found.first?.help.first?.contains(advice) == true, "\(found)") }
    }

    /// What a reader must put there is no secret, and one thing is said once.
    @Test(arguments: [
        ("curl -u 'admin:<pw>' ${es.url}", ["curl/placeholder"]),
        ("curl -u 'admin:${pw}' ${es.url}", ["curl/quoted-value"]),
        ("curl -u \"admin:${pw}\" ${es.url}", []), ("curl -u admin:topsecret ${es.url}", ["secret/literal"]),
    ])
    func tellsOneThingOfAPassword(text: String, codes: [String]) {
        let found = CurlParser.parse(BlockText(text), targets: ["es"], names: ["es", "pw"]).diagnostics
        #expect(found.map(\.code) == codes, "\(found)")
    }
}
