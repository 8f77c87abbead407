/// The documents that the tests run; each acts on the cluster `search`.
enum Documents {
    /// A document with a declaration, of steps as Markdown.
    static func document(_ steps: String, parameters: String = "", targets: String = "") -> String {
        """
        # A test

        ```yaml runbook
        version: 1
        targets:
          search: { kind: elasticsearch, description: the cluster }
        \(targets)\(parameters.isEmpty ? "" : "parameters:\n" + parameters)
        ```

        ## Steps on search

        \(steps)
        """
    }

    /// One fence.
    static func fence(_ info: String, _ body: String) -> String { "```\(info)\n\(body)\n```\n\n" }

    /// A gate before a write.
    static let gate = document(
        fence("console run id=look", "GET /_cluster/health")
            + fence("console run id=write again=yes confirm=\"Write it?\"", "PUT /orders/_doc/1\n{ \"total\": 1 }")
            + fence("console verify id=written within=10s", "GET /orders/_doc/1"))

    /// A step by hand between two reads.
    static let manual = document(
        fence("console verify id=before", "GET /_cluster/health")
            + "1. [ ] Turn the big wheel. <!-- runbook: id=wheel -->\n\n"
            + fence("console verify id=after", "GET /_remote/info"))

    /// A write that destroys.
    static let destroy = document(fence("console run id=forget again=yes", "DELETE /orders"))
}
