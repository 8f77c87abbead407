internal import OrderedJSON
internal import SandboxWorld

/// A request on its way through the emulator: decoded, with what its operation may look at.
struct Call: Sendable {
    let method: HTTPMethod
    /// The path as it was sent.
    let path: String
    /// The values of the path's placeholders, decoded.
    let arguments: [String: String]
    let query: QueryParameters
    let body: [UInt8]
    let now: SandboxInstant
    let profile: Profile
    /// When the client began to wait for the answer.
    let asked: SandboxInstant
    /// The cluster that answers.
    let system: SandboxSystem
    /// Where the client has found the cluster, as `HOST:PORT`.
    let httpAddress: String
    /// Makes a new identifier of so many characters.
    let makeIdentifier: @Sendable (Int) -> String
    /// Deprecations the server warns of.
    let warnings: Warnings
    /// Parts of the request that a real server knows and the emulator does not.
    let unemulated: Warnings
    /// What a person should know of the answer.
    let hints: Warnings
    /// Who asks; nil where the cluster does not ask for it.
    var access: CallAccess?
    /// What the endpoint says of a body that cannot be read.
    var unreadable = UnreadableBody.plain

    /// The index expression of the path, dates filled in; nil when there is none.
    var index: String? {
        guard let expression = arguments["index"], expression.contains("<") else { return arguments["index"] }
        return elements(expression).map { DateMathName.resolve($0, at: now) }.joined(separator: ",")
    }

    /// The name of the cluster's one node.
    var nodeName: String { "\(system.name)-0" }
    /// Where the cluster's one node listens for other nodes.
    var transport: SystemAddress { system.transport }

    /// Warns of a type in a request, which versions before 7.0 expect there.
    func warnOfTypes(_ text: String) {
        if profile.has(.typesAreDeprecated) { warnings.add(text) }
    }

    /// The same request for something else; deprecations it would be warned of are dropped.
    func with(arguments: [String: String], query: QueryParameters, body: [UInt8]) -> Call {
        Call(
            method: method, path: path, arguments: arguments, query: query, body: body, now: now, profile: profile,
            asked: asked, system: system, httpAddress: httpAddress, makeIdentifier: makeIdentifier,
            warnings: Warnings(),
            unemulated: unemulated, hints: hints, access: access)
    }

    /// The status of the answer to a body that is not JSON.
    var parseErrorStatus: Int { profile.has(.parseErrorsAre500) ? 500 : 400 }

    /// The body as JSON.
    ///
    /// - Parameter wanted: The status of the response to an invalid body; nil for the version's own.
    func json(status wanted: Int? = nil) throws(ElasticError) -> JSON {
        let status = wanted ?? parseErrorStatus
        let read = Result { () throws(JSONError) in try JSON(bytes: body) }
        guard case .success(let json) = read else {
            if case .failure(let error) = read {
                let problem = ElasticError.unreadable(error, in: body, status: status)
                if profile.has(.unreadableIsContent) { throw problem.asContent(of: body, error) }
                throw unreadable.error(problem, error, in: body)
            }
            return .null
        }
        if let name = json.firstDuplicate { throw .duplicate(name, status: status) }
        return json
    }
}
