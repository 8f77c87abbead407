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
        ("cat a.json | curl -d @- $LEADER", "`-d`"), ("echo $A $B | curl -d @- $LEADER", "`-d`"),
        ("curl $LEADER/_cat/health?v\nepoch timestamp cluster\n1546300800 00:00:00 es - 100.0%", "`text expect`"),
        ("curl $LEADER/_cat/health?v\nsystemctl restart -f es", "manual step"),
        ("curl $LEADER/a\nsystemctl restart es", "manual step"),
        ("S=$(curl $LEADER | jq -r .status)", "`s = .status` in a fence `jq capture`"),
        ("IDS=`curl $LEADER | jq '.a[].id'`", "`ids = [.a[].id]`"), ("S=$(curl $LEADER)", "`s = .name`"),
        ("get _cat/health", "write `console`"), ("curl '<host>:9200/a'", "put the URL in double quotes"),
        ("curl 'http://$LEADER/<index>'", "put the URL in double quotes"),
        ("curl '$ES/_cat/health'", "`${leader.url}`, the address of the target, and put the URL in double quotes"),
        ("curl 'localhost:9200/<index>/_stats'", "write `'\"${index}\"'`"),
        ("curl -XPUT $LEADER/a -d '{\n \"a\": 1\n \"b\": 2 }'", "write a `,` before it"),
        ("curl -XPUT $LEADER/a -d '{ \"a\": { \"b\": 1 }'", "close it with `}`"),
        ("curl -XPUT $LEADER/a -d '{ \"a\": 1 # x\n }'", "remove the comment"),
        ("curl -XPUT $LEADER/a -d '{ \"a\": True }'", "write `true`"),
        ("curl -XPUT $LEADER/a -d '{ a: 1 }'", "double quotes"),
        ("LEADER=http://localhost:9200", "is the value `leader`"),
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

    /// What only writes its text into curl is read with it, and callouts are not sent.
    @Test(arguments: [
        ("echo '{ \"a\": 1 }' | curl -XPUT $LEADER/a --json @-", "{ \"a\": 1 }\n"),
        ("echo -n '{ \"a\": 1 }' |\n  curl -XPUT $LEADER/a --json @-", "{ \"a\": 1 }"),
        ("printf '%s' '{ \"a\": 1 }' | curl -XPUT $LEADER/a --json @-", "{ \"a\": 1 }"),
        ("cat <<EOF | curl -XPUT $LEADER/a --json @-\n{ \"a\": 1 }\nEOF", "{ \"a\": 1 }\n"),
        ("curl -XPUT $LEADER/a --json '{ \"a\": 1 <1>\n}' <2>", "{ \"a\": 1 \n}"),
        ("curl -XPUT $LEADER/a --json '{ \"a\": \"<1>\" } // <.>'", "{ \"a\": \"<1>\" } "),
    ])
    func readsWhatIsPipedAndLeavesCalloutsOut(text: String, body: String) throws {
        let (requests, diagnostics) = CurlParser.parse(BlockText(text), targets: ["leader"], names: ["leader"])
        #expect(diagnostics.filter { $0.severity == .error } == [])
        #expect(requests.map(\.request.body?.literal) == [body])
    }

    /// The name of a parameter says what the text says is missing, and else what the member is called.
    @Test(arguments: [
        ("{ \"cluster.routing.allocation.exclude._ip\": \"node_ip_here\" }", "node_ip"),
        ("{ \"xpack.api_key\": \"changeme\" }", "api_key"), ("{ \"index\": \"<my-index>\" }", "my_index"),
        ("{ \"remote\": { \"host\": \"<name>\" } }", "host"), ("{ \"a\": \"insert-index-here\" }", "index"),
    ])
    func namesWhatIsMissing(body: String, name: String) {
        let text = BlockText("PUT /a\n" + body)
        let found = ConsoleParser.parse(text).diagnostics
        #expect(found.map(\.code) == ["console/placeholder"])
        #expect(found.first?.help.first?.contains("{ \(name): {") == true, "\(found.first?.help ?? [])")
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

    /// The variable of a target, or its address, chooses it, also where the command has another mistake.
    @Test(
        arguments: [
            ("curl https://${FOLLOWER}/a -u a:b", "follower"), ("curl -XGET \"$FOLLOWER/a?b\"", "follower"),
            ("curl ${leader.url}/a", "leader"), ("curl localhost:9200/a -d '{ \"a\": 1 \"b\": 2 }'", "follower"),
            ("curl https://localhost:9201/a\ncurl $FOLLOWER/a", nil), ("curl $OTHER/a", nil), ("curl a/$LEADER", nil),
            ("curl 'http://localhost:9200/a' -H 'x: http://es/a'", "follower"), ("curl $LEADER/a -o $FOLLOWER", nil),
        ] as [(String, String?)])
    func theTargetIsMeant(text: String, target: String?) {
        let found = CurlParser.target(
            meantBy: BlockText(text), targets: ["leader", "follower"], names: ["leader", "follower"],
            addresses: CurlAddresses(["leader": ["localhost:9201"], "follower": ["localhost:9200"]]))
        #expect(found == target)
    }

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

    private static func lines(_ condition: String, header: Bool = false) -> String {
        "split(\"\\n\")\(header ? "[1:]" : "")[] | select((. != \"\") and \(condition))"
    }

    /// Commands behind a table read lines, and the filter that is advised reads the same ones.
    @Test(arguments: [
        ("/_cat/indices | grep -v green", "[\(lines("(contains(\"green\") | not)"))] == []"),
        ("/_cat/shards?v=true | grep -v STARTED", "[\(lines("(contains(\"STARTED\") | not)", header: true))] == []"),
        (
            "/_cat/shards | tail -n +2 | grep -v STARTED",
            "[\(lines("(contains(\"STARTED\") | not)", header: true))] == []"
        ),
        ("/_cat/indices | grep \"^yellow\"", "any(split(\"\\n\")[]; test(\"^yellow\"))"),
        ("/_cat/indices | grep 'red\\|yellow'", "any(split(\"\\n\")[]; test(\"red|yellow\"))"),
        ("/_cat/indices | grep -E 'red|yellow'", "any(split(\"\\n\")[]; test(\"red|yellow\"))"),
        ("/_cat/indices | grep -w a+b", "any(split(\"\\n\")[]; test(\"\\\\b(a\\\\+b)\\\\b\"))"),
        ("/_cat/shards | grep UNASSIGNED | wc -l", "[\(lines("contains(\"UNASSIGNED\")"))] | length == 1"),
        ("/_cat/shards | grep -c UNASSIGNED", "[\(lines("contains(\"UNASSIGNED\")"))] | length == 1"),
        ("/_cat/indices | grep logs | grep -v green", "contains(\"logs\") and (contains(\"green\") | not))] == []"),
        ("/_cat/indices | grep \"logs-$INDEX\"", "`...logs-${index}...` in a fence `text expect`"),
        ("/_cat/indices | grep -i logs-${INDEX}", "any(split(\"\\n\")[]; test(\"logs-\\($index)\"; \"i\"))"),
        ("/_cat/indices | grep 'logs-$INDEX'", "test(\"logs-$INDEX\")"),
        ("/_cat/indices | awk '{print $3}'", "name = [split(\"\\n\")[] | select(. != \"\") | [scan(\"[^ ]+\")][2]]"),
        ("/_cat/indices?v | awk 'NR>1 {print $3}'", "split(\"\\n\")[1:][] | select(. != \"\") | [scan"),
        ("/_cat/indices | cut -d' ' -f3", "[scan(\"[^ ]+\")][2]]"),
        ("/_cat/indices | tail -n +2 | awk '{print $3}' | xargs -n1 curl -XDELETE", "each request behind it as a step"),
        ("/_cat/indices | grep \"^red\" || echo none", "any(split(\"\\n\")[]; test(\"^red\"))"),
        ("/_cat/indices | sh", "each request behind it as a step"),
        ("/_cluster/health | jq '.status, .number_of_nodes'", "`name = [.status, .number_of_nodes]`"),
        ("/_settings | jq --arg i orders '.[$i]'", "`name = .[\"orders\"]`"),
        ("/_settings | jq --arg i \"$INDEX\" '.[$i]'", "`name = .[$index]`"),
        ("/_settings | jq \".[\\\"$INDEX\\\"]\"", "`name = .[\"\\($index)\"]`"),
        ("/_settings | jq '[.[] | .a]'", "`name = [.[] | .a]`"),
        ("/a | jq -r '.[].a' | wc -l", "[.[].a] | length == 1"),
        ("/a | jq -r '\n  .a\n' | grep x", "select(tostring | contains(\"x\"))"),
        ("/_cat/health |\n  grep -v green", "(contains(\"green\") | not)"), ("/a | jq . > out.json", "`show=yes`"),
        ("/a | python3 -c 'import sys'", "`text expect`"),
    ])
    func readsLinesAsTheCommandsDo(text: String, advice: String) {
        let block = BlockText("curl \"$LEADER\"" + text)
        let found = CurlParser.parse(block, targets: ["leader"], names: ["leader", "index"]).diagnostics
        let help = found.first { $0.code == "curl/pipe" }?.help.first
        #expect(help?.contains(advice) == true, "\(help ?? "\(found)")")
    }

    /// A variable that is set to what commands give has a filter that gives it.
    @Test(arguments: [
        ("INDICES=$(curl -s $LEADER/_cat/indices | awk '{print $3}')", "`indices = [split(\"\\n\")[]"),
        ("A=$(curl -s -o /dev/null -w \"%{http_code}\" $LEADER)", "`a = $status`"),
        ("A=$(curl -s $LEADER/_cat/shards | grep UNASS);", "`a = [split(\"\\n\")[] | select("),
        ("A=$(curl -s $LEADER/_cat/shards | wc -l)", "| length`"), ("A=$(curl -s $LEADER/_cat/master)", "`a = .`"),
    ])
    func givesVariablesAFilter(text: String, advice: String) {
        let found = CurlParser.parse(BlockText(text), targets: ["leader"], names: ["leader"]).diagnostics
        #expect(found.first?.code == "curl/assignment")
        #expect(found.first?.help.first?.contains(advice) == true, "\(found.first?.help ?? [])")
    }

    @Test(arguments: [
        "me@host:~$ curl $LEADER/a", "[root@host ~]# curl $LEADER/a", "bash-5.1$ curl $LEADER/a", "$ curl $LEADER",
    ])
    func aPromptIsNamed(text: String) {
        let found = CurlParser.parse(BlockText(text), targets: ["leader"], names: ["leader"]).diagnostics
        #expect(found.map(\.code) == ["curl/prompt"], "\(found)")
    }

    /// In a block without values `${` is text wherever it is, and so it is sent.
    @Test(arguments: [
        "curl $LEADER/a --json '{ \"a\": \"${x.y} $$ ${z:-}\" }'",
        "curl $LEADER/a --json \"{ \\\"a\\\": \\\"${x.y} $$ ${z:-}\\\" }\"",
        "curl $LEADER/a --json \"{ \\\"a\\\": \\\"\\${x.y} $$ ${z:-}\\\" }\"",
        "curl $LEADER/a --json @- <<'EOF'\n{ \"a\": \"${x.y} $$ ${z:-}\" }\nEOF",
    ])
    func verbatimTextIsSentAsItIs(text: String) {
        // Two dollars are a number in a shell, so only single quotes keep them.
        let text = text.contains("'") ? text : text.replacing(" $$", with: "")
        let (requests, diagnostics) = CurlParser.parse(
            BlockText(text).withoutValues, targets: ["leader"], names: ["leader"])
        #expect(diagnostics.filter { $0.severity == .error } == [])
        let body = text.contains("'") ? "{ \"a\": \"${x.y} $$ ${z:-}\" }" : "{ \"a\": \"${x.y} ${z:-}\" }"
        #expect(requests.first?.request.body?.literal?.trimmed == body)
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
