extension Profile {
    /// The same as Alibaba Cloud runs it: a new index is replicated physically, which is a setting of its own.
    package static let v6_7Aliyun = Profile(
        name: "6.7-aliyun", build: v6_7.build, versionCreated: v6_7.versionCreated,
        indexSettings: v6_7.indexSettings.changed(fixedWhileOpen: "replication.type"),
        clusterSettings: v6_7.clusterSettings, nodeRoles: v6_7.nodeRoles
    ).with(repositoryType: "oss").with(indexSetting: "index.replication.type", "segment")
        .run(by: "aliyun")
}
