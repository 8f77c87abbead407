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
        // Percent-encoded.
        ("DELETE /1️⃣%7Bindex%7D2️⃣", "index"), ("DELETE /1️⃣%3Cmy_index%3E2️⃣", "my_index"),
        ("GET /a-1️⃣%7benv%7d2️⃣/_doc", "env"),
        ("GET /1️⃣%2A%2A%2A2️⃣", "name"),
        // In the middle of a name, and in other frames.
        ("DELETE /1️⃣logs-your-index2️⃣", "logs_your_index"), ("DELETE /1️⃣name-of-your-index2️⃣", "name_of_your_index"),
        ("DELETE /1️⃣{index2️⃣?}", "index"), ("GET /1️⃣{index*}2️⃣", "index"), ("GET /1️⃣{+index}2️⃣/x", "index"),
        ("DELETE /1️⃣$(index)2️⃣", "index"), ("DELETE /1️⃣((index))2️⃣", "index"), ("DELETE /1️⃣(index)2️⃣", "index"),
        ("DELETE /1️⃣__INDEX__2️⃣", "index"), ("DELETE /a-1️⃣__ENV__2️⃣", "env"), ("DELETE /1️⃣__index__2️⃣", "index"),
        ("DELETE /1️⃣[index]2️⃣", "index"), ("DELETE /logs-1️⃣[env]2️⃣", "env"), ("DELETE /1️⃣%INDEX%2️⃣", "index"),
        ("DELETE /1️⃣%DATE%2️⃣", "date"), ("DELETE /1️⃣@INDEX@2️⃣", "index"), ("DELETE /1️⃣|index|2️⃣", "index"),
        ("DELETE /1️⃣«index»2️⃣", "index"), ("DELETE /1️⃣<index2️⃣", "index"), ("DELETE /1️⃣INDEX_NAME2️⃣", "index_name"),
        ("DELETE /1️⃣MY_INDEX2️⃣/_doc/1", "my_index"), ("DELETE /1️⃣changeme2️⃣", "changeme"),
        // Of programs, and forms that nobody fills in.
        ("PUT /1️⃣%ES%2️⃣/a", "es"), ("DELETE /1️⃣%index%2️⃣", "index"), ("DELETE /1️⃣%date%2️⃣/_doc", "date"),
        ("DELETE /1️⃣{}2️⃣", "name"), ("DELETE /a-1️⃣{0}2️⃣", "name"), ("DELETE /1️⃣%s2️⃣", "s"), ("DELETE /1️⃣$12️⃣", "name"),
        ("DELETE /1️⃣%257Bindex%257D2️⃣", "index"), ("DELETE /1️⃣%25257Bindex%25257D2️⃣", "index"),
        ("DELETE /1️⃣logs-YYYY.MM.DD2️⃣", "logs_yyyy_mm_dd"), ("DELETE /1️⃣logs-yyyy.mm.dd2️⃣", "logs_yyyy_mm_dd"),
        ("DELETE /1️⃣insert-index-here2️⃣", "index"), ("DELETE /1️⃣index-name-here2️⃣", "index_name"),
        ("DELETE /1️⃣<logs-{now>2️⃣", "logs_now"), ("POST /_tasks/1️⃣node_id:task_id2️⃣/_cancel", "node_id_task_id"),
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
        "GET /x?q=a:<b", "GET /a/_doc/ID_1", "GET /a/_doc/a%3Cb", "GET /a/_doc/%28a%29", "GET /a/_doc/%3Aid",
        "GET /yourself", "GET /2024", "GET /a__b__c", "GET /where", "GET /we-were-there", "GET /a/_doc/100%25",
        "GET /logs-mm", "GET /_tasks/oTUltX4IQMOUUVeiohTt8A:123/_cancel", "GET /a/_doc/here",
        "GET /x\n{\"a\": \"[a-z]\", \"b\": \"$2\", \"c\": \"x.y.z\", \"d\": \"HOST\", \"e\": \"[1]\", \"f\": \"10.0.0.1:9300\"}",
        "GET /x\n{\"a\": \"todo\", \"b\": \"100%\", \"c\": \"see here\", \"d\": \"max.xx\", \"path\": \"/var/x\", \"value\": \"abc12345\"}",
        "GET /x\n{\"a\": \"k=v1234567\", \"b\": \"password=%{DATA:p}\", \"c\": \"password=(?<p>x1)\", \"d\": \"a == token12345\"}",
        "GET /x\n{\"a\": \"https://h/x?page=12345678&sort=a1\", \"b\": \"password=${p}\", \"c\": \"token=${t}&x=1\", \"d\": \"token={{t}}\"}",
        "GET /x\n{\"a\": \"https://hooks.slack.com/services/${hook}\", \"cookie\": \"\", \"max_tokens\": 10000000}",
        "GET /a/_doc/x%20y%20z",
        "GET /%C3%A4", "GET /_cat/nodes", "GET /a/_doc/a@b.de", "GET /_index_template/x",
        "GET /x\n{\"a\": \"<em>\", \"b\": [\"</em>\", \"<tag1>\"], \"c\": \"{{x}}\", \"d\": \"<b>x</b>\", \"e\": \"%{WORD}\"}",
        "GET /x\n{\"a\": \"Your order is ready\", \"b\": \"${x}\", \"c\": \"(?<n>a)\", \"d\": \"{\\\"a\\\":1}\", \"e\": \"a < b > c\"}",
        "GET /x\n{\"password\": \"${p}\", \"b\": {\"password\": {\"type\": \"keyword\"}}, \"token\": \"quick\", \"api_key\": null}",
        "GET /x\n{\"secret\": \"{{s}}\", \"password\": \"\", \"tokenizer\": \"standard_of_some_kind\", \"keys\": [\"password\"]}",
        "GET /x\n{\"a\": \"(?<year>a)-x\", \"b\": \"List<String>\", \"c\": \"x:<b>y</b>\", \"d\": \"a-<b c\"}",
        "GET /x\n{\"a\": \"Press <b>x</b> <i>now</i>\", \"b\": \"%{IP:client} %{WORD}\", \"c\": \"{{a}} and {{{b}}}\", \"d\": \"<br/> <br />\"}",
        "GET /x\n{\"source\": \"if (x) {return} <a_b>\", \"a\": \"\\\\p{Alpha}+\", \"b\": \"List<String> x\", \"c\": \"yours truly\"}",
        "GET /x\n{\"name\": \"<nightly-{now/d}>\", \"n\": \"to <nightly-{now/d{yyyy.MM}}> x\", \"q\": \"a:{1 TO 2}\"}",
        "GET /x\n{\"query\": {\"match\": {\"password\": \"x1\"}}}",
        "GET /x\n{\"query\": {\"term\": {\"api_key\": {\"value\": \"x1\"}}}}",
        "GET /x\n{\"query\": {\"terms\": {\"token\": [\"abcdef12\", \"b\"]}}}", "GET /x?q=password:abc12345",
        "GET /x\n{\"analyzer\": \"token\", \"token\": \"keyword\", \"primary_key\": \"abcdefgh12345678\", \"key\": \"abcdefgh12345678\"}",
        "GET /x\n{\"password\": \"${a}-${b}\", \"secret\": \"{{x}}\", \"authorization\": \"Bearer ${t}\", \"auth\": \"Basic authentication\"}",
        "GET /x\n{\"url\": \"https://${user}:${password}@h/\", \"b\": \"https://user@h/\", \"c\": \"a://b:c\", \"pwd\": \"/home/x\"}",
        "GET /x\n{\"password\": true, \"passwords\": 3, \"max_password\": 12}",
        "GET /x\n{\"doc\": \"{\\\"a\\\": 1}\", \"t\": \"\"\"{\"query\": {\"match\": {\"password\": \"{{p}}\"}}}\"\"\"}",
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
        ("PUT /a\n{ \"x\": \"${index}-1️⃣<x>2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"aliases\": { \"${index}-1️⃣<x>2️⃣\": {} } }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣$INDEX2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣$index2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣%INDEX%2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣[value]2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣TODO2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": [ \"1️⃣x.x.x.x:93002️⃣\" ] }", "console/placeholder"),
        ("PUT /a\n{ \"x\": [ \"1️⃣10.0.x.x2️⃣\" ] }", "console/placeholder"),
        ("PUT /a\n{ \"x\": [ \"1️⃣IP_ADDRESS:93002️⃣\" ] }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣node_ip_here2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"x\": \"1️⃣https://hooks.slack.com/services/XXX/YYY/ZZZ2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"url\": \"https://h/x?api_key=1️⃣abc123452️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"url\": \"https://h/x?a=1&token=1️⃣abc123452️⃣&b=2\" }", "secret/literal"),
        ("PUT /a\n{ \"url\": \"jdbc:postgresql://h/db?user=u&password=1️⃣abc123452️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"c\": \"Endpoint=sb://x;AccountKey=1️⃣abc12345==2️⃣;X=1\" }", "secret/literal"),
        ("PUT /a\n{ \"sas\": \"sv=2020-01-01&sig=1️⃣abc12345%2B2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"u\": \"https://hooks.slack.com/services/1️⃣T0001/B0002/abcdEFGH12342️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"h\": { \"Cookie\": \"1️⃣session=abc12342️⃣\" } }", "secret/literal"),
        ("PATCH /a\n[ { \"op\": \"replace\", \"path\": \"/password\", \"value\": \"1️⃣abc123452️⃣\" } ]", "secret/literal"),
        ("PATCH /a\n[ { \"op\": \"add\", \"path\": \"/u/api_key\", \"value\": 1️⃣123452️⃣ } ]", "secret/literal"),
        ("PUT /a\n{ \"token\": 1️⃣123456782️⃣ }", "secret/literal"),
        ("PUT /a\n{ \"x\": \"1️⃣glpat-abc123452️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"b\": \"password=1️⃣abc123452️⃣\" }", "secret/literal"),
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
        // In the middle of a text.
        ("POST /_sql\n{ \"query\": \"SELECT * FROM 1️⃣<index>2️⃣\" }", "console/placeholder"),
        ("PUT /a\n{ \"a\": \"my 1️⃣{value}2️⃣ text\" }", "console/placeholder"),
        ("PUT /a\n{ \"a\": \"{\\\"b\\\": \\\"1️⃣<value>2️⃣\\\"}\" }", "console/placeholder"),
        ("PUT /a\n{ \"url\": \"https://1️⃣{host}2️⃣/x\" }", "console/placeholder"),
        ("POST /_sql\n{ \"query\": \"SELECT * FROM 1️⃣your_index2️⃣\" }", "console/placeholder"),
        ("POST /_reindex\n{ \"host\": \"https://1️⃣<other-host>2️⃣:9243\" }", "console/placeholder"),
        ("PUT /a\n{ \"role_arn\": \"arn:aws:iam::1️⃣<account-id>2️⃣:role/x\" }", "console/placeholder"),
        // Names and forms of secrets.
        ("PUT /a\n{ \"token\": \"1️⃣abc123452️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"pwd\": \"1️⃣abc123452️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"h\": { \"Authorization\": \"1️⃣Basic ZWxhc3RpYzpjaGFuZ2VtZQ==2️⃣\" } }", "secret/literal"),
        ("PUT /a\n{ \"h\": { \"Authorization\": [ \"1️⃣Basic ZWxhc3RpYzpjaGFuZ2VtZQ==2️⃣\" ] } }", "secret/literal"),
        ("PUT /a\n{ \"h\": [ \"Authorization: Bearer 1️⃣abc.def-12342️⃣\" ] }", "secret/literal"),
        ("PUT /a\n{ \"host\": \"https://elastic:1️⃣changeme2️⃣@other:9200\" }", "secret/literal"),
        ("PUT /a\n{ \"host\": \"mongodb://user:1️⃣pw2️⃣@h/db\" }", "secret/literal"),
        ("PUT /a\n{ \"password\": 1️⃣123456782️⃣ }", "secret/literal"),
        ("PUT /a\n{ \"password\": [\"1️⃣abc123452️⃣\"] }", "secret/literal"),
        ("PUT /a\n{ \"credential\": { \"openAI_key\": \"1️⃣sk-abcdef1234567890ab2️⃣\" } }", "secret/literal"),
        ("PUT /a\n{ \"x\": \"1️⃣sk-abcdef1234567890ab2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"key\": \"1️⃣-----BEGIN PRIVATE KEY-----\\nMII2️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"password\": \"1️⃣${es.name}-abc123452️⃣\" }", "secret/literal"),
        ("PUT /a\n{ \"x\": \"\"\"{\"password\":\"1️⃣abc123452️⃣\"}\"\"\" }", "secret/literal"),
        ("PUT /a\n{ \"x\": \"{\\\"password\\\": \\\"1️⃣abc123452️⃣\\\"}\" }", "secret/literal"),
        ("PUT /x?password=1️⃣abc123452️⃣", "secret/literal"), ("PUT /x?a=b&api_key=1️⃣abc123452️⃣&c", "secret/literal"),
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
        ("PUT 1️⃣${es.url}2️⃣/a"), ("PUT /1️⃣${es.url}2️⃣/a"), ("PUT 1️⃣${es.host}2️⃣:${es.port}/a"), ("PUT /1️⃣${es.host}2️⃣:9200/a"),
        ("PUT es01:1️⃣${es.port}2️⃣/a"), ("PUT 1️⃣${es.transport}2️⃣/a"), ("PUT 1️⃣[::1]:92002️⃣/a"), ("PUT 1️⃣[::1]2️⃣/a"),
        ("PUT user:pw@1️⃣host:92002️⃣/a"), ("PUT //1️⃣es01:92002️⃣/a"), ("PUT elastic@1️⃣es.example.com2️⃣/a"),
        ("GET es://1️⃣es012️⃣/a"), ("GET http:/1️⃣es012️⃣/a"), ("GET 1️⃣HOST:PORT2️⃣/a"), ("GET 1️⃣my_host:92002️⃣/a"),
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
        ("curl \"1️⃣http://{host}:92002️⃣/\"", "curl/host"), ("curl -g \"1️⃣https://[host]:92002️⃣/x\"", "curl/host"),
        ("curl \"1️⃣https://HOST:92002️⃣/x\"", "curl/host"), ("curl \"1️⃣https://__HOST__:92002️⃣/x\"", "curl/host"),
        ("curl \"1️⃣https://%HOST%:92002️⃣/x\"", "curl/host"), ("curl \"1️⃣https://x.x.x.x:92002️⃣/x\"", "curl/host"),
        ("curl \"1️⃣https://es-(env):92002️⃣/x\"", "curl/host"), ("curl \"1️⃣https://YOUR_IP:92002️⃣/x\"", "curl/host"),
        ("curl -X DELETE \"${es.url}/1️⃣%7Bindex%7D2️⃣\"", "curl/placeholder"),
        ("curl -X DELETE \"${es.url}/1️⃣__INDEX__2️⃣\"", "curl/placeholder"),
        ("curl -X PUT \"${es.url}/a?password=1️⃣abc123452️⃣\"", "secret/literal"),
        ("curl \"${es.url}/a\" --json '{ \"a\": \"1️⃣$index2️⃣\" }'", "curl/quoted-value"),
        ("curl \"${es.url}/a\" --json '{ \"a\": \"1️⃣$INDEX2️⃣\" }'", "curl/quoted-value"),
        ("curl \"${es.url}/a\" --json '{ \"a\": \"1️⃣${INDEX}2️⃣\" }'", "curl/quoted-value"),
        ("curl \"${es.url}/a\" --json '{ \"a\": \"1️⃣${index}2️⃣\" }'", "curl/quoted-value"),
        ("curl \"${es.url}/a\" --json '{ \"host\": \"https://a:1️⃣b2️⃣@c\" }'", "secret/literal"),
        ("curl \"${es.url}/1️⃣<index>2️⃣\"", "curl/placeholder"),
        ("curl \"${es.url}/1️⃣{index}2️⃣/_search\"", "curl/placeholder"),
        ("curl \"${es.url}/1️⃣your-index2️⃣\"", "curl/placeholder"),
        ("curl -XPUT \"${es.url}/a\" --json '{\"password\": \"1️⃣x y2️⃣\"}'", "secret/literal"),
        ("curl -XPUT \"${es.url}/a\" --json '{\"a\": \"1️⃣<b_c>2️⃣\"}'", "curl/placeholder"),
    ])
    func curlCommandsAreReadTheSame(marked: String, code: String) {
        let block = MarkedBlock(marked)
        let found = CurlParser.parse(block.block, targets: ["es"], names: ["es", "index"]).diagnostics
        #expect(found.map(\.code) == [code])
        #expect(found.first?.span?.range == block.marked)
    }
}
