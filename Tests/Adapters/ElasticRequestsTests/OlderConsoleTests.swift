import ElasticRequests
import RunbookModel
import Testing

/// What consoles before Kibana 8.15, and that of OpenSearch Dashboards, read: accepted where it means one thing.
@Suite struct OlderConsoleTests {
    /// Blocks that the older grammar reads, and the requests that it sends.
    @Test(arguments: [
        ("get _cat/indices", ["GET /_cat/indices"]),
        ("GET _search\n{\n  \"a\": {}\n}\nGET b", ["GET /_search {\n  \"a\": {}\n}\n", "GET /b"]),
        ("# one\nGET a\n#! Deprecation: x\nGET b\n", ["GET /a", "GET /b"]),
        ("GET a # all of it\n", ["GET /a"]),
        ("POST _bulk\n{\"index\":{}}\n{\"a\":1}\n\nGET b", ["POST /_bulk {\"index\":{}}\n{\"a\":1}\n", "GET /b"]),
        ("PUT a\n{ \"s\": \"\"\"x\n\"y\" \"\"\" }", ["PUT /a { \"s\": \"x\\n\\\"y\\\" \" }\n"]),
        ("GET a\n   {\"b\":1}", ["GET /a {\"b\":1}\n"]),
        ("GET   a\t\n{}\r\n", ["GET /a {}\n"]),
        // Sent line by line these fail at the cluster; here they are what their author meant.
        ("POST _bulk\n{\n\"index\":{}\n}\n{\n\"a\":1\n}", ["POST /_bulk {\"index\":{}}\n{\"a\":1}\n"]),
        ("PUT a\n{\n  # why\n  \"b\": 1 // and how\n}", ["PUT /a {\n  \n  \"b\": 1 \n}\n"]),
    ])
    func isAcceptedWhereItMeansOneThing(block: String, sent: [String]) {
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(block))
        #expect(diagnostics.isEmpty)
        #expect(requests.map { $0.title.source + ($0.body.map { " " + $0.source } ?? "") } == sent)
    }

    /// The version of the protocol behind a request line is not sent, and a document may be like an answer.
    @Test(arguments: [
        ("GET /_cat/health?v HTTP/1.1", "GET /_cat/health?v"), ("GET /a HTTP/2", "GET /a"),
        ("GET /a?q=b c HTTP/1.0 # d", "GET /a?q=b%20c"), ("GET /a?q=HTTP/1.1", "GET /a?q=HTTP/1.1"),
        ("PUT /a/_doc/1\n{\"acknowledged\":true}", "PUT /a/_doc/1"), ("PUT /a/t/1\n{\"took\":1}", "PUT /a/t/1"),
        ("POST /a/_create/1\n{\"hits\":1}", "POST /a/_create/1"), ("PUT /a\n{\"settings\":{}}", "PUT /a"),
    ])
    func isReadAsItIsMeant(block: String, title: String) {
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(block))
        #expect(requests.map(\.title.source) == [title])
        #expect(diagnostics.filter { $0.severity == .error } == [])
    }

    /// Where the generations differ, the newer meaning is taken and the other one told.
    @Test(arguments: [
        ("GET _search\n\n1️⃣{2️⃣}", "console/blank-line", "GET /_search"),
        ("GET _search\r\n\r\n1️⃣{2️⃣}", "console/blank-line", "GET /_search"),
        ("GET _search?q=a1️⃣ 2️⃣b c", "console/query-blank", "GET /_search?q=a%20b%20c"),
        ("GET _search?q=\"a1️⃣\t2️⃣b\" # c", "console/query-blank", "GET /_search?q=%22a%09b%22"),
    ])
    func isToldWhereItMeansTwo(text: String, code: String, title: String) {
        let marked = MarkedBlock(text)
        let (requests, diagnostics) = ConsoleParser.parse(marked.block)
        #expect(requests.map(\.title.source) == [title])
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first.map { $0.severity < .error } == true)
        #expect(diagnostics.first?.span?.range == marked.marked)
    }

    /// What neither generation sends as it stands is an error: nothing is guessed.
    @Test(arguments: [
        "GET a {\"b\":1}", "GET a\n# c\n{\"b\":1}", "GET a\n\n\n{\"b\":1}", "GET a b", "OPTIONS /",
        "GET http://es:9200/a",
    ])
    func isRefusedWhereItIsDroppedInSilence(block: String) {
        #expect(ConsoleParser.parse(BlockText(block)).diagnostics.contains { $0.severity == .error })
    }

    /// Every console block of documents from elsewhere is read, or refused with a reason.
    @Test(.enabled(if: SharedFences.folder != nil, "RUNBOOK_SHARED names no folder"))
    func foreignDocuments() {
        var read = 0
        var codes: [String: Int] = [:]
        var refused = 0
        for fence in SharedFences.all where Self.isConsole(fence.text) {
            let (requests, diagnostics) = ConsoleParser.parse(BlockText(fence.text))
            let errors = diagnostics.filter { $0.severity == .error }
            for diagnostic in diagnostics { codes[diagnostic.code, default: 0] += 1 }
            #expect(!requests.isEmpty || !errors.isEmpty)
            if errors.isEmpty { read += 1 } else { refused += 1 }
        }
        print(
            "\(read) console blocks of foreign documents read, \(refused) refused: \(codes.sorted { $0.key < $1.key })")
        #expect(read > refused)
    }

    private static func isConsole(_ text: String) -> Bool {
        let line = text.split(separator: "\n").first { !$0.hasPrefix("#") && !$0.hasPrefix("//") } ?? ""
        let words = line.split(separator: " ")
        return words.count > 1 && ConsoleParser.methods.contains(words[0].uppercased())
            && !words[1].hasPrefix("http")
    }
}
