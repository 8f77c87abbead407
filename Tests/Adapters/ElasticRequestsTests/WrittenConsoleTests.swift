import ElasticRequests
import RunbookModel
import Testing

/// Console blocks as documentation writes them.
@Suite struct WrittenConsoleTests {
    @Test(arguments: [
        // Callouts are left out.
        (
            "PUT a\n{\n  \"b\": \"c\", <1>\n  \"d\": {   <2>\n    \"e\": 1        <3>\n  } <10>\n}",
            #"{"b":"c","d":{"e":1}}"#
        ),
        ("PUT a <1>\n{ \"b\": 1 }", #"{"b":1}"#),
        ("PUT a <.>\n{ \"b\": 1, <.>\n \"c\": \"<.>\" } <.> <2>", #"{"b":1,"c":"<.>"}"#),
        ("PUT a\n{ \"b\": [ <1> <2>\n 1, <3>\n 2 ] }", #"{"b":[1,2]}"#),
        ("PUT a\n{ <1>\n \"b\": \"<1>\" }", #"{"b":"<1>"}"#), ("PUT a\n{ \"b\": 1 } <1>\n", #"{"b":1}"#),
        // So is the protocol of a request.
        ("PUT /a HTTP/1.1\n{ \"b\": 1 }", #"{"b":1}"#), ("PUT /a?c HTTP/1.0\n{ \"b\": 1 }", #"{"b":1}"#),
        // Lists where an API takes them.
        ("PATCH /a\n[ { \"op\": \"add\" } ]", #"[{"op":"add"}]"#), ("PATCH /a\n\n[]", "[]"),
        // Bodies that are no answers.
        ("GET a/_search\n\n{ \"query\": {} }", #"{"query":{}}"#),
        ("PUT a/_doc/1\n{ \"found\": true }", #"{"found":true}"#),
    ])
    func isSentAsItIsMeant(text: String, body: String) throws {
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(text))
        #expect(diagnostics.filter { $0.severity == .error } == [])
        #expect(requests.count == 1)
        let sent = try #require(requests.first?.body?.literal)
        #expect(sent.filter { $0 != " " && $0 != "\n" } == body)
    }

    @Test(arguments: ["PUT a\n{ \"b\": <1> }", "PUT a\n{ \"b\": 1 <123>\n}", "PUT a\n{ <x>\n}"])
    func whatIsNoCalloutIsNone(text: String) {
        #expect(ConsoleParser.parse(BlockText(text)).diagnostics.map(\.code) == ["console/json"])
    }
}
