import OrderedJSON

extension Operations {
    /// Which kinds of resources a product can tag.
    private static func kinds(_ product: String, _ account: Account) -> [String] {
        account.resources.keys.filter { $0.hasPrefix("\(product).") }.sorted()
    }

    /// Writes tags to resources.
    static func tagger(_ product: String) -> Operation {
        { call, account in
            let kinds = kinds(product, account)
            let ids = call.texts("ResourceId")
            for id in ids where !kinds.contains(where: { account.find($0, id) != nil }) {
                throw call.problem("InvalidResourceId.NotFound", status: 404, "The specified ResourceId is not found.")
            }
            for id in ids {
                for kind in kinds {
                    account.update(kind, id) { data in
                        var tags = data["Tags"]?.array ?? []
                        for tag in call.list("Tag") {
                            tags.removeAll { $0["Key"] == tag["Key"] }
                            tags.append(tag)
                        }
                        data["Tags"] = .array(tags)
                    }
                }
            }
            return nothing
        }
    }

    /// Lists tags of resources.
    static func tagList(_ product: String) -> Operation {
        { call, account in
            let ids = call.texts("ResourceId")
            var rows: [JSON] = []
            for kind in kinds(product, account) {
                for resource in account.all(kind) where ids.isEmpty || ids.contains(resource.id) {
                    for tag in resource.list("Tags") {
                        rows.append([
                            "ResourceId": .string(resource.id), "TagKey": tag["Key"] ?? "",
                            "TagValue": tag["Value"] ?? "",
                            "ResourceType": call.text("ResourceType").map(JSON.string) ?? "",
                        ])
                    }
                }
            }
            let list = JSON.array(rows)
            return ["TagResources": product == "privatelink" || product == "nlb" ? list : ["TagResource": list]]
        }
    }
}
