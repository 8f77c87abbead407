import ElasticRequests
import RunbookModel
import Testing

/// A request as a command to paste is read as the same request.
@Suite struct CurlRoundTripTests {
    private static let commands = [
        CurlCommand(url: "http://127.0.0.1:9200"),
        CurlCommand(url: "https://es.example.com", user: "o'neil", secretName: "LEADER_PASSWORD", options: [["-k"]]),
        CurlCommand(url: "https://es:443", user: "admin", password: "it's", options: [["--cacert", "/a b/ca.pem"]]),
    ]

    /// The names of the values in a template.
    private func names(_ template: Template?) -> [String] { template?.holes.map(\.reference.name) ?? [] }

    private func check(_ template: RequestTemplate) {
        let request = ElasticRequest(
            method: template.method.value, path: template.path.source, query: template.query?.source,
            body: template.body?.source)
        let values = names(template.path) + names(template.query) + names(template.body)
        for command in Self.commands {
            guard let text = command.text(request) else {
                Issue.record("no command for \(request)")
                continue
            }
            let (requests, diagnostics) = CurlParser.parse(
                BlockText(text), targets: ["leader"], names: ["leader", "leader_password"] + values)
            #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(text)")
            let read = requests.first?.request
            #expect(read?.method.value == request.method, "\(text)")
            #expect(read?.path.source == request.path, "\(text)")
            #expect(read?.query?.source == request.query, "\(text)")
            #expect(read?.body?.source == request.body, "\(text)")
            #expect(read?.body?.holes.map(\.context) == template.body?.holes.map(\.context), "\(text)")
        }
    }

    @Test(arguments: [
        "GET /",
        "GET /_cat/nodes?v&h=ip,port",
        "get a%2Fb/100%/c+d?q=a+b&r=%2B",
        "HEAD /a",
        "DELETE /<logstash-{now/d}>",
        "GET /_search?q=user:\"it's x\"",
        "PUT /${i}/_doc/${d}?routing=${r}",
        "POST a\n{}",
        "POST a\n{\n  \"s\": \"it's $x `y` \\\\ \\\"z\\\" \\u00e4 😀\" // c\n}",
        "POST a\n{ \"s\": \"\"\"a \"b\"\n'c' \\d\"\"\" }",
        "POST a\n{ \"s\": \"x ${v} y\", \"n\": ${w}, \"l\": [${u}, \"${v}\"] }",
        "POST _bulk?refresh\n{ \"index\": { \"_id\": \"1\" } }\n{ \"a\": [\n 1 ] }\n{ \"delete\": { \"_id\": \"${v}\" } }",
        "POST _reindex\n{ \"source\": { \"remote\": { \"host\": \"http://a:9200\", \"password\": \"${p}\" } } }",
        "PUT /_ccr/auto_follow/a\n{ \"follow_index_pattern\": \"{{leader_index}}-copy\" }",
        "POST /_snapshot/a/b/_restore\n{ \"rename_replacement\": \"restored_$1\" }",
    ])
    func requestsOfConsoleBlocks(block: String) {
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(block))
        #expect(diagnostics.allSatisfy { $0.severity < .error })
        #expect(requests.count == 1)
        requests.forEach(check)
    }

    @Test(arguments: EffectRuleTests.rows.filter { $0.body == nil })
    func requestsOfTheEffectTable(row: EffectRuleTests.Row) {
        ConsoleParser.parse(BlockText(row.line)).requests.forEach(check)
    }

    @Test(.enabled(if: SharedFences.folder != nil, "RUNBOOK_SHARED names no folder"))
    func requestsOfForeignDocuments() {
        var count = 0
        for fence in SharedFences.all {
            let (requests, diagnostics) = ConsoleParser.parse(BlockText(fence.text))
            guard diagnostics.allSatisfy({ $0.severity < .error }) else { continue }
            count += requests.count
            requests.forEach(check)
        }
        print("\(count) requests of foreign documents went through curl and back")
        #expect(count > 20)
    }
}
