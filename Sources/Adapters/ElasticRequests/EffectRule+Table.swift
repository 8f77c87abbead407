import RunbookModel

extension EffectRule {
    /// The rules in the order they are tried; the first that applies decides.
    ///
    /// They are the table of `docs/semantics.md`, "Effects of console requests". What reads is described narrowly, as
    /// whole paths: `POST /index/_doc/_search` stores a document in current versions. What destroys is described
    /// widely. A test compares them with what the official clients can send.
    package static let table: [EffectRule] =
        reachingFar + flushing + plainReads + destroying + closing + reading + others

    /// What destroys even where it is sent as a GET.
    private static let reachingFar = [
        EffectRule("any", "_plugins/_sql", .anywhere, .destroy, mark: .deletingStatement),
        EffectRule("any", "_plugins/_async_query", .anywhere, .destroy, mark: .deletingStatement),
    ]

    /// What writes although it may be sent as a GET.
    private static let flushing = [
        EffectRule("GET", "_flush", .index, .write), EffectRule("GET", "_flush/synced", .index, .write),
    ]

    private static let plainReads = [
        EffectRule("GET", "**", .anywhere, .read),
        EffectRule("HEAD", "**", .anywhere, .read),
    ]

    private static let destroying = [
        EffectRule("POST", "_delete_by_query/*/_rethrottle", .root, .write),
        EffectRule("*", "_delete_by_query", .anywhere, .destroy),
        EffectRule("*", "_bulk", .anywhere, .destroy, mark: .bulkAction("delete")),
        EffectRule("*", "_bulk", .anywhere, .destroy, mark: .deletingScript),
        EffectRule("*", "_update", .anywhere, .destroy, mark: .deletingScript),
        EffectRule("*", "_update_by_query", .anywhere, .destroy, mark: .deletingScript),
        EffectRule("*", "_reindex", .anywhere, .destroy, mark: .deletingScript),
        EffectRule("*", "_aliases", .anywhere, .destroy, mark: .aliasAction("remove_index")),
        EffectRule("*", "_data_stream/_modify", .anywhere, .destroy),
        EffectRule("*", "_restore", .anywhere, .destroy),
        EffectRule("*", "_snapshot/*/_cleanup", .anywhere, .destroy),
        EffectRule("*", "_slm/_execute_retention", .anywhere, .destroy),
        EffectRule("*", "_ilm/move", .anywhere, .destroy, mark: .nextPhase("delete")),
        EffectRule("*", "_ilm/migrate_to_data_tiers", .anywhere, .destroy, mark: .setting("legacy_template_to_delete")),
        EffectRule("*", "_ccr/unfollow", .anywhere, .destroy),
        EffectRule("*", "_ccr/forget_follower", .anywhere, .destroy),
        EffectRule("*", "_plugins/_replication/*/_stop", .anywhere, .destroy),
        EffectRule("*", "_bulk_stop", .anywhere, .destroy),
        EffectRule("*", "_cluster/reroute", .anywhere, .destroy),
        EffectRule("*", "**", .anywhere, .destroy, mark: .setting("accept_data_loss")),
        EffectRule("*", "_features/_reset", .anywhere, .destroy),
        EffectRule("*", "_ml/anomaly_detectors/*/_reset", .anywhere, .destroy),
        EffectRule("*", "_ml/anomaly_detectors/*/model_snapshots/*/_revert", .anywhere, .destroy),
        EffectRule("*", "_transform/*/_reset", .anywhere, .destroy),
        EffectRule("*", "_plugins/_flow_framework/workflow/*/_deprovision", .anywhere, .destroy),
        EffectRule("PATCH", "**", .anywhere, .destroy, mark: .removingPatch),
    ]

    /// A DELETE that only gives up what a search holds.
    private static let closing = [
        EffectRule("DELETE", "_search/scroll", .root, .read),
        EffectRule("DELETE", "_search/scroll/**", .root, .read),
        EffectRule("DELETE", "_pit", .root, .read),
        EffectRule("DELETE", "_search/point_in_time", .root, .read),
        EffectRule("DELETE", "_search/point_in_time/_all", .root, .read),
        EffectRule("DELETE", "_async_search/**", .root, .read),
        EffectRule("DELETE", "_plugins/_asynchronous_search/**", .root, .read),
        EffectRule("DELETE", "_eql/search/**", .root, .read),
        EffectRule("DELETE", "_sql/async/delete/**", .root, .read),
        EffectRule("DELETE", "_query/async/**", .root, .read),
        EffectRule("DELETE", "**", .anywhere, .destroy),
    ]

    private static let others = [EffectRule("*", "**", .anywhere, .write)]
}
