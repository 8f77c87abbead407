import AlicloudContract
import Digests
import OrderedJSON
import SandboxAlicloud
import SandboxWorld

/// Signed requests to the gateway of the sandbox's cloud, a line each.
///
/// `PRODUCT.ACTION NAME=VALUE ...` is one of the style RPC, `METHOD /PATH JSON` one of the style ROA.
enum CloudBoundary {
    private static let key = AccessKey(id: "LTAI5tTestKey", secret: "TestSecret")

    static func feed(_ bytes: [UInt8]) {
        let now = SandboxInstant(milliseconds: 1_767_323_045_000)
        let cloud = Cloud(
            CloudSetup(
                places: [CloudSetup.Place(name: "cloud", region: "cn-hangzhou")],
                instances: [InstanceSetup(id: "es-cn-1", cloud: "cloud", version: "7.10.0", address: "10.1.0.10")],
                keys: [key]), now: now, seed: 7)
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).prefix(8).enumerated() {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
            guard let request = request(words, number: index) else { continue }
            let response = cloud.respond(to: request, region: "cn-hangzhou", now: now + .seconds(index * 60))
            promise((200..<600).contains(response.status), "a status is one: \(response.status)")
            promise((try? JSON(bytes: response.body)) != nil, "the gateway answers in JSON")
        }
    }

    private static func request(_ words: [String], number: Int) -> SandboxRequest? {
        guard let first = words.first else { return nil }
        if words.count > 1, words[1].hasPrefix("/") {
            return signed(
                first, "/openapi" + words[1], [], body: Array(words.dropFirst(2).joined(separator: " ").utf8),
                action: nil, version: "2017-06-13", number)
        }
        let parts = first.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let product = CloudProduct.named(parts[0]) else { return nil }
        let query = words.dropFirst().map { word in
            let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return AcsParameter(pair[0], pair.count > 1 ? pair[1] : "")
        }
        return signed("POST", "/", query, body: [], action: parts[1], version: product.version, number)
    }

    private static func signed(
        _ method: String, _ path: String, _ query: [AcsParameter], body: [UInt8], action: String?, version: String,
        _ number: Int
    ) -> SandboxRequest {
        var headers = [
            AcsParameter("host", "127.0.0.1:18099"), AcsParameter("x-acs-version", version),
            AcsParameter("x-acs-date", AcsTime.text(1_767_323_045_000 + number * 60_000)),
            AcsParameter("x-acs-signature-nonce", "nonce-\(number)"),
            AcsParameter("x-acs-content-sha256", SHA256.hex(body)),
        ]
        if let action { headers.append(AcsParameter("x-acs-action", action)) }
        let signature = AcsSignature(
            method: method, path: path, query: query, headers: headers, signed: headers.map(\.name), body: body)
        headers.append(AcsParameter("Authorization", signature.authorization(keyID: key.id, secret: key.secret)))
        let text = AcsEncoding.canonical(query)
        return SandboxRequest(
            method: method, target: path + (text.isEmpty ? "" : "?\(text)"),
            headers: headers.map { SandboxHeader($0.name, $0.value) }, body: body)
    }
}
