import RunbookModel

extension EffectRule {
    /// The rules in the order they are tried; the first that applies decides.
    ///
    /// They are the table of `docs/semantics.md`, "Effects of console requests". What reads is told narrowly, by where
    /// an API's name must stand: `POST /index/_doc/_search` stores a document in current versions. What destroys is told
    /// widely.
    package static let table: [EffectRule] = [
        EffectRule("GET", "*", .anywhere, .read),
        EffectRule("HEAD", "*", .anywhere, .read),

        EffectRule("*", "_bulk", .anywhere, .destroy, body: .bulkAction("delete")),
        EffectRule("*", "_aliases", .anywhere, .destroy, body: .aliasAction("remove_index")),
        EffectRule("*", "_delete_by_query", .anywhere, .destroy),
        EffectRule("*", "_restore", .anywhere, .destroy),
        EffectRule("*", "_ccr/unfollow", .anywhere, .destroy),
        EffectRule("*", "_ccr/forget_follower", .anywhere, .destroy),
        EffectRule("*", "_opendistro/_replication/*/_stop", .anywhere, .destroy),
        EffectRule("*", "_plugins/_replication/*/_stop", .anywhere, .destroy),
        EffectRule("*", "_snapshot/*/_cleanup", .anywhere, .destroy),
        EffectRule("*", "_cluster/reroute", .anywhere, .destroy),

        EffectRule("DELETE", "_search/scroll", .start, .read),
        EffectRule("DELETE", "_pit", .start, .read),
        EffectRule("DELETE", "_async_search", .start, .read),
        EffectRule("DELETE", "*", .anywhere, .destroy),

        EffectRule("POST", "_search", .whole, .read),
        EffectRule("POST", "_search/template", .whole, .read),
        EffectRule("POST", "_search/scroll", .start, .read),
        EffectRule("POST", "_msearch", .whole, .read),
        EffectRule("POST", "_msearch/template", .whole, .read),
        EffectRule("POST", "_count", .whole, .read),
        EffectRule("POST", "_mget", .whole, .read),
        EffectRule("POST", "_explain", .start, .read),
        EffectRule("POST", "_validate", .start, .read),
        EffectRule("POST", "_field_caps", .whole, .read),
        EffectRule("POST", "_analyze", .whole, .read),
        EffectRule("POST", "_rank_eval", .whole, .read),
        EffectRule("POST", "_render", .start, .read),
        EffectRule("POST", "_sql", .start, .read),
        EffectRule("POST", "_eql", .start, .read),
        EffectRule("POST", "_termvectors", .start, .read),
        EffectRule("POST", "_async_search", .start, .read),
        EffectRule("POST", "_refresh", .whole, .read),
        EffectRule("POST", "_ingest/pipeline/_simulate", .whole, .read),
        EffectRule("POST", "_ingest/pipeline/*/_simulate", .whole, .read),

        EffectRule("*", "*", .anywhere, .write),
    ]
}
