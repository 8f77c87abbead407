import ElasticRequests
import RunbookModel
import Testing

@Suite struct ConsoleParserFaultTests {
    @Test(arguments: [
        ("1️⃣GETT2️⃣ /a", "console/method"),
        ("1️⃣GET/_search2️⃣", "console/method"),
        ("1️⃣GET?q2️⃣", "console/method"),
        ("GET 1️⃣\"2️⃣/_cat/nodes?v\" | column -t", "console/quoted-path"), ("GET 1️⃣'2️⃣/a'", "console/quoted-path"),
        ("1️⃣hello2️⃣ world", "console/method"), ("1️⃣>2️⃣ GET /a", "console/method"), ("1️⃣1.2️⃣ GET /a", "console/method"),
        ("GET1️⃣2️⃣", "console/missing-path"),
        ("GET 1️⃣2️⃣\n{}", "console/missing-path"),
        ("GET a 1️⃣{\"b\":1}2️⃣", "console/after-path"),
        ("GET a?q=1 1️⃣{\"b\":1}2️⃣ ", "console/after-path"),
        ("GET a 1️⃣HTTP/1.1 x2️⃣", "console/after-path"), ("GET a?v 1️⃣| grep red2️⃣", "console/after-path"),
        ("PUT a\n{\"b\":1}\n1️⃣{2️⃣\"c\":2}", "console/second-body"), ("PUT a\n{}1️⃣{2️⃣}", "console/second-body"),
        ("GET a\n{ 1️⃣...2️⃣ }", "console/json"), ("GET a\n{ \"b\": 1️⃣...2️⃣ }", "console/json"),
        ("GET a\n{ 1️⃣'2️⃣b': 1 }", "console/json"), ("GET a\n{ \"b\": 1️⃣<number_of_replicas>2️⃣ }", "console/json"),
        ("GET a\n{\"b\":1️⃣\"\"\"\"c\"\"\"\"2️⃣}", "console/unclosed-quotes"),
        ("GET a\n{\"b\":1️⃣\"\"\"c\"\"\"\"2️⃣}", "console/unclosed-quotes"),
        ("GET a/_doc/1\n\n1️⃣{2️⃣\"_index\":\"a\",\"_id\":\"1\",\"found\":true}", "console/pasted-answer"),
        ("GET a/_search\n1️⃣{2️⃣\"took\":1,\"hits\":{}}", "console/pasted-answer"),
        ("PUT a\n\n1️⃣{2️⃣\"acknowledged\":true}", "console/pasted-answer"),
        ("PUT a\n1️⃣{2️⃣\"acknowledged\":true,\"index\":\"a\"}", "console/pasted-answer"),
        ("POST a/_refresh\n1️⃣{2️⃣\"_shards\":{}}", "console/pasted-answer"),
        ("POST _aliases\n1️⃣{2️⃣\"acknowledged\":true}", "console/pasted-answer"),
        ("GET a\n\n1️⃣{2️⃣\"error\":{},\"status\":404}", "console/pasted-answer"),
        ("GET 1️⃣http://es:9200/a2️⃣?b", "console/absolute-url"),
        ("GET 1️⃣kbn:/api/status2️⃣", "console/kibana-request"),
        ("GET a\n\n\n1️⃣{2️⃣}", "console/stray-body"),
        ("GET a\n# c\n1️⃣{2️⃣}", "console/stray-body"),
        ("GET a\n{}\n\n1️⃣{2️⃣}", "console/stray-body"),
        ("GET a\n1️⃣[2️⃣1]", "console/array-body"),
        ("GET a\n{\"b\" 1️⃣12️⃣}", "console/json"),
        ("GET a\n{\"b\":1️⃣x2️⃣}", "console/json"),
        ("GET a\n{\"b\":1️⃣ö2️⃣}", "console/json"),
        ("GET a\n{\"b\":1,1️⃣}2️⃣", "console/json"),
        ("GET a\n{\"b\":[1,1️⃣]2️⃣}", "console/json"),
        ("GET a\n{1️⃣b2️⃣:1}", "console/json"),
        ("GET a\n{1️⃣${b}2️⃣:1}", "console/json"),
        ("GET a\n{\"b\":1️⃣$${2️⃣b}}", "console/json"),
        ("GET a\n{\"b\":{1️⃣2️⃣", "console/json"),
        ("GET a\n{\"b\":1,1️⃣\"b\"2️⃣:2}", "console/duplicate-key"),
        ("GET a\n{\"b\":1️⃣\"c2️⃣\n}", "console/unclosed-string"),
        ("GET a\n{\"b\":\"1️⃣\\x2️⃣\"}", "console/escape"),
        ("GET a\n{\"b\":\"1️⃣\\u2️⃣00g0\"}", "console/escape"),
        ("GET a\n{\"b\":1️⃣-2️⃣}", "console/number"),
        ("GET a\n{\"b\":1️⃣1e2️⃣}", "console/number"),
        ("GET a\n{\"b\":\"\"\"1️⃣2️⃣c\n}\nGET b", "console/unclosed-quotes"),
        ("GET /1️⃣${A}2️⃣/b", "value/malformed"),
        ("GET a\n{\"b\":\"1️⃣${c2️⃣\"}", "value/malformed"),
        ("1️⃣# only a comment\n2️⃣", "console/empty"),
        ("1️⃣2️⃣", "console/empty"),
    ])
    func pointsAt(text: String, code: String) throws {
        let marked = MarkedBlock(text)
        let (requests, diagnostics) = ConsoleParser.parse(marked.block)
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.span?.range == marked.marked)
        let isAfterAGoodOne = ["console/stray-body", "console/array-body"].contains(code)
        #expect(requests.count == (isAfterAGoodOne ? 1 : 0))
    }

    @Test func goesOnAtTheNextMethod() {
        let text = """
            GET /a
            { "x": oops }
            PUTT /b
            DELETE /c
            { "y": 1
            POST /d

            get /e {}
            head /f
            """
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(text))
        #expect(requests.map(\.title.source) == ["POST /d", "HEAD /f"])
        #expect(
            diagnostics.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0) \($0.code)" } == [
                "2:8 console/json", "3:1 console/method", "6:1 console/json", "8:8 console/after-path",
            ])
        #expect(diagnostics[1].help == ["did you mean `PUT`?"])
    }

    @Test func survivesDeepNesting() {
        let text = "GET a\n{\"b\":" + String(repeating: "[", count: 10_000)
        #expect(ConsoleParser.parse(BlockText(text)).diagnostics.map(\.code) == ["console/too-deep"])
    }

    @Test func survivesEveryPrefix() {
        let text =
            "POST /${i}/_bulk?r=${r} // c\n{\"a\":[1,-2.5e3,true,\"\\u00e4${x}\"]}{\"b\":\"\"\"q$${\"\"\"}\n# e\nGET /b"
        let bytes = Array(text.utf8)
        for count in 0...bytes.count {
            let block = BlockText(String(decoding: bytes[..<count], as: UTF8.self))
            let (_, diagnostics) = ConsoleParser.parse(block)
            #expect(diagnostics.allSatisfy { ($0.span?.end.offset ?? 0) <= block.text.utf8.count })
        }
        #expect(ConsoleParser.parse(BlockText(text)).diagnostics.isEmpty)
    }

    /// The advice of a refusal is what works.
    @Test(arguments: [
        ("GET a?v | grep red", "such as `| grep`"),
        ("PUT a HTTP/1.1\nContent-Type: application/json", "remove this line"),
        ("GET a\n{ \"b\": 'c' }", "write `\"` instead of `'`"), ("GET a\n{ ... }", "write what it stands for"),
        ("PUT a\n{}\n{}", "a request line of its own"), ("$ GET /a", "remove it"), ("12. GET /a", "remove it"),
    ])
    func saysWhatToWrite(text: String, advice: String) {
        let found = ConsoleParser.parse(BlockText(text)).diagnostics
        #expect(found.first?.help.first?.contains(advice) == true, "\(found)")
    }

    /// Callouts are notes for the reader, also behind a query, and behind the lines of a bulk request.
    @Test func calloutsAreLeftOut() {
        let text = """
            GET /_cat/indices?v <1>

            POST _bulk
            { "index": { "_index": "a" } } <1>
            { "f": "v" } <2> <3>
            """
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(text))
        #expect(diagnostics == [])
        #expect(requests.map(\.query?.literal) == ["v", nil])
        #expect(requests.last?.body?.literal == "{ \"index\": { \"_index\": \"a\" } }\n{ \"f\": \"v\" }\n")
    }
}
