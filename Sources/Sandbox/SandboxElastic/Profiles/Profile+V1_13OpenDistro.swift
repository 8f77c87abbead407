extension Profile {
    /// Elasticsearch 7.10.2 with the experimental replication of Open Distro 1.13.
    package static let openDistro1_13 = Profile(
        name: "odfe-1.13",
        build: Build(
            number: "7.10.2", flavor: "oss", type: "tar", hash: "747e1cc71def077253878a59143c1f785afa92b9",
            date: "2021-01-13T00:42:12.435326Z", lucene: "8.7.0", minimumWire: "6.8.0", minimumIndex: "6.0.0-beta1"),
        versionCreated: v7_10.versionCreated,
        indexSettings: v7_10.indexSettings.changed(managed: ["opendistro.replicated"]),
        clusterSettings: v7_10.clusterSettings.changed(
            dynamic: """
                opendistro.replication.changes_batch_size opendistro.replication.parallel_reads_per_shard
                opendistro.replication.parallel_reads_poll_duration
                """),
        nodeRoles: "dimr"
    ).replicating(by: .openDistro)
}
