extension CodeCatalogue {
    /// Requests as the console of Kibana writes them.
    static let console: [CodeEntry] = [
        entry(
            "empty", "A console block holds no request.", "# nothing here",
            fix: "Write `METHOD /path` on its first line, and the body below it."),
        entry(
            "method", "A request begins with something else than a method.", "GTE /_cat/nodes",
            fix: "Begin with `GET`, `POST`, `PUT`, `DELETE`, `HEAD` or `PATCH`."),
        entry("missing-path", "A method stands alone.", "GET", fix: "Write the path behind it: `GET /_cat/nodes`."),
        entry(
            "after-path", "Something stands behind the path, and a request line ends there.", "GET /books/_search { }",
            fix: "Write the body on the next line; a blank in a path is `%20`."),
        entry(
            "quoted-path", "A path stands in quotes, as in a command of a shell.", "GET \"/_cat/nodes?v\" | column -t",
            fix: "Write the path alone; a fence `jq assert` or `jq capture` reads the answer."),
        entry(
            "absolute-url", "A request names a host. Where it goes is said by its target.",
            "GET http://localhost:9200/_cat/nodes", fix: "Write the path alone, and name the target by `on=`."),
        entry(
            "path", "A path has a part that servers read differently: `.` or `..`, an empty one, a control character.",
            "DELETE /_search/scroll/../../books",
            fix: "Write the path that is meant, with one `/` between its parts and no `.` or `..`, encoded or not."),
        entry(
            "kibana-request", "A request is meant for Kibana itself and not for the cluster.", "GET kbn:/api/status",
            fix: "Use a request to the cluster, or make it a step of a person."),
        entry(
            "head-body", "A HEAD request has a body.", "HEAD /books\n{ \"query\": { \"match_all\": {} } }",
            fix: "Remove the body, or use GET."),
        entry(
            "stray-body", "A body belongs to no request.", "GET /books/_search\n\n\n{ \"size\": 1 }",
            fix: "Write it right below its request line, without blank lines or a comment between them."),
        entry(
            "array-body", "A body is a list.", "POST /books/_doc\n[ 1, 2 ]",
            fix: "Write an object; for `_bulk` and `_msearch` one object a line."),
        entry(
            "json", "A body is no JSON.", "PUT /books/_doc/1\n{ \"title\": }",
            fix: "Mend it at the marked place. Comments are allowed; a comma before `}` is not."),
        entry(
            "number", "A number in a body is none that JSON has.", "PUT /books/_doc/1\n{ \"pages\": 1e }",
            fix: "Write digits, and digits behind an `e`; text stands in quotes."),
        entry(
            "escape", "A string in a body has an escape that does not exist.",
            #"PUT /books/_doc/1"# + "\n" + #"{ "path": "C:\q" }"#,
            fix: "Write two backslashes for one, or the text between `\"\"\"`, where nothing is escaped."),
        entry(
            "unclosed-string", "A string in a body does not end on its line.",
            "PUT /books/_doc/1\n{ \"title\": \"x\n}", fix: "Close it; text of several lines stands between `\"\"\"`."),
        entry(
            "unclosed-quotes", "Text between `\"\"\"` is not closed, so that nothing behind it can be read.",
            "PUT /books/_doc/1\n{ \"title\": \"\"\"x }", fix: "Write the closing `\"\"\"`."),
        entry(
            "duplicate-key", "An object of a body has a member twice, of which a server would take one.",
            "PUT /books/_doc/1\n{ \"title\": \"x\", \"title\": \"y\" }", fix: "Keep one of them."),
        CodeEntry(
            "console/too-deep", "A body nests deeper than anybody writes.",
            .situation("a body of thousands of opening brackets."), fix: "Make it flatter."),
        entry(
            "pasted-answer", "The answer to a request is pasted below it, where a console would send it as its body.",
            "GET /books/_doc/1\n\n{ \"_index\": \"books\", \"_id\": \"1\", \"found\": true }",
            fix: "Put it into a fence `json expect`, which checks it, or into `json`, which only shows it."),
        entry(
            "placeholder",
            "A request has a placeholder, such as `<my_index>`, `{index}`, `your-index` or `***`, that its reader was meant to "
                + "replace. In a path it is an error, in a query or body a warning. `{{x}}` in a body is not a placeholder, nor is "
                + "date math such as `<logs-{now/d}>`.",
            "PUT /<my_index>", fix: "Declare a parameter and write its name: `PUT /${my_index}`."),
        entry(
            "host-in-path", "A path begins with a server, which would be taken for the name of an index.",
            "PUT localhost:9200/books", fix: "Write the path alone; the target says where the request goes."),
        entry(
            "blank-line",
            "An empty line stands between a request and its body, which consoles before Kibana 8.15 read differently.",
            "GET /_search\n\n{ \"query\": { \"match_all\": {} } }",
            fix: "Remove the empty line: every console sends the body then."),
        entry(
            "query-blank", "A query has a blank in it, where consoles before Kibana 8.15 end it.",
            "GET /_search?q=red fox", fix: "Write `%20` for the blank, or take out what follows it."),
    ]

    private static func entry(_ problem: String, _ meaning: String, _ block: String, fix: String) -> CodeEntry {
        CodeEntry("console/\(problem)", meaning, .document("```console run again=yes\n\(block)\n```"), fix: fix)
    }
}
