extension CodeCatalogue {
    /// Curl commands, which are read as requests and never run.
    static let curl: [CodeEntry] = commands + shellWords + curlArguments + curlBodies

    private static let commands: [CodeEntry] = [
        entry(
            "empty", "A block of commands holds none.", "# nothing here",
            fix: "Write a curl command, or remove the block."),
        entry(
            "command", "Another command than curl stands in a block for a cluster. No command is run there.",
            "jq . answer.json",
            fix: "Make it a step by hand, `- [ ] ...`, or take it out of the block."),
        entry(
            "prompt", "A line begins with the prompt of a shell.",
            "$ curl \"${current.url}/\"", fix: "Remove the `$`."),
        entry(
            "answer", "An answer stands behind the command.", "curl \"${current.url}/\"\n{ \"name\": \"es\" }",
            fix: "Write what the answer must be into a fence `json expect`."),
        entry(
            "assignment", "A variable is set in the block.", "INDEX=books\ncurl \"${current.url}/$INDEX\"",
            fix: "Declare a parameter, or capture the value from an answer."),
        entry(
            "pipe", "An answer is piped into a command.", "curl \"${current.url}/_cat/nodes\" | sort",
            fix: "Remove the pipe, and read the answer in a fence `jq assert` or `jq capture`."),
        entry(
            "operator", "Commands are joined in a way that needs a shell.",
            "curl \"${current.url}/\" || curl \"${current.url}/_cat\"",
            fix: "Write one request a step; `if=`, `when=` and `unless` say which of them are made."),
        entry(
            "redirection", "A file is to be read or written by the shell.", "curl \"${current.url}/\" > answer.json",
            fix: "Remove the redirection: the answer is kept in the run's report."),
        entry(
            "substitution", "The output of a command is to become a part of this one.",
            "curl \"${current.url}/$(date +%F)\"",
            fix: "Declare a parameter, or capture the value from an answer."),
        entry(
            "expansion", "A shell would put another value at this place.", "curl \"${current.url}/${INDEX:-books}\"",
            fix: "Write `${name}` for a value; for the character itself write `\\$`, or use single quotes."),
        entry(
            "unknown-variable", "A variable has the name of no value of the document.",
            "curl \"${current.url}/$INDEX\"",
            fix: "Declare it as a parameter; for the character itself write `\\$`."),
        entry(
            "target-value", "A target stands where one of its properties is needed.",
            "curl \"${current.url}/_cat/$CURRENT\"", fix: "Name the property: `${current.name}`."),
        entry(
            "quoted-value",
            "A value stands in single quotes, in which a shell replaces nothing; it is sent as it is written.",
            "curl \"${current.url}/_search\" --json '{ \"q\": \"${current.name}\" }'",
            fix: "End the single quotes before it: `'...'\"${name}\"'...'`."),
    ]

    private static let shellWords: [CodeEntry] = [
        entry("unclosed-quote", "A quote is opened and not closed.", "curl \"${current.url}/", fix: "Close it."),
        entry(
            "escape", "`$'...'` holds an escape that does not exist.", "curl \"${current.url}/\" --json $'{\\q}'",
            fix: "Write two backslashes for one."),
        entry(
            "continuation",
            "A blank stands behind the backslash at the end of a line, so that the line does not go on.",
            "curl -XPUT \\ \n  \"${current.url}/books\"", fix: "Remove the blank."),
        entry(
            "here-document", "A here-document has no end, or nothing reads it.",
            "curl \"${current.url}/_bulk\" --data-binary @- <<'EOF'\n{}",
            fix: "Write the delimiter on a line of its own behind the text, and `--data-binary @-` in the command."),
    ]

    private static let curlArguments: [CodeEntry] = [
        entry(
            "unknown-option", "An option is none that is known here.", "curl --jsno '{}' \"${current.url}/\"",
            fix: "Take the one that the message suggests, or write the request as a `console` block."),
        entry(
            "option", "An option of curl cannot be used, because no file is written or another connection is made.",
            "curl -o answer.json \"${current.url}/\"", fix: "Remove it."),
        entry(
            "option-value", "An option lacks its value.", "curl \"${current.url}/\" -X",
            fix: "Write it behind the option."),
        entry(
            "method", "`-X` names no method.", "curl -X GTE \"${current.url}/\"",
            fix: "Write `GET`, `POST`, `PUT`, `DELETE`, `HEAD` or `PATCH`."),
        entry(
            "header", "A header is set that is not sent from here.",
            "curl -H 'Authorization: Basic eDp5' \"${current.url}/\"",
            fix: "Remove it; credentials belong into the environment file."),
        entry(
            "user", "`-u` has no user and password with `:` between them.", "curl -u elastic \"${current.url}/\"",
            fix: "Write `-u \"elastic:${password}\"` with a secret parameter, or leave both to the environment file."),
        entry(
            "no-url", "A command has no URL.", "curl -XPUT",
            fix: "Write `\"${current.url}/path\"` with the target's name."),
        entry(
            "several-urls", "A command has two URLs.", "curl \"${current.url}/a\" \"${current.url}/b\"",
            fix: "Write a command for each; text with blanks stands in quotes."),
        entry(
            "url", "A URL cannot be what is meant: a blank, a user, a fragment or another scheme is in it.",
            "curl \"${current.url}/a b\"", fix: "Percent-encode the character, or take the part out."),
        entry(
            "glob", "Curl takes braces and brackets in a URL for a list of URLs.", "curl \"${current.url}/{a,b}\"",
            fix: "Percent-encode the character, or add `-g`."),
        entry(
            "host", "A command names another server than the step's target, or none.", "curl \"${other.url}/\"",
            fix: "Write `${name.url}` with the target of the step, or name the other target by `on=`."),
        entry(
            "address", "A command names its server by an address, which is right in one environment only.",
            "curl http://10.0.0.1:9200/", fix: "Write `${name.url}` of the target."),
        entry(
            "tls", "A command names certificates, which are not read from here.",
            "curl --cacert ca.pem \"${current.url}/\"", fix: "Say whom to trust under `tls` in the environment file."),
    ]

    private static let curlBodies: [CodeEntry] = [
        entry(
            "body", "The body is no JSON.", "curl \"${current.url}/_search\" --json '{ size: }'",
            fix: "Write one JSON value; for `_bulk` and `_msearch` one a line."),
        entry(
            "head-body", "A HEAD request has a body.", "curl -XHEAD \"${current.url}/books\" --json '{}'",
            fix: "Remove the body, or use GET."),
        entry(
            "file", "A body is to be read from a file or from standard input.",
            "curl \"${current.url}/_bulk\" --data-binary @books.ndjson",
            fix: "Write the body into the command, or into a here-document."),
        entry(
            "form", "A body is built like a form, and only JSON is sent.",
            "curl \"${current.url}/_search\" --data-urlencode 'q=a b'",
            fix: "Use `--data-binary`; add `-G` when the text belongs into the query."),
        entry(
            "lost-lines", "`-d @-` takes the line ends out of a body that needs them.",
            "curl \"${current.url}/_bulk\" --json '' -d @- <<'EOF'\n{ \"index\": {} }\n{ \"a\": 1 }\nEOF",
            fix: "Use `--data-binary @-`."),
        entry(
            "content-type", "A command sends JSON and does not say so; curl alone would send it as a form.",
            "curl \"${current.url}/_search\" -d '{ \"size\": 1 }'", fix: "Add `-H 'Content-Type: application/json'`."),
        entry(
            "duplicate-key", "An object of a body has a member twice, of which a server would take one.",
            "curl -XPUT \"${current.url}/books/_doc/1\" --json '{ \"title\": \"x\", \"title\": \"y\" }'",
            fix: "Keep one of them."),
        entry(
            "placeholder",
            "A command has a placeholder, such as `<my_index>`, `{index}` or `your-index`, that its reader was meant to "
                + "replace. In a path it is an error, in a body a warning.",
            "curl -XPUT \"${current.url}/<my_index>\"",
            fix: "Declare a parameter and write its name: `${my_index}`."),
        CodeEntry(
            "secret/literal", "A password or another secret stands in the document for everybody to read.",
            .document("```sh verify\ncurl -u elastic:changeme \"${current.url}/\"\n```"),
            fix:
                "Declare a parameter with `secret: true` and write `${name}`, or leave it to the environment file."
        ),
    ]

    private static func entry(_ problem: String, _ meaning: String, _ block: String, fix: String) -> CodeEntry {
        CodeEntry("curl/\(problem)", meaning, .document("```sh run again=yes\n\(block)\n```"), fix: fix)
    }
}
