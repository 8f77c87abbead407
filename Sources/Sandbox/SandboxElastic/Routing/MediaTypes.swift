internal import OrderedJSON
internal import SandboxWorld

/// What the headers `Accept` and `Content-Type` of a request ask for, in versions whose media types have versions.
struct MediaTypes {
    /// Whether the request is answered as the major version before did.
    let isCompatible: Bool
    /// The media type of a JSON answer; nil for the plain one.
    private let answer: String?

    /// What a request gets that asks for nothing.
    static let plain = MediaTypes()

    private init() {
        isCompatible = false
        answer = nil
    }

    /// - Throws: The server's error for invalid headers, or headers that ask for versions that do not go together.
    init(_ request: SandboxRequest, _ profile: Profile) throws {
        guard profile.has(.mediaTypesHaveVersions) else {
            self = .plain
            return
        }
        let accept = try MediaType.read(request.header("accept"), "Accept")
        let content = try MediaType.read(request.header("content-type"), "Content-Type")
        let major = profile.version.major
        let asked = accept?.version ?? major
        if asked != major, asked != major - 1 {
            throw MediaTypes.mismatch(
                "Accept version must be either version \(major) or \(major - 1), but found \(asked). Accept="
                    + (request.header("accept") ?? ""))
        }
        var isOlder = asked < major
        if !request.body.isEmpty {
            let sent = content?.version ?? major
            if sent != asked || (content?.version == nil) != (accept?.version == nil) {
                throw MediaTypes.mismatch(
                    "A compatible version is required on both Content-Type and Accept headers if either one has requested "
                        + "a compatible version and the compatible versions must match. Accept="
                        + "\(request.header("accept") ?? ""), Content-Type=\(request.header("content-type") ?? "")")
            }
            isOlder = isOlder || sent < major
        }
        isCompatible = isOlder
        answer = (accept ?? content).flatMap { media in
            media.isOfProduct ? media.name + (media.version.map { ";compatible-with=\($0)" } ?? "") : nil
        }
    }

    private static func mismatch(_ reason: String) -> RoutingError {
        invalid("Accept, Content-Type", cause: ElasticError("status_exception", reason))
    }

    /// What an invalid header gets.
    static func invalid(_ headers: String, cause: ElasticError) -> RoutingError {
        var error = ElasticError(
            "media_type_header_exception", "Invalid media-type value on headers [\(headers)]", cause: cause)
        error.hidesCause = true
        return RoutingError(json: error.body, status: 400)
    }

    /// The answer with the media type and the header of the product.
    func marked(_ response: SandboxResponse, _ profile: Profile) -> SandboxResponse {
        guard profile.has(.namesProduct) else { return response }
        var response = response
        if profile.has(.mediaTypesHaveVersions) {
            for (place, header) in response.headers.enumerated()
            where header.name.lowercased() == "content-type" && header.value.hasPrefix("application/json") {
                response.headers[place] = SandboxHeader(header.name, answer ?? "application/json")
            }
        }
        response.headers.append(SandboxHeader("X-elastic-product", "Elasticsearch"))
        return response
    }
}
