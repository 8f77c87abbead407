import ElasticClient
import RunbookModel
package import RunbookPlugin

extension ConsoleHandler {
    /// What the handler is; `plugin.json` beside the sources is written from it.
    package static let manifest = Manifest(
        name: "console",
        version: "0.1.0",
        summary: "Sends requests, written as in the Kibana Console, to Elasticsearch and OpenSearch.",
        languages: [
            Manifest.Language("console", targetKind: "elasticsearch"),
            Manifest.Language("json", targetKind: "elasticsearch", mustBeRequest: true),
            Manifest.Language("http", targetKind: "elasticsearch", mustBeRequest: true),
        ],
        targetKinds: [.elasticsearch],
        keys: [
            Manifest.Key(
                name: "status",
                summary: "The statuses that are accepted instead of 2xx, such as `404` or `2xx,404`.")
        ],
        examples: [
            Manifest.Example(
                language: "console", content: "GET /_cluster/health\n",
                actions: [(title: "GET /_cluster/health", effect: .read)]),
            Manifest.Example(
                language: "console",
                content: """
                    PUT /${index}/_doc/1
                    { "user": "kimchy" }

                    POST /${index}/_search
                    { "query": { "match_all": {} } }

                    DELETE /${index}

                    """,
                actions: [
                    (title: "PUT /${index}/_doc/1", effect: .write),
                    (title: "POST /${index}/_search", effect: .read),
                    (title: "DELETE /${index}", effect: .destroy),
                ]),
            Manifest.Example(
                language: "json",
                content: "POST /_bulk\n{ \"index\": { \"_index\": \"a\" } }\n{ \"user\": \"kimchy\" }\n",
                actions: [(title: "POST /_bulk", effect: .write)]),
        ])
}
