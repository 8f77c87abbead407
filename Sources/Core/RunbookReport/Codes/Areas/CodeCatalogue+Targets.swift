extension CodeCatalogue {
    /// The systems that a runbook acts on, as it names them and as they are found.
    static let targets: [CodeEntry] = [
        CodeEntry(
            "target/no-kind", "A target does not say what it is.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { version: ">=7.0" }
                ```
                """),
            fix: "Write its kind: `current: { kind: elasticsearch }`."),
        CodeEntry(
            "target/unknown-kind", "No handler knows targets of this kind.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elastic }
                ```
                """),
            fix: "Take the kind that the message suggests."),
        CodeEntry(
            "target/unknown-key", "A target demands something that its kind cannot demand.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch, versoin: ">=7.0" }
                ```
                """),
            fix: "Take the key that the message suggests. Addresses and credentials belong into an environment file."),
        CodeEntry(
            "target/missing", "A step does not say which target it acts on, and there is not exactly one.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                  remote: { kind: elasticsearch }
                ```

                ```console verify
                GET /
                ```
                """),
            fix: "Write `on=current` on the block, or in a directive of its item or heading."),
        CodeEntry(
            "target/requirement", "A target demands something that makes no sense.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch, version: newest }
                ```

                ```console verify
                GET /
                ```
                """),
            fix: "Write what the message names: comparisons of a version, one of the words, or a declared target."),
        CodeEntry(
            "target/unknown", "`on=` names a target that is not declared.",
            .document(
                """
                ```console verify on=curent
                GET /
                ```
                """),
            fix: "Take the name that the message suggests, or declare the target."),
        CodeEntry(
            "target/duplicate", "`on=` names one target twice.",
            .document(
                """
                ```console verify on=current,current
                GET /
                ```
                """),
            fix: "Name it once."),
        CodeEntry(
            "target/mixed-kinds", "One step acts on targets of different kinds.",
            .situation("`on=cluster,account` where one is a cluster and the other an account of a cloud."),
            fix: "Write a step for each kind."),
        CodeEntry(
            "target/unused", "A target is declared and no step acts on it.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                  remote: { kind: elasticsearch }
                ```

                ```console verify on=current
                GET /
                ```
                """),
            fix: "Remove it, so that nobody has to give its address."),
        CodeEntry(
            "target/unknown-property", "A value asks a target for a property that its kind does not have.",
            .document(
                """
                ```console verify
                GET /${current.hots}
                ```
                """),
            fix: "Take a property that the message names. Credentials are none."),
        CodeEntry(
            "target/unusable", "The environment describes the target in a way that no connection can be made of.",
            .situation("`tls.ca` names a file that holds no certificate."),
            fix: "Look at the target's settings in the environment file."),
        CodeEntry(
            "target/unreachable", "Before the first step, the target gave no answer.",
            .situation(
                "the cluster is down, a firewall drops the packets, its certificate is not trusted, or there is no "
                    + "console at the address of `kibana`."),
            fix:
                "See that it runs at the address that the message names; for TLS look at `tls` in the environment file."
        ),
        CodeEntry(
            "target/not-ready", "Before the first step, the target answered that it does not serve yet.",
            .situation("a cluster that has just started and has elected no master answers with 503."),
            fix: "Wait until it is up, then run again."),
        CodeEntry(
            "target/denied", "The target does not let the user in, or not ask who it is.",
            .situation("a wrong password (401), or a user without the cluster privilege `monitor` (403)."),
            fix: "Look at the credentials in the environment file, and at the user's privileges."),
        CodeEntry(
            "target/not-elasticsearch", "Something else than Elasticsearch or OpenSearch answers at the address.",
            .situation("`url` names the port of Kibana or of a proxy's start page."),
            fix: "Write the cluster's HTTP address into `url`; its port is 9200 by default."),
        CodeEntry(
            "target/version",
            "The target is of another version than the runbook demands, or the demand cannot be read.",
            .situation("`version: \">=7.10\"` and a cluster of version 7.0.0."),
            fix: "Run against another cluster, or change `version` when the procedure is right for this one, too."),
        CodeEntry(
            "target/flavor", "The target is of another distribution than the runbook demands.",
            .situation("`flavor: opensearch` and a cluster of Elasticsearch."),
            fix: "Run against another cluster, or change `flavor` when the procedure is right for this one, too."),
    ]
}
