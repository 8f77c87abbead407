extension CodeCatalogue {
    /// Requests as the console of Kibana writes them.
    static let console: [CodeEntry] = [
        entry(
            "empty", "A console block contains no request.", "# nothing here",
            fix: "Write `METHOD /path` on the first line, and the body below it."),
        entry(
            "method", "A request does not start with an HTTP method.", "GTE /_cat/nodes",
            fix: "Start with `GET`, `POST`, `PUT`, `DELETE`, `HEAD` or `PATCH`."),
        entry(
            "missing-path", "A request has a method but no path.", "GET",
            fix: "Write the path after the method: `GET /_cat/nodes`."),
        entry(
            "after-path", "There is text after the path of a request.", "GET /books/_search { }",
            fix: "Write the body on the next line. Write a space in a path as `%20`."),
        entry(
            "quoted-path", "A path is in quotes, as in a shell command.", "GET \"/_cat/nodes?v\" | column -t",
            fix:
                "Write only the path, without quotes. To process the response, use a fence `jq assert` or `jq capture`."
        ),
        entry(
            "absolute-url", "A request contains a host. The target decides where a request goes.",
            "GET http://localhost:9200/_cat/nodes", fix: "Write only the path, and choose the target with `on=`."),
        entry(
            "path",
            "A path has a part that servers interpret differently: `.` or `..`, an empty part, or a control character.",
            "DELETE /_search/scroll/../../books",
            fix: "Write the path that you mean, with one `/` between its parts, without `.` or `..`, also not "
                + "encoded."),
        entry(
            "kibana-request", "A request is for Kibana itself, not for the cluster.", "GET kbn:/api/status",
            fix: "Use a request to the cluster, or make it a manual step."),
        entry(
            "head-body", "A HEAD request has a body.", "HEAD /books\n{ \"query\": { \"match_all\": {} } }",
            fix: "Remove the body, or use GET."),
        entry(
            "stray-body", "A body has no request.", "GET /books/_search\n\n\n{ \"size\": 1 }",
            fix: "Write it directly below its request line, without an empty line or a comment between them."),
        entry(
            "second-body", "A request has two bodies. Servers read the first one only, or refuse both.",
            "PUT /books/_doc/1\n{ \"title\": \"Dune\" }\n{ \"pages\": 412 }",
            fix: "Write each body below a request line of its own. Only `_bulk` and `_msearch` take several."),
        entry(
            "array-body", "A body is a list.", "POST /books/_doc\n[ 1, 2 ]",
            fix: "Write an object. For `_bulk` and `_msearch` write one object on each line."),
        entry(
            "json", "A body is not valid JSON.", "PUT /books/_doc/1\n{ \"title\": }",
            fix: "Fix the JSON at the marked place. Comments are allowed, but a comma before `}` is not."),
        entry(
            "number", "A number in a body is not a valid JSON number.", "PUT /books/_doc/1\n{ \"pages\": 1e }",
            fix: "Write digits, also after an `e`. Put quotes around text."),
        entry(
            "escape", "A string in a body contains an unknown escape.",
            #"PUT /books/_doc/1"# + "\n" + #"{ "path": "C:\q" }"#,
            fix: "Write two backslashes for one. Between `\"\"\"` nothing is escaped."),
        entry(
            "unclosed-string", "A string in a body does not end on its line.",
            "PUT /books/_doc/1\n{ \"title\": \"x\n}",
            fix: "Close the string. Put text of several lines between `\"\"\"`."),
        entry(
            "unclosed-quotes", "Text between `\"\"\"` is not closed, so what follows cannot be read.",
            "PUT /books/_doc/1\n{ \"title\": \"\"\"x }", fix: "Write the closing `\"\"\"`."),
        entry(
            "duplicate-key", "An object in a body has the same member twice. A server would use only one of them.",
            "PUT /books/_doc/1\n{ \"title\": \"x\", \"title\": \"y\" }", fix: "Keep one of them."),
        CodeEntry(
            "console/too-deep", "A body is nested too deeply.",
            .situation("a body of thousands of opening brackets."), fix: "Use fewer levels of objects and lists."),
        entry(
            "pasted-answer", "A response is pasted below its request. A console would send it as the body.",
            "GET /books/_doc/1\n\n{ \"_index\": \"books\", \"_id\": \"1\", \"found\": true }",
            fix: "Move it to a fence `json expect`, which checks it, or to a fence `json`, which only shows it."),
        entry(
            "placeholder",
            "A request contains a placeholder, such as `<my_index>`, `{index}`, `your-index` or `***`, that the "
                + "reader must "
                + "replace. It is an error in a path, and a warning in a query or body. Not placeholders are "
                + "`{{x}}` in a body, and "
                + "date math such as `<logs-{now/d}>`.",
            "PUT /<my_index>", fix: "Declare a parameter and use it: `PUT /${my_index}`."),
        entry(
            "host-in-path", "A path starts with a server name. It would be used as the name of an index.",
            "PUT localhost:9200/books", fix: "Write only the path. The target decides where a request goes."),
        entry(
            "blank-line",
            "There is an empty line between a request and its body. Consoles before Kibana 8.15 read that differently.",
            "GET /_search\n\n{ \"query\": { \"match_all\": {} } }",
            fix: "Remove the empty line. Then every console sends the body."),
        entry(
            "query-blank", "A query contains a space. Consoles before Kibana 8.15 cut the query there.",
            "GET /_search?q=red fox", fix: "Write `%20` for the space, or remove what follows it."),
    ]

    private static func entry(_ problem: String, _ meaning: String, _ block: String, fix: String) -> CodeEntry {
        CodeEntry("console/\(problem)", meaning, .document("```console run again=yes\n\(block)\n```"), fix: fix)
    }
}
