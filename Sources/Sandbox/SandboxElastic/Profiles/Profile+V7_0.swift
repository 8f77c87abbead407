extension Profile {
    /// Elasticsearch 7.0.0 of 2019, the open parts.
    package static let v7_0 = Profile(
        name: "7.0",
        build: Build(
            number: "7.0.0", flavor: "default", type: "tar", hash: "b7e28a7", date: "2019-04-05T22:55:32.697037Z",
            lucene: "8.0.0", minimumWire: "6.7.0", minimumIndex: "6.0.0-beta1"),
        versionCreated: "7000099",
        indexSettings: .v7_0,
        clusterSettings: .v7_0,
        nodeRoles: "mdi"
    )
}
