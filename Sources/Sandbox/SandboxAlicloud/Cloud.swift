import AlicloudContract
import OrderedJSON
package import SandboxWorld
internal import Synchronization

/// One account of the cloud, as all its endpoints see it.
package final class Cloud: Sendable {
    private struct State {
        var account: Account
        var nonces = NonceMemory()
        /// What requests with a token came to: the parameters they had, and their response.
        var tokens: [String: (parameters: JSONObject, response: JSONObject)] = [:]
    }

    /// What it began with.
    package let setup: CloudSetup
    private let state: Mutex<State>

    /// Makes an account with the networks and instances of a description.
    package init(_ setup: CloudSetup, now: SandboxInstant, seed: UInt64) {
        self.setup = setup
        var account = Account(now: now, seed: seed, speed: setup.speed)
        account.begin(setup)
        state = Mutex(State(account: account))
    }

    /// Answers a request at the endpoint of a region.
    ///
    /// - Parameters:
    ///   - now: The moment of the cloud's state.
    ///   - wall: The moment that the client's clock is compared with; nil for the same.
    package func respond(
        to request: SandboxRequest, region: String, now: SandboxInstant, wall: SandboxInstant? = nil
    ) -> SandboxResponse {
        state.withLock { state in
            state.account.settle(now)
            let requestID = state.account.makeUUID().uppercased()
            let host = request.header("host") ?? ""
            do throws(CloudProblem) {
                let decoded = try GatewayRequest(request)
                let check = SignatureCheck(
                    keys: setup.keys, now: wall ?? now, allowsNonceReuse: setup.allowsNonceReuse, request: decoded)
                let key = try check.check(&state.nonces)
                let (action, arguments) = try Gateway(request: decoded).read()
                var body = try Cloud.perform(
                    action, arguments, key: key, region: region, &state.account, &state.tokens)
                body["RequestId"] = .string(requestID)
                var response = Cloud.response(200, body, requestID, isEmulated: true)
                response.onlyRead = action.effect == .read
                return response
            } catch {
                let query = "q=\(error.code)&product=&requestId=\(requestID)"
                let body: JSON = [
                    "RequestId": .string(requestID), "HostId": .string(host), "Code": .string(error.code),
                    "Message": .string(error.message),
                    "Recommend": .string("https://api.aliyun.com/troubleshoot?\(query)"),
                ]
                return Cloud.response(
                    error.status, body.members, requestID, isEmulated: error.message != Gateway.notEmulated)
            }
        }
    }

    /// Whether an instance reaches the leader behind a transport address that it has as a remote cluster.
    ///
    /// - Returns: The id of the leader, nil when it is not reached, and what follows from the path; nil when the
    ///   address is not one of this cloud's endpoints.
    package func reach(
        from instance: String, mode: String, host: String, port: Int, now: SandboxInstant
    ) -> (leader: String?, reachability: Reachability)? {
        state.withLock { state in
            state.account.settle(now)
            guard let way = state.account.way(from: instance, mode: mode, host: host, port: port) else { return nil }
            let reachability = Reachability(way.path)
            return (reachability.isConnected ? way.leader : nil, reachability)
        }
    }

    /// What the account has at a moment, and which packets get through it.
    ///
    /// - Parameter connections: What instances have set up to reach others, by the id of the instance.
    package func picture(
        _ connections: [(instance: String, connection: PictureConnection)], now: SandboxInstant
    ) -> NetworkPicture {
        state.withLock { state in
            state.account.settle(now)
            return state.account.picture(of: setup.places, connections)
        }
    }

    /// Whether two instances were connected by the service, or are one network's.
    package func areConnected(_ one: String, _ other: String, now: SandboxInstant) -> Bool {
        state.withLock { state in
            state.account.settle(now)
            return state.account.areConnected(one, other)
        }
    }

    private static func perform(
        _ action: CloudAction, _ arguments: JSONObject, key: AccessKey, region: String, _ account: inout Account,
        _ tokens: inout [String: (parameters: JSONObject, response: JSONObject)]
    ) throws(CloudProblem) -> JSONObject {
        let place = action.style == .rpc ? arguments["RegionId"]?.string ?? region : region
        guard CloudRegion.names.contains(place) else {
            throw CloudProblem(
                "InvalidRegionId.NotFound", status: 404, message: "The specified RegionId does not exist.")
        }
        let call = Call(action: action, arguments: arguments, region: place)
        let token = action.tokenName.flatMap { call.text($0) }
        let name = "\(key.id) \(action.product).\(action.name) \(token ?? "")"
        if action.effect != .read, let token {
            guard token.utf8.count <= 64, token.utf8.allSatisfy({ $0 < 0x80 }) else {
                throw ArgumentReader.invalid(action.tokenName ?? "ClientToken")
            }
            if let earlier = tokens[name] {
                guard earlier.parameters == arguments else {
                    throw call.problem(
                        "IdempotenceSignatureMismatch", "The token was used for a request with other parameters.")
                }
                return earlier.response
            }
        }
        guard let operation = Operations.table["\(action.product).\(action.name)"] else {
            throw CloudProblem("InvalidApi.NotFound", status: 404, message: Gateway.notEmulated)
        }
        // An account is a value: what fails half way leaves nothing behind.
        var changed = account
        let response: JSONObject
        do {
            response = try operation(call, &changed)
        } catch let problem as CloudProblem {
            throw problem
        } catch {
            throw CloudProblem("InternalError", status: 500, message: "\(error)")
        }
        let shown = Gateway.isAsItIs(action) ? response : Projection.object(response, action.response)
        if call.flag("DryRun") ?? call.flag("dryRun") == true, action.effect != .read {
            if action.product == "cbn" { return JSONObject() }
            throw call.problem("DryRunOperation", "Request validation has been passed with DryRun flag set.")
        }
        account = changed
        if action.effect != .read, token != nil { tokens[name] = (arguments, shown) }
        return shown
    }

    private static func response(
        _ status: Int, _ body: JSONObject, _ requestID: String, isEmulated: Bool
    ) -> SandboxResponse {
        var response = SandboxResponse(
            status: status, json: .object(body), contentType: "application/json;charset=utf-8", isEmulated: isEmulated)
        response.headers.append(SandboxHeader("x-acs-request-id", requestID))
        return response
    }
}
