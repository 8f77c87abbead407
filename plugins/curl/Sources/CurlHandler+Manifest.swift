import ElasticClient
import RunbookModel
package import RunbookPlugin

extension CurlHandler {
    /// What the handler is; `plugin.json` beside the sources is written from it.
    package static let manifest = Manifest(
        name: "curl",
        version: "0.1.0",
        summary: "Reads curl commands as requests, and sends them to Elasticsearch and OpenSearch.",
        languages: ["sh", "bash", "shell"].map { Manifest.Language($0, targetKind: "elasticsearch") },
        targetKinds: [.elasticsearch],
        keys: [
            Manifest.Key(
                name: "status",
                summary: "The statuses that are accepted instead of 2xx, such as `404` or `2xx,404`.")
        ],
        examples: [
            Manifest.Example(
                language: "sh", content: "curl -s \"${search.url}/_cluster/health?pretty\"\n",
                actions: [(title: "GET /_cluster/health?pretty", effect: .read)]),
            Manifest.Example(
                language: "bash",
                content: """
                    # One command is one request
                    curl -k -XPUT "https://$SEARCH/${index}/_doc/1" -H 'Content-Type: application/json' -d'
                    { "user": "kimchy" }'
                    curl -X DELETE "$SEARCH/$INDEX"

                    """,
                actions: [
                    (title: "PUT /${index}/_doc/1", effect: .write),
                    (title: "DELETE /${index}", effect: .destroy),
                ]),
        ])
}
