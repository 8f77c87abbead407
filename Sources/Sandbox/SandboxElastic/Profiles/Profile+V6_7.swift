extension Profile {
    /// Elasticsearch 6.7.0 of 2019, the open parts and replication.
    package static let v6_7 = Profile(
        name: "6.7",
        build: Build(
            number: "6.7.0", flavor: "default", type: "tar", hash: "8453f77", date: "2019-03-21T15:32:29.844721Z",
            lucene: "7.7.0", minimumWire: "5.6.0", minimumIndex: "5.0.0"),
        versionCreated: "6070099",
        indexSettings: .v7_0,
        clusterSettings: .v7_0,
        nodeRoles: "mdi"
    )
}
