/// An action while its lines are read.
struct ActionDraft {
    private let words: [String]
    private let product: String
    var parameters: [CloudField]
    var hasRawBody = false
    var response: [CloudField] = []

    /// - Parameter words: Name, effect, style, methods and path.
    init(_ words: [String], product: String) {
        self.words = words
        self.product = product
        parameters = words[4].split(separator: "/").filter { $0.hasPrefix("{") }.map {
            CloudField(String($0.dropFirst().dropLast()), .string, isRequired: true, place: .path)
        }
    }

    var action: CloudAction {
        CloudAction(
            product: product, name: words[0], effect: CloudAction.Effect(rawValue: words[1]) ?? .write,
            style: CloudAction.Style(rawValue: words[2]) ?? .rpc,
            methods: words[3].split(separator: "|").map(String.init), path: words[4], parameters: parameters,
            hasRawBody: hasRawBody, response: response)
    }
}
