import ElasticRequests
import RunbookModel
import Testing

/// What documents write where their reader must put something, and passwords that everybody can read.
@Suite struct PlaceholderTests {
    @Test(arguments: [
        ("PUT /1️⃣<my_index>2️⃣", "my_index"), ("PUT 1️⃣{index}2️⃣", "index"), ("GET /1️⃣{{index}}2️⃣/_search", "index"),
        ("DELETE /logs-1️⃣<env>2️⃣/_doc/1", "env"), ("GET /1️⃣your-index2️⃣/_search", "index"),
        ("GET /a,1️⃣your_other2️⃣", "other"),
        ("GET /1️⃣YOUR_INDEX2️⃣", "index"), ("GET /1️⃣***2️⃣/_doc/1", "name"), ("GET /a/1️⃣...2️⃣", "name"), ("GET /1️⃣…2️⃣/x", "name"),
        ("GET /1️⃣:index2️⃣/_search", "index"), ("GET /1️⃣$index2️⃣/_search", "index"),
        ("GET /_cat/indices/1️⃣<target>2️⃣?v", "target"),
        ("GET /1️⃣<logs-{date}>2️⃣/_search", "logs_date"), ("PUT /_snapshot/1️⃣<Repository-Name>2️⃣", "repository_name"),
        ("GET /x/1️⃣xxx2️⃣", "name"), ("PUT /1️⃣yourIndex2️⃣", "index"), ("GET /${a}/1️⃣{id}2️⃣", "id"),
    ])
    func isNoPartOfAPath(marked: String, name: String) {
        let block = MarkedBlock(marked)
        let (requests, diagnostics) = ConsoleParser.parse(block.block)
        #expect(requests.isEmpty)
        #expect(diagnostics.map(\.code) == ["console/placeholder"])
        #expect(diagnostics.first?.span?.range == block.marked)
        #expect(diagnostics.first?.severity == .error)
        #expect(diagnostics.first?.help.first?.contains("${\(name)}") == true)
    }

    @Test(arguments: [
        "GET /<logs-{now/d}>/_search", "GET /<logs-{now/M{yyyy.MM}}>,<a-{now-1d/d}>", "GET /%3Clogs-%7Bnow%2Fd%7D%3E",
        "GET /<a-{2024-01-01||/M{yyyy}}>", "GET /my-index", "GET /my_index/_doc/1", "GET /*", "GET /a*,-b*/_search",
        "GET /**",
        "GET /.ds-logs-x", "GET /_cluster/health?wait_for_status=green", "GET /cluster:index/_search", "GET /xx",
        "GET /yours",
        "GET /${index}/_search", "GET /a${b}c", "GET /{a,b}/c", "GET /logs-2024.01.01", "GET /filebeat-7.10.2/_doc/a.b",
        "GET /x?q=a:<b",
        "GET /x\n{\"a\": \"<em>\", \"b\": [\"</em>\", \"<tag1>\"], \"c\": \"{{x}}\", \"d\": \"<b>x</b>\", \"e\": \"%{WORD}\"}",
        "GET /x\n{\"a\": \"Your order is ready\", \"b\": \"${x}\", \"c\": \"(?<n>a)\", \"d\": \"{\\\"a\\\":1}\", \"e\": \"a < b > c\"}",
        "GET /x\n{\"password\": \"${p}\", \"b\": {\"password\": {\"type\": \"keyword\"}}, \"token\": \"quick\", \"api_key\": null}",
        "GET /x\n{\"secret\": \"{{s}}\", \"password\": \"\", \"tokenizer\": \"standard_of_some_kind\", \"keys\": [\"password\"]}",
        "GET /x\n{\"a\": \"(?<year>a)-x\", \"b\": \"List<String>\", \"c\": \"x:<b>y</b>\", \"d\": \"a-<b c\"}",
        "GET /x\n{ # \"password\": \"x\n \"a\": 1, // \"<b_c>\"\n \"c\": 2 /* \"<d_e>\" */ }",
    ])
    func whatIsMeantIsLeftAlone(text: String) {
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(text))
        #expect(diagnostics == [])
        #expect(requests.count == 1)
    }

    @Test(arguments: [
        ("PUT /a\n{ \"aliases\": { \"1️⃣<index_alias>2️⃣\": {} } }", "console/placeholder"),
        ("PUT /a\n{ \"host\": \"1️⃣<your-host>2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"host\": \"1️⃣{host}2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"password\": \"1️⃣***2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"key\": \"1️⃣AKIAXXXXXXXX2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": [ \"1️⃣your-bucket2️⃣\" ] }", "console/placeholder"),
        ("POST /_reindex\n{ \"host\": \"1️⃣https://<other-host>:92432️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"role_arn\": \"1️⃣arn:aws:iam::<account-id>:role/x2️⃣\" }", "console/placeholder"),
        ("GET /a?index=1️⃣<my_index>2️⃣&v", "console/placeholder"),
        ("PUT /a\n{ \"password\": \"1️⃣l0ng-r4nd0m2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"s\": { \"secret_key\" : \"1️⃣not-a-secret2️⃣\" } }", "secret/literal"),
        ("PUT /a\n{ \"access_key\": \"1️⃣AKIA12342️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"s3.client.default.secret_key\": \"1️⃣abc2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"apiKey\": \"1️⃣abc2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"hash\": \"1️⃣$2y$12$abc2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"token\": \"1️⃣dGhpcyBpcyBzZWNyZXQ2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"client_secret\": \"\"\"1️⃣a \"b\" c2️⃣\"\"\" }", "secret/literal"),
        ("PUT /_bulk\n{ \"index\": {} }\n{ \"password\": \"1️⃣x2️⃣\" }", "secret/literal"),
    ])
    func isToldOfInABody(marked: String, code: String) {
        let block = MarkedBlock(marked)
        let (requests, diagnostics) = ConsoleParser.parse(block.block)
        #expect(requests.count == 1)
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.span?.range == block.marked)
        #expect(diagnostics.first?.severity == .warning)
    }

    @Test(arguments: ["1️⃣<METHOD>2️⃣ /a", "1️⃣{method}2️⃣ /a"])
    func aMethodIsNone(marked: String) {
        let block = MarkedBlock(marked)
        let diagnostics = ConsoleParser.parse(block.block).diagnostics
        #expect(diagnostics.map(\.code) == ["console/method"])
        #expect(diagnostics.first?.span?.range == block.marked)
        #expect(diagnostics.first?.message.contains("placeholder") == true)
    }

    @Test(arguments: [
        ("PUT 1️⃣localhost:92002️⃣/logs/_doc/1"), ("POST 1️⃣my-domain.us-east-1.es.amazonaws.com2️⃣/_doc"),
        ("GET 1️⃣10.0.0.12️⃣/_search"), ("GET /1️⃣es01:92002️⃣/_search"), ("GET 1️⃣localhost2️⃣/_cat/nodes"),
        ("GET 1️⃣es.example.com:92002️⃣"),
    ])
    func aServerIsNoPath(marked: String) {
        let block = MarkedBlock(marked)
        let (requests, diagnostics) = ConsoleParser.parse(block.block)
        #expect(requests.isEmpty)
        #expect(diagnostics.map(\.code) == ["console/host-in-path"])
        #expect(diagnostics.first?.span?.range == block.marked)
    }

    @Test(arguments: [
        ("curl '1️⃣$ES2️⃣/_cat/health?v'", "curl/host"), ("curl \"1️⃣http://<your-cluster>:92002️⃣/_cat\"", "curl/host"),
        ("curl '1️⃣http://***id***.example.com:92002️⃣/_cat'", "curl/host"),
        ("curl \"1️⃣https://your-host:92002️⃣/\"", "curl/host"),
        ("curl \"1️⃣http://{host}:92002️⃣/\"", "curl/host"), ("curl \"${es.url}/1️⃣<index>2️⃣\"", "curl/placeholder"),
        ("curl \"${es.url}/1️⃣{index}2️⃣/_search\"", "curl/placeholder"),
        ("curl \"${es.url}/1️⃣your-index2️⃣\"", "curl/placeholder"),
        ("curl -XPUT \"${es.url}/a\" --json '{\"password\": \"1️⃣x y2️⃣\"}'", "secret/literal"),
        ("curl -XPUT \"${es.url}/a\" --json '{\"a\": \"1️⃣<b_c>2️⃣\"}'", "curl/placeholder"),
    ])
    func curlCommandsAreReadTheSame(marked: String, code: String) {
        let block = MarkedBlock(marked)
        let found = CurlParser.parse(block.block, targets: ["es"], names: ["es"]).diagnostics
        #expect(found.map(\.code) == [code])
        #expect(found.first?.span?.range == block.marked)
    }
}
