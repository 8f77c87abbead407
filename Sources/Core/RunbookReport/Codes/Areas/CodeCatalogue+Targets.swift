extension CodeCatalogue {
    /// The systems that a runbook acts on, as it names them and as they are found.
    static let targets: [CodeEntry] = [
        CodeEntry(
            "target/no-kind", "A target has no kind.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { version: ">=7.0" }
                ```
                """),
            fix: "Add the kind: `current: { kind: elasticsearch }`."),
        CodeEntry(
            "target/unknown-kind", "The kind of a target is unknown: no handler supports it.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elastic }
                ```
                """),
            fix: "Use the kind that the message suggests."),
        CodeEntry(
            "target/unknown-key", "A target has a requirement that its kind does not support.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch, versoin: ">=7.0" }
                ```
                """),
            fix: "Use the key that the message suggests. Addresses and credentials belong in an environment file."),
        CodeEntry(
            "target/missing", "A step does not say which target it uses, and the document has more than one, or none.",
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
            fix: "Write `on=current` in the block, or in a directive of its item or heading."),
        CodeEntry(
            "target/requirement", "A requirement of a target is not valid.",
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
            fix:
                "Write what the message asks for: comparisons of a version, one of the listed words, or a "
                + "declared target."
        ),
        CodeEntry(
            "target/unknown", "`on=` refers to a target that is not declared.",
            .document(
                """
                ```console verify on=curent
                GET /
                ```
                """),
            fix: "Use the name that the message suggests, or declare the target."),
        CodeEntry(
            "target/duplicate", "`on=` contains the same target twice.",
            .document(
                """
                ```console verify on=current,current
                GET /
                ```
                """),
            fix: "Write it once."),
        CodeEntry(
            "target/mixed-kinds", "A step has targets of different kinds.",
            .situation("`on=cluster,account` where one is a cluster and the other an account of a cloud."),
            fix: "Write one step for each kind."),
        CodeEntry(
            "target/unused", "A target is declared, but no step uses it.",
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
            fix: "Remove it. Otherwise every environment must have its address."),
        CodeEntry(
            "target/unknown-property", "A value refers to a property that targets of this kind do not have.",
            .document(
                """
                ```console verify
                GET /${current.hots}
                ```
                """),
            fix: "Use a property that the message lists. Credentials are not properties."),
        CodeEntry(
            "target/unusable", "The settings of the target in the environment file cannot be used for a connection.",
            .situation("the file of `tls.ca` contains no certificate."),
            fix: "Correct the settings of the target in the environment file."),
        CodeEntry(
            "target/unreachable", "The target did not respond to the check before the first step.",
            .situation(
                "the cluster is down, a firewall drops the packets, its certificate is not trusted, or there is no "
                    + "console at the address of `kibana`."),
            fix:
                "Check that the target runs at the address in the message. For TLS, check `tls` in the "
                + "environment file."
        ),
        CodeEntry(
            "target/not-ready", "The target is not ready: it said so in the check before the first step.",
            .situation("a cluster that just started and has no elected master responds with 503."),
            fix: "Wait until it is ready, then run the command again."),
        CodeEntry(
            "target/denied", "The target rejected the user, or the user may not read its identity.",
            .situation("a wrong password (401), or a user without the cluster privilege `monitor` (403)."),
            fix: "Check the credentials in the environment file, and the privileges of the user."),
        CodeEntry(
            "target/not-elasticsearch", "The server at the address is not Elasticsearch or OpenSearch.",
            .situation("`url` contains the port of Kibana, or of a proxy with a start page."),
            fix: "Write the HTTP address of the cluster in `url`. Its default port is 9200."),
        CodeEntry(
            "target/version",
            "The target does not have the version that the runbook requires, or that requirement is not valid.",
            .situation("`version: \">=7.10\"` and a cluster of version 7.0.0."),
            fix: "Use another cluster. If the procedure also works on this version, change `version`."),
        CodeEntry(
            "target/flavor", "The target is not the distribution that the runbook requires.",
            .situation("`flavor: opensearch` and a cluster of Elasticsearch."),
            fix: "Use another cluster. If the procedure also works on this distribution, change `flavor`."),
        CodeEntry(
            "target/security", "The target has no users and roles, but the runbook requires them.",
            .situation("`security: true` and a cluster without a security plugin."),
            fix: "Use a cluster with security, and write `user` and `password` in the environment file."),
    ]
}
