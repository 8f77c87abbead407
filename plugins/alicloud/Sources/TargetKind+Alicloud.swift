package import RunbookPlugin

extension TargetKind {
    /// Accounts of Alibaba Cloud in a region.
    package static let alicloud = TargetKind(
        name: "alicloud",
        keys: [
            Key(name: "region", form: .text, summary: "The region, such as `cn-hangzhou`."),
            Key(name: "account", form: .text, summary: "The number of the account."),
            Key(
                name: "credentials",
                form: .group(
                    Group(keys: [Key(name: "profile", form: .text, summary: "A profile of the command-line tool.")])),
                summary: "Where the credentials come from."),
            Key(
                name: "endpoints", form: .urls, summary: "The addresses of products, where they are not the usual ones."
            ),
        ],
        properties: ["name", "region", "account"], requirements: [], places: ["region"])
}
