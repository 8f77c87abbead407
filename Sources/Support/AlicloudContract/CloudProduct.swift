/// A product of the cloud: a name, a version and the actions that are known of it.
package struct CloudProduct: Sendable {
    /// The name in lower case, such as `cbn`.
    package let name: String
    /// The version of its interface, such as `2017-09-12`.
    package let version: String
    /// The actions by name.
    package let actions: [String: CloudAction]

    /// The products, each read when it is asked for the first time.
    package static var all: [CloudProduct] { [vpc, cbn, nlb, privatelink, elasticsearch] }

    /// The names of the products.
    package static let names = ["vpc", "cbn", "nlb", "privatelink", "elasticsearch"]

    private static let vpc = ContractReader.product(ContractData.vpc)
    private static let cbn = ContractReader.product(ContractData.cbn)
    private static let nlb = ContractReader.product(ContractData.nlb)
    private static let privatelink = ContractReader.product(ContractData.privatelink)
    private static let elasticsearch = ContractReader.product(ContractData.elasticsearch)

    /// The product called so.
    package static func named(_ name: String) -> CloudProduct? {
        switch name {
        case "vpc": vpc
        case "cbn": cbn
        case "nlb": nlb
        case "privatelink": privatelink
        case "elasticsearch": elasticsearch
        default: nil
        }
    }

    /// The product whose interface has this version; no two share one.
    package static func version(_ version: String) -> CloudProduct? { all.first { $0.version == version } }

    /// The host of the product in a region, as the official SDKs know it.
    package func host(in region: String) -> String {
        switch name {
        case "cbn": "cbn.aliyuncs.com"
        case "vpc" where CloudProduct.centralVPCRegions.contains(region): "vpc.aliyuncs.com"
        default: "\(name).\(region).aliyuncs.com"
        }
    }

    /// Regions whose VPC service answers under one common name.
    private static let centralVPCRegions: Set<String> = [
        "cn-hangzhou", "cn-shanghai-finance-1", "cn-shenzhen-finance-1", "cn-north-2-gov-1", "cn-beijing-finance-1",
        "cn-hangzhou-finance", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-qingdao",
    ]
}
