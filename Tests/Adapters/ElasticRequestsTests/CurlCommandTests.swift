import ElasticRequests
import Testing

@Suite struct CurlCommandTests {
    @Test func readsWithoutABody() {
        let command = CurlCommand(url: "http://127.0.0.1:9200")
        #expect(
            command.text(ElasticRequest(method: "GET", path: "/a", query: "pretty"))
                == "curl -sS -X GET 'http://127.0.0.1:9200/a?pretty'")
        #expect(command.text(ElasticRequest(method: "HEAD", path: "/a")) == "curl -sS -I 'http://127.0.0.1:9200/a'")
    }

    @Test func quotesForAShell() {
        let command = CurlCommand(url: "https://es", user: "o'neil", secretName: "LEADER_PASSWORD", options: [["-k"]])
        let request = ElasticRequest(method: "PUT", path: "/a", body: "{\"b\":\"it's $x\"}\n")
        #expect(
            command.text(request) == #"curl -sS -X PUT -k -u 'o'\''neil:'"$LEADER_PASSWORD" 'https://es/a'"#
                + " -H 'Content-Type: application/json' --data-binary '{\"b\":\"it'\\''s $x\"}\n'")
    }

    @Test func leavesSecretsToTheShell() {
        let command = CurlCommand(url: "https://es", secretName: "KEY", scheme: "ApiKey")
        let request = ElasticRequest(method: "PUT", path: "/a", body: "{\"p\":\"${pass_word}\"}")
        #expect(
            command.text(request) == #"curl -sS -X PUT -H "Authorization: ApiKey $KEY" 'https://es/a'"#
                + #" -H 'Content-Type: application/json' --data-binary '{"p":"'"$PASS_WORD"'"}'"#)
    }

    /// What is written as `$${` is the text `${`, and no variable of a shell.
    @Test func textThatLooksLikeAValueStaysText() {
        let command = CurlCommand(url: "https://es")
        let request = ElasticRequest(method: "PUT", path: "/a", body: "{\"p\":\"$${x.y} ${pass} $HOME\"}")
        #expect(
            command.text(request)
                == #"curl -sS -X PUT 'https://es/a' -H 'Content-Type: application/json'"#
                + #" --data-binary '{"p":"${x.y} '"$PASS"' $HOME"}'"#)
    }
}
