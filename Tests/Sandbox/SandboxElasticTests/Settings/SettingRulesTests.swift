import OrderedJSON
import SandboxWorld
import Testing

/// Values that settings cannot have, and what a real 7.10.2 says of them.
struct SettingRulesTests {
    @Test(arguments: [
        (
            "cluster.routing.allocation.exclude._ip", "node_ip_here",
            "invalid IP address [node_ip_here] for [cluster.routing.allocation.exclude._ip]"
        ),
        ("cluster.routing.allocation.enable", "maybe", "Illegal allocation.enable value [MAYBE]"),
        ("cluster.routing.rebalance.enable", "x", "Illegal rebalance.enable value [X]"),
        (
            "cluster.max_shards_per_node", "0",
            "Failed to parse value [0] for setting [cluster.max_shards_per_node] must be >= 1"
        ),
        (
            "cluster.routing.allocation.node_concurrent_recoveries", "x",
            "Failed to parse value [x] for setting [cluster.routing.allocation.node_concurrent_recoveries]"
        ),
        (
            "indices.recovery.max_bytes_per_sec", "x",
            "failed to parse setting [indices.recovery.max_bytes_per_sec] with value [x] as a size in bytes"
        ),
        ("action.destructive_requires_name", "x", "Failed to parse value [x] as only [true] or [false] are allowed."),
        ("logger.org.x", "loud", "Unknown level constant [LOUD]."),
        ("archived.foo", "x", "persistent setting [archived.foo], not recognized"),
        (
            "cluster.routing.allocation.disk.watermark.low", "95%",
            "low disk watermark [95%] more than high disk watermark [90%]"
        ),
        (
            "cluster.routing.allocation.disk.watermark.high", "50gb",
            "unable to consistently parse [cluster.routing.allocation.disk.watermark.low=85%]"
        ),
        ("cluster.routing.allocation.disk.watermark.low", "1.5", "Ratio should be in [0-1.0], got [1.5]"),
        (
            "cluster.info.update.interval", "1s",
            "failed to parse value [1s] for setting [cluster.info.update.interval], must be >= [10s]"
        ),
        ("script.max_compilations_rate", "75", "i.e. 10/1m, but was [75]"),
        ("script.max_compilations_rate", "75/x", "with value [x] as a time value"),
        ("script.max_compilations_rate", "-1/5m", "rate [-1] must be positive"),
    ])
    func isRefused(name: String, value: String, sentence: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let answer = clusters.send("PUT", "/_cluster/settings", #"{"persistent":{"\#(name)":"\#(value)"}}"#)
        #expect(answer.status == 400)
        #expect(answer.text.contains(sentence), "\(answer.text)")
    }

    @Test(arguments: [
        ("cluster.routing.allocation.exclude._ip", "10.0.0.1,10.0.0.*,::1"),
        ("cluster.routing.allocation.enable", "primaries"), ("indices.recovery.max_bytes_per_sec", "40mb"),
        ("indices.breaker.total.limit", "70%"), ("logger.org.x", "DEBUG"),
        ("cluster.routing.allocation.balance.shard", "0.5"), ("cluster.info.update.interval", "10s"),
        ("script.max_compilations_rate", "75/5m"), ("cluster.routing.allocation.disk.watermark.low", "0.5"),
    ])
    func isTaken(name: String, value: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let answer = clusters.send("PUT", "/_cluster/settings", #"{"persistent":{"\#(name)":"\#(value)"}}"#)
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test(arguments: [
        ("mapping.total_fields.limit", "x"), ("translog.durability", "sometimes"), ("gc_deletes", "soon"),
        ("routing.allocation.require._ip", "here"), ("translog.sync_interval", "10ms"),
        ("merge.scheduler.max_thread_count", "0"),
    ])
    func anIndexIsCheckedToo(name: String, value: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        #expect(clusters.send("PUT", "/i/_settings", #"{"index.\#(name)":"\#(value)"}"#).status == 400)
    }

    /// What a request for a new index says of copies, of settings that are a list, and of a field without a name.
    @Test(arguments: [
        ("wait_for_active_shards=5", "{}", "invalid wait_for_active_shards[5]: cannot be greater than number of shard"),
        ("wait_for_active_shards=x", "{}", "cannot parse ActiveShardCount[x]"),
        ("", #"{"settings":[]}"#, "key [settings] must be an object"),
        ("", #"{"mappings":{"properties":{"":{"type":"long"}}}}"#, "name cannot be empty string"),
    ])
    func aNewIndexIsRefused(query: String, body: String, sentence: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let answer = clusters.send("PUT", "/i?\(query)", body)
        #expect(answer.status == 400)
        #expect(answer.text.contains(sentence), "\(answer.text)")
        #expect(clusters.send("HEAD", "/i").status == 404)
    }

    @Test(arguments: [("0", true), ("1", true), ("2", false), ("all", false)])
    func copiesThatNoNodeHasAreNotThere(copies: String, isThere: Bool) {
        let answer = TwoClusters().send("PUT", "/i?wait_for_active_shards=\(copies)")
        #expect(answer.json["shards_acknowledged"] == .bool(isThere))
    }
}
