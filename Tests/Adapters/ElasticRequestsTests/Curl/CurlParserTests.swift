import ElasticRequests
import RunbookModel
import Testing

@Suite struct CurlParserTests {
    private func parse(_ text: String) -> (requests: [CurlRequest], diagnostics: [Diagnostic]) {
        CurlParser.parse(
            BlockText(text), targets: ["leader"], names: ["leader", "follower", "index", "name", "password"])
    }

    /// Each request as `METHOD target`, and its body.
    private func requests(_ text: String) -> [[String]] {
        let (requests, diagnostics) = parse(text)
        #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return requests.map { [$0.request.title.source, $0.request.body?.source ?? ""] }
    }

    @Test(arguments: [
        ("curl $LEADER", "GET /"),
        ("curl \"${LEADER}\"", "GET /"),
        ("curl https://$LEADER", "GET /"),
        ("curl HTTPS://${leader}/_search", "GET /_search"),
        ("curl \"${leader.url}/_cat/nodes?v&h=ip,port\"", "GET /_cat/nodes?v&h=ip,port"),
        ("curl http://${leader.host}:${leader.port}/a", "GET /a"),
        ("curl http://$LEADER:9200/a", "GET /a"),
        ("curl localhost:9200/a", "GET /a"),
        ("curl 'https://[::1]:9200?pretty'", "GET /?pretty"),
        ("curl --url $LEADER/a", "GET /a"),
        ("curl -- $LEADER/a", "GET /a"),
        ("curl -XPUT $LEADER/a", "PUT /a"),
        ("curl -X 'DELETE' $LEADER/a", "DELETE /a"),
        ("curl --request POST $LEADER/a", "POST /a"),
        ("curl -I $LEADER/a", "HEAD /a"),
        ("curl --head $LEADER/a", "HEAD /a"),
        ("curl -sSkXPUT $LEADER/a", "PUT /a"),
        ("curl -vifL --compressed --max-time 5 -m3 --retry 2 -w '%{http_code}' -o /dev/null $LEADER/a", "GET /a"),
        ("curl $LEADER/a%2Fb/c+d", "GET /a%2Fb/c+d"),
        ("curl \"$LEADER/ä?q=a+b&r=%2B\"", "GET /%C3%A4?q=a+b&r=%2B"),
        ("curl -g \"$LEADER/<a-{now/d}>\"", "GET /%3Ca-%7Bnow/d%7D%3E"),
        ("curl \"$LEADER/$INDEX/_doc/${name}?routing=$NAME\"", "GET /${index}/_doc/${name}?routing=${name}"),
        ("curl -G $LEADER/a -d q=b -d size=1", "GET /a?q=b&size=1"),
        (
            "curl -G \"$LEADER/a?x=y\" --data-urlencode 'q=a b&c' --data-urlencode \"=$NAME\"",
            "GET /a?x=y&q=a%20b%26c&${name}"
        ),
        ("curl $LEADER/a?", "GET /a"),
    ])
    func readsRequestLines(text: String, title: String) {
        #expect(requests(text) == [[title, ""]])
    }

    @Test(arguments: [
        ("-d '{\"a\": 1}'", "{\"a\": 1}"),
        ("-d'{\"a\": 1}'", "{\"a\": 1}"),
        ("-d\"{ \\\"a\\\": \\\"$NAME\\\" }\"", "{ \"a\": \"${name}\" }"),
        ("--data '\n{\n}\n'", "\n{\n}\n"),
        ("--data-raw '[\"@x\"]'", "[\"@x\"]"),
        ("--data-binary '{\"a\":1}'", "{\"a\":1}"),
        ("--json '{\"a\":' --json '1}'", "{\"a\":1}"),
        ("-d $'{\"a\":\\t\"it\\'s\"}'", "{\"a\":\t\"it's\"}"),
        ("-d @- <<EOF\n{\n \"a\":\n \"$NAME\" }\nEOF", "{ \"a\": \"${name}\" }"),
        ("--data-binary @- <<'EOF'\n{\n  \"a\": \"$x\"\n}\nEOF", "{\n  \"a\": \"$x\"\n}\n"),
        ("-d '{\"s\":\"{{x}} $1 <y>\"}'", "{\"s\":\"{{x}} $1 <y>\"}"),
        ("-d \"{\\\"a\\\": ${name}}\"", "{\"a\": ${name}}"),
        ("-d ''", ""),
    ])
    func readsBodies(option: String, body: String) {
        #expect(requests("curl $LEADER/a -H 'Content-Type: application/json' \(option)") == [["POST /a", body]])
    }

    @Test func readsLines() {
        let block =
            "curl $LEADER/_bulk --data-binary '{\"index\":{}}\n{\"a\":1}\n' -H 'Content-Type: application/x-ndjson'"
        #expect(requests(block) == [["POST /_bulk", "{\"index\":{}}\n{\"a\":1}\n"]])
    }

    @Test func valuesKnowWhereTheyStand() throws {
        let block = "curl \"$LEADER/$INDEX?q=$NAME\" -d \"{\\\"a\\\": \\\"\\\\\\\" $NAME\\\", \\\"b\\\": $NAME}\""
        let request = try #require(parse(block).requests.first).request
        #expect(request.path.holes.map(\.context) == [.urlPath])
        #expect(request.query?.holes.map(\.context) == [.urlQuery])
        #expect(request.body?.holes.map(\.context) == [.jsonString, .jsonValue])
        let first = try #require(request.path.holes.first)
        #expect(first.span.range == 14..<20)
    }

    @Test func severalCommandsAreSeveralRequests() {
        let block = """
            # 1. Add a document
            curl -XPOST "https://${LEADER}/a/_doc/1" \\
            -H 'Content-Type: application/json' -d '{"value" : "data1"}'

            curl $LEADER/b; curl $LEADER/c && curl -XDELETE $LEADER/d
            # The above should list "follower-01"
            """
        #expect(
            requests(block) == [
                ["POST /a/_doc/1", "{\"value\" : \"data1\"}"], ["GET /b", ""], ["GET /c", ""], ["DELETE /d", ""],
            ])
        #expect(parse(block).diagnostics.isEmpty)
    }

    @Test func aUserTakesThePlaceOfTheTargets() throws {
        let block = "curl -u \"$NAME:${password}\" $LEADER/a"
        let (requests, diagnostics) = parse(block)
        #expect(diagnostics.isEmpty)
        #expect(requests.first?.user?.source == "${name}")
        #expect(requests.first?.password?.source == "${password}")
    }

    @Test func aLiteralServerIsRemembered() throws {
        #expect(parse("curl https://localhost/a").requests.first?.server?.description == "https://localhost:443")
        #expect(parse("curl ES:9200/a").requests.first?.server?.description == "http://es:9200")
        #expect(parse("curl $LEADER:9200/a").requests.first?.server == nil)
    }

    /// Warnings and hints of blocks that are understood.
    @Test(arguments: [
        ("curl -u admin:1️⃣admin2️⃣ $LEADER", "secret/literal"),
        ("curl -u 'admin:1️⃣<password>2️⃣' $LEADER", "curl/placeholder"),
        ("curl '1️⃣https://es:92002️⃣/_search'", "curl/address"),
        ("curl $LEADER/a -d 1️⃣'{}'2️⃣", "curl/content-type"),
        ("curl 1️⃣--cacert2️⃣ ca.pem $LEADER", "curl/tls"),
        ("curl --json '{\"a\":\"1️⃣${name}2️⃣\"}' $LEADER/a", "curl/quoted-value"),
        ("curl $LEADER/a --json @- <<'EOF'\n[\"1️⃣${name}2️⃣\"]\nEOF", "curl/quoted-value"),
    ])
    func notesWhatMaySurprise(text: String, code: String) throws {
        let marked = MarkedBlock(text)
        let (requests, diagnostics) = CurlParser.parse(
            marked.block, targets: ["leader"], names: ["leader", "name"])
        #expect(requests.count == 1)
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.allSatisfy { $0.severity < .error })
        #expect(diagnostics.first?.span?.range == marked.marked)
    }
}
