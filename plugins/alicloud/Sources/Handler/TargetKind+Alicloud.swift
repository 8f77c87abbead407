package import RunbookPlugin

extension TargetKind {
    /// Accounts of Alibaba Cloud in a region.
    package static let alicloud = TargetKind(
        name: "alicloud",
        keys: [
            Key(
                name: "region", form: .text, isRequired: true, summary: "The region, such as `cn-hangzhou`.",
                example: "region: cn-hangzhou"),
            Key(name: "account", form: .text, summary: "The number of the account."),
            Key(
                name: "credentials",
                form: .group(
                    Group(
                        keys: [
                            Key(name: "profile", form: .text, summary: "A profile of the `aliyun` command."),
                            Key(name: "access_key_id", form: .secretOrText, summary: "The ID of a key pair."),
                            Key(name: "access_key_secret", form: .secret, summary: "The secret of a key pair."),
                            Key(name: "security_token", form: .secret, summary: "The token of a temporary session."),
                            Key(name: "role_arn", form: .text, summary: "A role to assume with these credentials."),
                            Key(name: "role_session_name", form: .text, summary: "The name of the role's sessions."),
                            Key(name: "external_id", form: .text, summary: "The external ID that the role requires."),
                        ],
                        rules: [
                            .anyOf(
                                ["profile", "access_key_id"],
                                help: "add `profile: NAME`, or `access_key_id` and `access_key_secret`"),
                            .exclusive(["profile", "access_key_id"], help: "keep one of the two"),
                            .needs(
                                "access_key_id", "access_key_secret", help: "add `access_key_secret: { env: VARIABLE }`"
                            ),
                            .needs("access_key_secret", "access_key_id", help: "add `access_key_id: ID`"),
                            .needs(
                                "security_token", "access_key_secret",
                                help: "add the key pair that the token belongs to"),
                        ])),
                summary: "The credentials that sign requests."),
            Key(
                name: "endpoints", form: .urls(of: CloudPlace.systems),
                summary: "The addresses of products, if they are not the default ones; `default` is for all products."),
        ],
        properties: ["name", "region", "account"], requirements: [], places: ["region"])
}
