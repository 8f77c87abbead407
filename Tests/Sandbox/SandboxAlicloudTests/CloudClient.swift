import AlicloudContract
import Digests
import OrderedJSON
import SandboxAlicloud
import SandboxWorld

/// A client that signs its requests, and moves time as it likes.
final class CloudClient {
    static let key = AccessKey(id: "LTAI5tTestKey", secret: "TestSecret")

    let cloud: Cloud
    var now = SandboxInstant(milliseconds: 1_767_323_045_000)
    private var nonce = 0

    init(_ setup: CloudSetup = CloudClient.twoRegions) {
        cloud = Cloud(setup, now: SandboxInstant(milliseconds: 1_767_323_045_000), seed: 7)
    }

    static var twoRegions: CloudSetup {
        CloudSetup(
            places: [
                CloudSetup.Place(name: "follower_cloud", region: "cn-hangzhou"),
                CloudSetup.Place(name: "leader_cloud", region: "cn-shanghai"),
            ],
            instances: [
                InstanceSetup(id: "es-cn-follower", cloud: "follower_cloud", version: "7.10.0", address: "10.1.0.10"),
                InstanceSetup(id: "es-cn-leader", cloud: "leader_cloud", version: "7.10.0", address: "10.2.0.10"),
                InstanceSetup(id: "es-cn-second", cloud: "leader_cloud", version: "7.10.0", address: "10.2.0.11"),
                InstanceSetup(id: "es-cn-old", cloud: "leader_cloud", version: "6.7.0", address: "10.2.0.12"),
            ], keys: [key])
    }

    /// A response: its status and its body.
    struct Reply {
        let status: Int
        let body: JSON

        var code: String? { body["Code"]?.string }

        subscript(name: String) -> JSON? { body[name] }
    }

    func wait(_ seconds: Int) { now = now + .seconds(seconds) }

    /// Calls an action of the style RPC with parameters in the query.
    func call(
        _ name: String, _ parameters: [String: String] = [:], region: String = "cn-hangzhou",
        change: (inout SandboxRequest) -> Void = { _ in }
    ) -> Reply {
        let parts = name.split(separator: ".").map(String.init)
        let version = CloudProduct.named(parts[0])?.version ?? ""
        var query = parameters
        if query["RegionId"] == nil { query["RegionId"] = region }
        let pairs = query.map { AcsParameter($0.key, $0.value) }
        return send(
            "POST", "/", pairs, body: nil, action: parts[1], version: version, region: region, change: change)
    }

    /// Calls an action of the style ROA.
    func send(
        _ method: String, _ path: String, _ query: [String: String] = [:], _ body: JSON? = nil,
        region: String = "cn-hangzhou"
    ) -> Reply {
        send(
            method, "/openapi" + path, query.map { AcsParameter($0.key, $0.value) }, body: body, action: nil,
            version: "2017-06-13", region: region
        ) { _ in }
    }

    private func send(
        _ method: String, _ path: String, _ query: [AcsParameter], body: JSON?, action: String?, version: String,
        region: String, change: (inout SandboxRequest) -> Void
    ) -> Reply {
        nonce += 1
        let bytes = body?.bytes() ?? []
        var headers = [
            AcsParameter("host", "127.0.0.1:18099"), AcsParameter("x-acs-version", version),
            AcsParameter("x-acs-date", AcsTime.text(now.milliseconds)),
            AcsParameter("x-acs-signature-nonce", "nonce-\(nonce)"),
            AcsParameter("x-acs-content-sha256", SHA256.hex(bytes)),
        ]
        if let action { headers.append(AcsParameter("x-acs-action", action)) }
        if body != nil { headers.append(AcsParameter("content-type", "application/json; charset=utf-8")) }
        let signature = AcsSignature(
            method: method, path: path, query: query, headers: headers, signed: headers.map(\.name), body: bytes)
        headers.append(
            AcsParameter(
                "Authorization",
                signature.authorization(keyID: CloudClient.key.id, secret: CloudClient.key.secret)))
        let text = AcsEncoding.canonical(query)
        var request = SandboxRequest(
            method: method, target: path + (text.isEmpty ? "" : "?\(text)"),
            headers: headers.map { SandboxHeader($0.name, $0.value) }, body: bytes)
        change(&request)
        let response = cloud.respond(to: request, region: region, now: now)
        return Reply(status: response.status, body: (try? JSON(bytes: response.body)) ?? .null)
    }
}
