import AlicloudHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import SandboxAlicloud
import SandboxWorld
import Synchronization
import Testing

/// The emulated cloud over HTTP, on a clock that only pauses move.
final class FakeCloud: Sendable {
    static let key = AccessKey(id: "LTAI5tTestKey", secret: "canary-secret")
    static let start = 1_767_323_045_000

    let cloud: Cloud
    private let now = Mutex(FakeCloud.start)
    private let requests = Mutex<[String]>([])
    private let lost = Mutex<String?>(nil)
    private let faults = Mutex<[(match: String, times: Int, reply: HTTPServer.Reply)]>([])

    init(keys: [AccessKey] = [FakeCloud.key]) {
        cloud = Cloud(
            CloudSetup(
                places: [
                    CloudSetup.Place(name: "follower_cloud", region: "cn-hangzhou"),
                    CloudSetup.Place(name: "leader_cloud", region: "cn-shanghai"),
                ],
                instances: [
                    InstanceSetup(
                        id: "es-cn-follower", cloud: "follower_cloud", version: "7.10.0", address: "10.1.0.10"),
                    InstanceSetup(id: "es-cn-second", cloud: "follower_cloud", version: "7.10.0", address: "10.1.0.11"),
                    InstanceSetup(id: "es-cn-leader", cloud: "leader_cloud", version: "7.10.0", address: "10.2.0.10"),
                ], keys: keys), now: SandboxInstant(milliseconds: FakeCloud.start), seed: 3)
    }

    /// The actions that were asked for, in order.
    var asked: [String] { requests.withLock { $0 } }

    /// The actions that were no reads.
    var acted: [String] {
        asked.filter { name in !["Describe", "List", "Get", "Check"].contains { name.hasPrefix($0) } }
    }

    var time: Int { now.withLock { $0 } }

    func wait(_ duration: Duration) { now.withLock { $0 += Int(duration.components.seconds) * 1000 } }

    /// Has an action performed as the engine does: again and again while it is refused for now, up to a time.
    ///
    /// - Returns: The last outcome, and what was said on the way.
    func finish(
        _ action: Action, by handler: AlicloudHandler, on target: Target, within limit: Duration = .seconds(900)
    ) async -> (outcome: Outcome, words: [String]) {
        var words: [String] = []
        let ends = time + Int(limit.components.seconds) * 1000
        while true {
            let outcome = await handler.perform(action, on: target, timeout: .seconds(60))
            guard let refusal = outcome.refusal, !refusal.isPermanent else { return (outcome, words) }
            words.append(refusal.reason)
            let pause = refusal.retryAfter ?? .seconds(2)
            if time + Int(pause.components.seconds) * 1000 > ends { return (outcome, words) }
            wait(pause)
        }
    }

    /// Lets the next requests for an action get another answer.
    func fail(_ action: String, times: Int = 1, with reply: HTTPServer.Reply) {
        faults.withLock { $0.append((action, times, reply)) }
    }

    /// Lets the next requests for an action get a response with this text.
    func fail(_ action: String, times: Int = 1, status: Int, _ text: String) {
        fail(
            action, times: times,
            with: .response(HTTPServer.Response(status: status, headers: [], body: Array(text.utf8))))
    }

    /// Lets the next request for an action be done, and its connection be closed instead of an answer.
    func lose(_ action: String) { lost.withLock { $0 = action } }

    func answer(_ request: HTTPServer.Request, region: String) -> HTTPServer.Reply {
        let name = request.headers.first { $0.name.lowercased() == "x-acs-action" }?.value ?? ""
        requests.withLock { $0.append(name) }
        let fault = faults.withLock { faults -> HTTPServer.Reply? in
            guard let index = faults.firstIndex(where: { $0.match == name }) else { return nil }
            let reply = faults[index].reply
            faults[index].times -= 1
            if faults[index].times == 0 { faults.remove(at: index) }
            return reply
        }
        if let fault { return fault }
        let response = cloud.respond(
            to: SandboxRequest(
                method: request.method, target: request.target,
                headers: request.headers.map { SandboxHeader($0.name, $0.value) }, body: request.body),
            region: region, now: SandboxInstant(milliseconds: time))
        let isLost = lost.withLock { lost in
            defer { if lost == name { lost = nil } }
            return lost == name
        }
        if isLost { return .close }
        return .response(
            HTTPServer.Response(
                status: response.status, headers: response.headers.map { HTTPServer.Header($0.name, $0.value) },
                body: response.body))
    }

    /// Serves both regions while `body` works with a handler and their targets.
    func serving<Result>(
        _ body: (AlicloudHandler, _ follower: Target, _ leader: Target) async throws -> Result
    ) async throws -> Result {
        let handler = AlicloudHandler(clock: { self.time }, profiles: { nil })
        return try await HTTPServer.serving({ self.answer($0, region: "cn-hangzhou") }) { near in
            try await HTTPServer.serving({ self.answer($0, region: "cn-shanghai") }) { far in
                try await body(
                    handler, Target(cloud: "follower_cloud", "cn-hangzhou", near.url),
                    Target(cloud: "leader_cloud", "cn-shanghai", far.url))
            }
        }
    }
}

extension Target {
    /// A cloud at an address, with the fake's key.
    init(cloud name: String, _ region: String, _ url: String, secret: String = FakeCloud.key.secret) {
        self.init(
            name: name, kind: "alicloud", properties: ["name": .string(name), "region": .string(region)],
            settings: [
                "endpoints": ["default": .string(url)],
                "credentials": ["access_key_id": .string(FakeCloud.key.id)],
            ], secrets: ["credentials_access_key_secret": Secret(secret)])
    }
}

extension Action {
    /// An action of a block.
    init(_ operation: String, _ body: String, token: String = "run-1 step-1", effect: Effect? = nil) {
        self.init(
            step: "s", target: "cloud", index: 0,
            effect: effect ?? (body.contains("state: absent") ? .destroy : .write), title: operation,
            fields: [Field("operation", operation), Field("body", "uses: alicloud/\(operation)\n\(body)")], token: token
        )
    }
}

/// The body of an outcome, which must be a success.
func body(_ outcome: Outcome, at place: SourceLocation = #_sourceLocation) -> JSON {
    #expect(!outcome.body.isNull, "\(outcome)", sourceLocation: place)
    return outcome.body
}

extension Outcome {
    var response: Response? {
        if case .answered(let response) = self { response } else { nil }
    }

    var refusal: Refusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }

    /// The body of a success; null for anything else.
    var body: JSON {
        guard let response, response.verdict == .success else { return .null }
        return response.body
    }
}
