import ElasticRequests
import OrderedJSON
import RunbookModel
import Testing

@Suite struct ConsoleParserTests {
    /// Each request as `METHOD target`, and its body.
    private func requests(_ text: String) -> [[String]] {
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(text))
        #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return requests.map { [$0.title.source, $0.body?.source ?? ""] }
    }

    @Test(arguments: [
        ("GET /_search", [["GET /_search", ""]]),
        ("get _search", [["GET /_search", ""]]),
        ("  GeT\t_search  ", [["GET /_search", ""]]),
        ("GET _search\r\n{}\r\n", [["GET /_search", "{}\n"]]),
        ("GET /a\nGET /b\n\n\nHEAD c", [["GET /a", ""], ["GET /b", ""], ["HEAD /c", ""]]),
        ("GET\n_search", [] as [[String]]),
    ])
    func readsRequestLines(text: String, expected: [[String]]) {
        if expected.isEmpty {
            #expect(ConsoleParser.parse(BlockText(text)).diagnostics.first?.code == "console/missing-path")
        } else {
            #expect(requests(text) == expected)
        }
    }

    @Test(arguments: [
        ("GET a // c", "GET /a"), ("GET a # c", "GET /a"), ("GET a /* c */", "GET /a"),
        ("GET a?q=x y", "GET /a?q=x%20y"), ("GET a?q=\"x y\"", "GET /a?q=%22x%20y%22"),
        ("GET a?q=x // c", "GET /a?q=x"),
        ("GET a?q=x  # c", "GET /a?q=x"), ("GET a?q=http://b", "GET /a?q=http://b"), ("GET a?", "GET /a"),
        ("GET a?q=a+b&r=%2B", "GET /a?q=a%2Bb&r=%2B"), ("GET a%2Fb/100%/c+d", "GET /a%2Fb/100%25/c+d"),
        ("GET <a-{now}>", "GET /%3Ca-%7Bnow%7D%3E"), ("GET x\"a b\"/c", "GET /x%22a%20b%22/c"),
        ("GET ä", "GET /%C3%A4"),
        ("GET a,b:c/_search?h=ip,port", "GET /a,b:c/_search?h=ip,port"), ("GET a#b", "GET /a%23b"),
    ])
    func cutsAndEncodesURLs(line: String, title: String) {
        #expect(requests(line) == [[title, ""]])
    }

    @Test(arguments: [
        ("POST a\n{}", "{}\n"),
        ("POST a\n\n{}", "{}\n"),
        ("POST a\n{\n  \"b\": 1\n}", "{\n  \"b\": 1\n}\n"),
        ("POST _bulk\n{\"b\":1}{\"c\":2}", "{\"b\":1}\n{\"c\":2}\n"),
        ("POST _msearch\n{\"b\":1}\n{\"c\":2}\n", "{\"b\":1}\n{\"c\":2}\n"),
        ("POST _bulk\n{ \"index\": {} }\n{\n  \"a\": [\n 1,\n 2 ]\n}\n", "{ \"index\": {} }\n{\"a\": [1,2 ]}\n"),
        ("POST x/_msearch\n{\n}", "{}\n"),
        ("POST a\n{ # c\n \"b\": /* d */ 1 // e }\n}", "{ \n \"b\":  1 \n}\n"),
        ("POST a\n{\"s\": \"\"\"a \"b\"\n\\c\"\"\"}", "{\"s\": \"a \\\"b\\\"\\n\\\\c\"}\n"),
        ("POST a\n{\"s\":\"\",\"t\":\"//#/*\"}", "{\"s\":\"\",\"t\":\"//#/*\"}\n"),
        ("POST a\n{\"n\":[-1.5e+3,007,1.,true,null,[],{}]}", "{\"n\":[-1.5e+3,007,1.,true,null,[],{}]}\n"),
        ("POST a\n{\"s\":\"\\u00e4\\n\\\"\"}", "{\"s\":\"\\u00e4\\n\\\"\"}\n"),
        ("POST a\n{\"s\":\"a\tb\"}", "{\"s\":\"a\\tb\"}\n"),
        ("POST a\n{\"s\":\"{{x}} $1 <y> GET /z\"}", "{\"s\":\"{{x}} $1 <y> GET /z\"}\n"),
    ])
    func readsBodies(text: String, body: String) {
        #expect(requests(text).map { $0[1] } == [body])
    }

    @Test func skipsCommentsBetweenRequests() {
        let text = """
            # one
            // two
            /* three
               GET /no */
            GET /a
            # four
            GET /b
            { "x": 1 }
            // five
            """
        #expect(requests(text) == [["GET /a", ""], ["GET /b", "{ \"x\": 1 }\n"]])
        #expect(ConsoleParser.parse(BlockText("GET /a\n/* open")).requests.count == 1)
    }

    @Test func findsHolesWithTheirContext() throws {
        let text = """
            # ${no} ${
            POST /${index}/_doc?routing=${r.x}
            { "a": ${v}, "b": "x-${s}", "c": \"""t ${t}\""", "d": "$${n}" } // ${no
            """
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(text))
        #expect(diagnostics.allSatisfy { $0.severity < .error })
        let request = try #require(requests.first)
        #expect(
            (request.path.holes + (request.query?.holes ?? []) + (request.body?.holes ?? [])).map {
                "\($0.reference) \($0.context.rawValue)"
            } == [
                "index url-path", "r.x url-query", "v json-value", "s json-string", "t json-string",
            ])
        let body = try #require(request.body).filled { reference in
            reference.name == "v" ? ["a"] : .string("q\"uote")
        }
        #expect(body == "{ \"a\": [\"a\"], \"b\": \"x-q\\\"uote\", \"c\": \"t q\\\"uote\", \"d\": \"${n}\" }\n")
        let hole = try #require(request.path.holes.first)
        #expect(hole.span.start.line == 2)
        #expect(hole.span.start.column == 7)
    }

    @Test func spansCoverTheRequest() {
        let text = "\n  GET /a // c\n\n{\n}\n\nGET /b"
        let spans = ConsoleParser.parse(BlockText(text)).requests.map(\.span.range)
        #expect(spans == [3..<19, 21..<27])
    }

    @Test func readsALargeBody() {
        let line = "{\"index\":{}}\n{\"text\":\"" + String(repeating: "x", count: 80) + "\"}\n"
        let text = "POST _bulk\n" + String(repeating: line, count: 2000)
        let body = ConsoleParser.parse(BlockText(text)).requests.first?.body?.source
        #expect(body?.split(separator: "\n").count == 4000)
    }
}
