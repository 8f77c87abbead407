package import RunbookPlugin

extension TargetKind {
    /// Clusters of Elasticsearch, OpenSearch and Open Distro; the kind of every handler that sends them requests.
    package static let elasticsearch = TargetKind(
        name: "elasticsearch",
        keys: [
            Key(
                name: "url", form: .url, summary: "The address that requests are sent to.",
                example: "url: https://HOST:9200"),
            Key(
                name: "kibana", form: .url,
                summary: "Instead of `url`: the Kibana or OpenSearch Dashboards whose console sends the requests."),
            Key(
                name: "space",
                form: .pattern(
                    "[a-z0-9_-]+", noun: "a space's identifier",
                    help: "it is the part after `/s/` in Kibana's address: lowercase letters, digits, `_` and `-`"),
                summary: "The Kibana space whose console is used."),
            Key(name: "user", form: .secretOrText, meaning: .user, summary: "The user of basic authentication."),
            Key(name: "password", form: .secret, summary: "The user's password."),
            Key(name: "api_key", form: .secret, summary: "An API key, in base64 or as `ID:KEY`."),
            Key(name: "bearer", form: .secret, summary: "A token."),
            Key(name: "tls", form: .tls, summary: "The settings of TLS."),
            Key(name: "proxy", form: .proxy, summary: "The HTTP proxy for requests."),
            Key(name: "instance", form: .text, summary: "The provider's name of the cluster."),
            Key(name: "private_ip", form: .text, summary: "The address inside its own network."),
            Key(name: "transport", form: .hostAndPort, summary: "The address that other clusters connect to."),
            Key(name: "version", form: .text, summary: "The version, for runbooks that show it."),
            Key(name: "cloud", form: .target, summary: "The target of the account that it runs in."),
        ],
        rules: [
            .exclusive(["kibana", "url"], help: "keep the one for sending requests"),
            .anyOf(
                ["url", "kibana"],
                help: "add `url: https://HOST:9200`, or `kibana: https://HOST:5601` for its console"),
            .needs("space", "kibana", help: "add `kibana: https://HOST:5601`, or remove `space`"),
        ] + .userAndPassword + [
            .exclusive(["password", "api_key", "bearer"], help: "keep one kind of authentication")
        ],
        properties: ["url", "host", "port", "transport", "name", "instance", "private_ip", "version"],
        requirements: [
            Requirement("version", form: .version),
            Requirement(
                "flavor", form: .words(["elasticsearch", "default", "oss", "opendistro", "opensearch", "aliyun"])),
            Requirement("security", form: .flag),
            Requirement("cloud", form: .target),
            Requirement("addresses", form: .addresses),
        ])
}
