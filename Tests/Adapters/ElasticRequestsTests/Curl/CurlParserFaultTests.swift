import ElasticRequests
import RunbookModel
import Testing

@Suite struct CurlParserFaultTests {
    @Test(arguments: [
        ("1️⃣# nothing2️⃣", "curl/empty"),
        ("1️⃣$2️⃣ curl $LEADER", "curl/prompt"),
        ("1️⃣kubectl2️⃣ get pods", "curl/command"),
        ("1️⃣sudo2️⃣ curl $LEADER", "curl/command"),
        ("1️⃣curly2️⃣ $LEADER", "curl/command"),
        ("1️⃣A=$(curl2️⃣ $LEADER)", "curl/assignment"),
        ("curl $LEADER\n\n1️⃣{2️⃣\n  \"it's\": 1\n}", "curl/answer"),
        ("curl $LEADER 1️⃣|2️⃣ jq .", "curl/pipe"),
        ("curl -u a:1️⃣<my-password>2️⃣ $LEADER", "curl/placeholder"),
        ("1️⃣GET2️⃣ /_cat/nodes", "curl/command"),
        ("curl $LEADER 1️⃣||2️⃣ true", "curl/operator"),
        ("curl $LEADER 1️⃣&2️⃣", "curl/operator"),
        ("curl $LEADER 1️⃣(2️⃣x)", "curl/operator"),
        ("curl $LEADER 1️⃣>2️⃣ file", "curl/redirection"),
        ("curl -d @- $LEADER 1️⃣<2️⃣ file", "curl/redirection"),
        ("curl $LEADER/1️⃣$(2️⃣date)", "curl/substitution"),
        ("curl \"$LEADER/1️⃣`d2️⃣ate`\"", "curl/substitution"),
        ("curl $LEADER/1️⃣$12️⃣", "curl/expansion"),
        ("curl \"$LEADER/1️⃣${A:-b}2️⃣\"", "curl/expansion"),
        ("curl $LEADER/1️⃣${a2️⃣", "curl/expansion"),
        ("curl 1️⃣'2️⃣$LEADER\ncurl x", "curl/unclosed-quote"),
        ("curl 1️⃣\"2️⃣$LEADER", "curl/unclosed-quote"),
        ("curl 1️⃣$'2️⃣$LEADER", "curl/unclosed-quote"),
        ("curl $'1️⃣\\q2️⃣' $LEADER", "curl/escape"),
        ("curl $LEADER 1️⃣\\ 2️⃣\n -v", "curl/continuation"),
        ("curl -d @- $LEADER 1️⃣<<EOF2️⃣\n{}", "curl/here-document"),
        ("curl -d @- $LEADER <<EOF1️⃣;2️⃣ curl x\n{}\nEOF", "curl/here-document"),
        ("curl $LEADER <<EOF\n1️⃣2️⃣{}\nEOF", "curl/here-document"),
        ("curl $LEADER 1️⃣--frobnicate2️⃣", "curl/unknown-option"),
        ("curl -s1️⃣y2️⃣ $LEADER", "curl/unknown-option"),
        ("curl 1️⃣--data_raw2️⃣ '{}' $LEADER", "curl/unknown-option"),
        ("curl $LEADER 1️⃣-X2️⃣", "curl/option-value"),
        ("curl 1️⃣-O2️⃣ $LEADER", "curl/option"),
        ("curl 1️⃣--proxy2️⃣ http://p $LEADER", "curl/option"),
        ("curl -o 1️⃣out.json2️⃣ $LEADER", "curl/option"),
        ("curl $LEADER -d 1️⃣@body.json2️⃣", "curl/file"),
        ("curl $LEADER --data-binary 1️⃣@-2️⃣", "curl/file"),
        ("curl -G $LEADER --data-urlencode 1️⃣q@file2️⃣", "curl/file"),
        ("curl $LEADER --data-urlencode 1️⃣q=a2️⃣", "curl/form"),
        ("1️⃣curl2️⃣ -v", "curl/no-url"),
        ("curl $LEADER/a 1️⃣$LEADER/b2️⃣", "curl/several-urls"),
        ("curl 1️⃣$FOLLOWER2️⃣/a", "curl/host"),
        ("curl \"https://1️⃣${follower.host}2️⃣/a\"", "curl/host"),
        ("curl 1️⃣$ES_URL2️⃣/a", "curl/host"),
        ("curl 1️⃣$LEADER.example.com2️⃣/a", "curl/host"),
        ("curl https://1️⃣${leader.url}2️⃣/a", "curl/host"),
        ("curl http://1️⃣${leader.transport}2️⃣/a", "curl/host"),
        ("curl 1️⃣2️⃣/_search", "curl/host"),
        ("curl a:1/x\ncurl 1️⃣b:12️⃣/x", "curl/host"),
        ("curl 1️⃣ftp://2️⃣a/x", "curl/url"),
        ("curl http://1️⃣u:p@2️⃣a/x", "curl/url"),
        ("curl \"$LEADER/a1️⃣ 2️⃣b\"", "curl/url"),
        ("curl \"$LEADER/a1️⃣#2️⃣b\"", "curl/url"),
        ("curl $LEADER/a/1️⃣..2️⃣/b", "curl/url"),
        ("curl \"$LEADER/1️⃣{2️⃣a,b}\"", "curl/glob"),
        ("curl $LEADER/1️⃣$NOWHERE2️⃣", "curl/unknown-variable"),
        ("curl $LEADER/a --json \"[\\\"1️⃣${NOWHERE}2️⃣\\\"]\"", "curl/unknown-variable"),
        ("curl $LEADER/1️⃣$LEADER2️⃣", "curl/target-value"),
        ("curl -X 1️⃣put2️⃣ $LEADER", "curl/method"),
        ("curl -X1️⃣$NAME2️⃣ $LEADER", "curl/method"),
        ("curl -H 1️⃣'Authorization: Bearer x'2️⃣ $LEADER", "curl/header"),
        ("curl -H 1️⃣'X-Other: x'2️⃣ $LEADER", "curl/header"),
        ("curl -H 1️⃣'Content-Type: text/plain'2️⃣ $LEADER", "curl/header"),
        ("curl -u 1️⃣admin2️⃣ $LEADER", "curl/user"),
        ("curl $LEADER --json '{\"a\": 1️⃣x2️⃣}'", "curl/body"),
        ("curl $LEADER --json \"{\\\"a\\\": 1️⃣\\2️⃣x}\"", "curl/body"),
        ("curl $LEADER/_bulk --json '{}\n{1️⃣x2️⃣}\n'", "curl/body"),
        ("curl $LEADER/_bulk --json 1️⃣'{\"a\":'2️⃣", "curl/body"),
        ("curl $LEADER/_bulk -d @- <<EOF\n1️⃣2️⃣{}\n{}\nEOF", "curl/lost-lines"),
        ("curl -X HEAD $LEADER --json 1️⃣'{}'2️⃣", "curl/head-body"),
    ])
    func refusesAtItsColumn(text: String, code: String) throws {
        let marked = MarkedBlock(text)
        let (_, diagnostics) = CurlParser.parse(
            marked.block, targets: ["leader"], names: ["leader", "follower", "name"])
        let errors = diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.code) == [code])
        #expect(errors.first?.span?.range == marked.marked)
        #expect(errors.first?.help.isEmpty == false)
    }

    @Test func oneStepOnSeveralTargetsNeedsNoURL() {
        for url in ["$A/x", "localhost/x"] {
            let (requests, diagnostics) = CurlParser.parse(
                BlockText("curl \(url)"), targets: ["a", "b"], names: ["a", "b"])
            #expect(requests.isEmpty)
            #expect(diagnostics.map(\.code) == ["curl/host"])
        }
    }

    @Test func readsOnBehindAnError() {
        let block = """
            curl $LEADER/a | jq .
            curl $LEADER/b -X PTU
            curl $LEADER/c
            {
              "it's": "an answer"
            }
            curl $LEADER/d
            curl $LEADER/e |
              jq .
            ID=$(curl $LEADER/f)
            """
        let (requests, diagnostics) = CurlParser.parse(BlockText(block), targets: ["leader"], names: ["leader"])
        #expect(requests.map(\.request.title.source) == ["GET /c", "GET /d"])
        #expect(diagnostics.map(\.code) == ["curl/pipe", "curl/method", "curl/answer", "curl/pipe", "curl/assignment"])
    }

    @Test func survivesDamage() {
        let block = "curl -k -u a:b -XPUT \"https://$LEADER/${x}?y\" -d\"{ \\\"a\\\": $'b' }\" <<EOF\n$1 \\\nEOF\n"
        let bytes = Array(block.utf8)
        for cut in 0...bytes.count {
            for byte in [nil] + Array("'\"\\$`{}@:/<\n\0".utf8).map(Optional.some) {
                var damaged = bytes
                if let byte { damaged.insert(byte, at: cut) } else { damaged.removeSubrange(cut...) }
                let text = String(decoding: damaged, as: UTF8.self)
                let (_, diagnostics) = CurlParser.parse(BlockText(text), targets: ["leader"], names: ["leader"])
                for diagnostic in diagnostics {
                    let range = diagnostic.span?.range ?? 0..<0
                    #expect(range.upperBound <= text.utf8.count, "\(diagnostic.code) in \(text)")
                }
            }
        }
    }
}
