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
        ("curl $LEADER | grep -i green", "`...green...`"), ("curl $LEADER | sort", "`text expect`"),
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
}
