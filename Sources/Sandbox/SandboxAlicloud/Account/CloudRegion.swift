/// The regions that the emulator has, with two zones of each.
enum CloudRegion {
    private static let letters: [(region: String, name: String, zones: String)] = [
        ("cn-hangzhou", "China (Hangzhou)", "hi"), ("cn-shanghai", "China (Shanghai)", "bg"),
        ("cn-beijing", "China (Beijing)", "fg"), ("cn-shenzhen", "China (Shenzhen)", "de"),
        ("cn-qingdao", "China (Qingdao)", "bc"), ("cn-zhangjiakou", "China (Zhangjiakou)", "ab"),
        ("cn-huhehaote", "China (Hohhot)", "ab"), ("cn-wulanchabu", "China (Ulanqab)", "ab"),
        ("cn-chengdu", "China (Chengdu)", "ab"), ("cn-guangzhou", "China (Guangzhou)", "ab"),
        ("cn-hongkong", "China (Hong Kong)", "bc"), ("ap-southeast-1", "Singapore", "bc"),
        ("ap-southeast-3", "Malaysia (Kuala Lumpur)", "ab"), ("ap-southeast-5", "Indonesia (Jakarta)", "ab"),
        ("ap-northeast-1", "Japan (Tokyo)", "ab"), ("eu-central-1", "Germany (Frankfurt)", "ab"),
        ("eu-west-1", "UK (London)", "ab"), ("us-west-1", "US (Silicon Valley)", "ab"),
        ("us-east-1", "US (Virginia)", "ab"),
    ]

    /// The names of the regions.
    static let names = letters.map(\.region)

    /// The zones of a region: `cn-hangzhou-h`, and `eu-central-1a`, as regions with a number at their end write them.
    static func zones(of region: String) -> [String] {
        let zones = letters.first { $0.region == region }?.zones ?? "ab"
        let mark = region.last?.isNumber == true ? "" : "-"
        return zones.map { "\(region)\(mark)\($0)" }
    }

    /// The name of a region for people.
    static func title(of region: String) -> String { letters.first { $0.region == region }?.name ?? region }
}
