extension Profile {
    /// Elasticsearch 8.14.3 of 2024, the open parts and replication.
    package static let v8 = Profile(
        name: "8.x",
        build: Build(
            number: "8.14.3", flavor: "default", type: "tar", hash: "d55f984299e0e88dee72ebd8255f7ff130859ad0",
            date: "2024-07-07T22:04:49.882652950Z", lucene: "9.10.0", minimumWire: "7.17.0", minimumIndex: "7.0.0"),
        versionCreated: "8505000",
        indexSettings: v7_10.indexSettings.changed(
            dynamic: """
                routing.allocation.include._tier_preference lifecycle.name lifecycle.parse_origination_date
                lifecycle.rollover_alias merge.policy.max_merge_at_once_explicit
                """,
            fixedWhileOpen: "mode time_series.start_time routing_path"),
        clusterSettings: v7_10.clusterSettings.changed(
            dynamic: """
                cluster.max_shards_per_node.frozen cluster.routing.allocation.disk.watermark.flood_stage.max_headroom
                cluster.routing.allocation.disk.watermark.high.max_headroom
                cluster.routing.allocation.disk.watermark.low.max_headroom cluster.routing.allocation.type
                health.node.enabled ingest.geoip.downloader.enabled search.check_ccs_compatibility
                """,
            removing: Set([
                "discovery.zen.commit_timeout", "discovery.zen.minimum_master_nodes",
                "discovery.zen.no_master_block", "discovery.zen.publish_diff.enable",
                "discovery.zen.publish_timeout",
            ]).union(ClusterSettingCatalog.oldRemote)),
        nodeRoles: "cdfhilmrstw"
    ).with(indexSetting: "index.routing.allocation.include._tier_preference", "data_content")
}
