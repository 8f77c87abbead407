import AlicloudContract
import OrderedJSON

/// Finds the action of a request and reads its arguments.
struct Gateway {
    /// The text of an action that the contract has and the emulator does not have.
    static let notEmulated =
        "Specified api is not found, please check your url and method. (The sandbox does not have it.)"

    let request: GatewayRequest

    /// The action and its typed arguments.
    ///
    /// - Throws: `CloudProblem` for an unknown action, and a parameter that is missing or malformed.
    func read() throws(CloudProblem) -> (CloudAction, JSONObject) {
        guard let version = request.header("x-acs-version") ?? request.parameter("Version") else {
            throw ArgumentReader.missing("Version")
        }
        guard let product = CloudProduct.version(version) else { throw Gateway.unknown }
        if request.path == "/" || request.path.isEmpty { return try readCall(product) }
        let found = product.actions.values.filter { $0.style == .roa && BodyReader.isPath(request.path, of: $0) }
        // A path of letters only, such as `/openapi/instances/actions`, goes before one with a parameter.
        let candidates = found.filter { $0.methods.contains(request.method) }
            .sorted { $0.path.filter { $0 == "{" }.count < $1.path.filter { $0 == "{" }.count }
        guard let action = candidates.first(where: { $0.name == request.header("x-acs-action") }) ?? candidates.first
        else {
            if found.isEmpty { throw Gateway.unknown }
            throw CloudProblem("UnsupportedHTTPMethod", message: "The method \(request.method) is not supported here.")
        }
        return (action, try BodyReader(request: request, action: action).arguments())
    }

    private func readCall(_ product: CloudProduct) throws(CloudProblem) -> (CloudAction, JSONObject) {
        guard let name = request.header("x-acs-action") ?? request.parameter("Action") else {
            throw ArgumentReader.missing("Action")
        }
        guard let action = product.actions[name], action.style == .rpc else { throw Gateway.unknown }
        guard action.methods.contains(request.method) else {
            throw CloudProblem("UnsupportedHTTPMethod", message: "The method \(request.method) is not supported here.")
        }
        return (action, try ArgumentReader(request.query + request.form).arguments(of: action))
    }

    private static let unknown = CloudProblem(
        "InvalidApi.NotFound", status: 404, message: "Specified api is not found, please check your url and method.")

    /// Whether a response has more than the contract says, because its documentation does.
    static func isAsItIs(_ action: CloudAction) -> Bool {
        ["DescribeConnectableClusters", "ListConnectedClusters"].contains(action.name)
    }
}
