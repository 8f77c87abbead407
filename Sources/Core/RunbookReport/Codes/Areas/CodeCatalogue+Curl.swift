extension CodeCatalogue {
    /// Curl commands, which are read as requests and never run.
    static let curl: [CodeEntry] = commands + shellWords + curlArguments + curlBodies

    private static let commands: [CodeEntry] = [
        entry(
            "empty", "A block of commands is empty.", "# nothing here",
            fix: "Write a curl command, or remove the block."),
        entry(
            "command",
            "A block for a cluster contains a command other than curl. Only curl is supported, and no shell runs it.",
            "jq . answer.json",
            fix: "Make it a manual step, `- [ ] ...`, or remove it from the block."),
        entry(
            "prompt", "A line starts with the prompt of a shell.",
            "$ curl \"${current.url}/\"", fix: "Remove the `$`."),
        entry(
            "answer", "A response follows the command.", "curl \"${current.url}/\"\n{ \"name\": \"es\" }",
            fix: "Write what the response must be in a fence `json expect`."),
        entry(
            "assignment", "A variable is set in the block.", "INDEX=books\ncurl \"${current.url}/$INDEX\"",
            fix: "Declare a parameter, or capture the value from a response."),
        entry(
            "pipe", "The response is piped into a command.", "curl \"${current.url}/_cat/nodes\" | sort",
            fix: "Remove the pipe, and process the response in a fence `jq assert` or `jq capture`."),
        entry(
            "operator", "Commands are combined in a way that needs a shell.",
            "curl \"${current.url}/\" || curl \"${current.url}/_cat\"",
            fix: "Write one request for each step. Use `if=`, `when=` and `unless` to decide which of them are sent."),
        entry(
            "redirection", "A command reads or writes a file through the shell.",
            "curl \"${current.url}/\" > answer.json",
            fix: "Remove the redirection. The run's report contains the response."),
        entry(
            "substitution", "A command contains the output of another command.",
            "curl \"${current.url}/$(date +%F)\"",
            fix: "Declare a parameter, or capture the value from a response."),
        entry(
            "expansion", "A shell would insert another value here.", "curl \"${current.url}/${INDEX:-books}\"",
            fix: "Write `${name}` for a value. For the character `$` itself write `\\$`, or use single quotes."),
        entry(
            "unknown-variable", "A variable does not exist in the document.",
            "curl \"${current.url}/$INDEX\"",
            fix: "Declare it as a parameter. For the character `$` itself write `\\$`."),
        entry(
            "target-value", "A target is used where one of its properties is needed.",
            "curl \"${current.url}/_cat/$CURRENT\"", fix: "Write the property: `${current.name}`."),
        entry(
            "quoted-value",
            "A value is in single quotes. A shell replaces nothing there, so the text is sent as it is written.",
            "curl \"${current.url}/_search\" --json '{ \"q\": \"${current.name}\" }'",
            fix: "End the single quotes before the value: `'...'\"${name}\"'...'`."),
    ]

    private static let shellWords: [CodeEntry] = [
        entry("unclosed-quote", "A quote is not closed.", "curl \"${current.url}/", fix: "Close it."),
        entry(
            "escape", "`$'...'` contains an unknown escape.", "curl \"${current.url}/\" --json $'{\\q}'",
            fix: "Write two backslashes for one."),
        entry(
            "continuation",
            "There is a space after the backslash at the end of a line, so the command does not continue.",
            "curl -XPUT \\ \n  \"${current.url}/books\"", fix: "Remove the space."),
        entry(
            "here-document", "A here-document has no end, or no option reads it.",
            "curl \"${current.url}/_bulk\" --data-binary @- <<'EOF'\n{}",
            fix: "Write the delimiter on a line of its own after the text, and `--data-binary @-` in the command."),
    ]

    private static let curlArguments: [CodeEntry] = [
        entry(
            "unknown-option", "An option of curl is unknown.", "curl --jsno '{}' \"${current.url}/\"",
            fix: "Use the option that the message suggests, or write the request as a `console` block."),
        entry(
            "option", "An option of curl is not supported: it would write a file, or use another connection.",
            "curl -o answer.json \"${current.url}/\"", fix: "Remove it."),
        entry(
            "option-value", "An option has no value.", "curl \"${current.url}/\" -X",
            fix: "Write the value after the option."),
        entry(
            "method", "The value of `-X` is not an HTTP method.", "curl -X GTE \"${current.url}/\"",
            fix: "Write `GET`, `POST`, `PUT`, `DELETE`, `HEAD` or `PATCH`."),
        entry(
            "header", "A header is not allowed: runbook does not send it.",
            "curl -H 'Authorization: Basic eDp5' \"${current.url}/\"",
            fix: "Remove it. Credentials belong in the environment file."),
        entry(
            "user", "`-u` does not have the form `user:password`.", "curl -u elastic \"${current.url}/\"",
            fix: "Write `-u \"elastic:${password}\"` with a secret parameter, or write both in the environment file."),
        entry(
            "no-url", "A command has no URL.", "curl -XPUT",
            fix: "Write `\"${current.url}/path\"` with the target's name."),
        entry(
            "several-urls", "A command has two URLs.", "curl \"${current.url}/a\" \"${current.url}/b\"",
            fix: "Write one command for each URL. Put quotes around text with spaces."),
        entry(
            "url",
            "A URL contains something that is not allowed: a space, a user, a fragment, or another scheme than HTTP.",
            "curl \"${current.url}/a b\"", fix: "Percent-encode the character, or remove that part."),
        entry(
            "glob", "A URL contains braces or brackets. Curl reads them as a list of URLs.",
            "curl \"${current.url}/{a,b}\"",
            fix: "Percent-encode the character, or add `-g`."),
        entry(
            "kibana-request", "A command is for Kibana itself, not for the cluster.",
            "curl http://localhost:5601/api/status",
            fix: "Use a request to the cluster, or make it a manual step."),
        entry(
            "host", "The URL of a command does not start with the target of the step.", "curl \"${other.url}/\"",
            fix: "Write `${name.url}` with the target of the step, or choose the other target with `on=`."),
        entry(
            "address", "A URL contains the address of a server. It works in only one environment.",
            "curl http://10.0.0.1:9200/", fix: "Write `${name.url}`, with the name of the target."),
        entry(
            "tls", "A command has options for certificates. runbook takes certificates only from the environment file.",
            "curl --cacert ca.pem \"${current.url}/\"",
            fix: "Remove the option, and write the certificates under `tls` in the environment file."),
    ]

    private static let curlBodies: [CodeEntry] = [
        entry(
            "body", "The body is not valid JSON.", "curl \"${current.url}/_search\" --json '{ size: }'",
            fix: "Write one JSON value. For `_bulk` and `_msearch` write one on each line."),
        entry(
            "head-body", "A HEAD request has a body.", "curl -XHEAD \"${current.url}/books\" --json '{}'",
            fix: "Remove the body, or use GET."),
        entry(
            "file", "The body would be read from a file or from standard input.",
            "curl \"${current.url}/_bulk\" --data-binary @books.ndjson",
            fix: "Write the body in the command, or in a here-document."),
        entry(
            "form", "An option builds the body like a form. Only JSON is supported.",
            "curl \"${current.url}/_search\" --data-urlencode 'q=a b'",
            fix: "Use `--data-binary`. If the text belongs to the query, add `-G`."),
        entry(
            "lost-lines", "`-d @-` removes the line ends from a body that needs them.",
            "curl \"${current.url}/_bulk\" --json '' -d @- <<'EOF'\n{ \"index\": {} }\n{ \"a\": 1 }\nEOF",
            fix: "Use `--data-binary @-`."),
        entry(
            "content-type", "A command sends JSON without a content type. Curl itself would send it as a form.",
            "curl \"${current.url}/_search\" -d '{ \"size\": 1 }'", fix: "Add `-H 'Content-Type: application/json'`."),
        entry(
            "duplicate-key", "An object in a body has the same member twice. A server would use only one of them.",
            "curl -XPUT \"${current.url}/books/_doc/1\" --json '{ \"title\": \"x\", \"title\": \"y\" }'",
            fix: "Keep one of them."),
        entry(
            "placeholder",
            "A command contains a placeholder, such as `<my_index>`, `{index}` or `your-index`, that the reader must "
                + "replace. It is an error in a path, and a warning in a body.",
            "curl -XPUT \"${current.url}/<my_index>\"",
            fix: "Declare a parameter and use it: `${my_index}`."),
        CodeEntry(
            "secret/literal", "The document contains a password or another secret, which every reader can see.",
            .document("```sh verify\ncurl -u elastic:changeme \"${current.url}/\"\n```"),
            fix:
                "Declare a parameter with `secret: true` and write `${name}`, or write the credentials in the "
                + "environment file."
        ),
    ]

    private static func entry(_ problem: String, _ meaning: String, _ block: String, fix: String) -> CodeEntry {
        CodeEntry("curl/\(problem)", meaning, .document("```sh run again=yes\n\(block)\n```"), fix: fix)
    }
}
