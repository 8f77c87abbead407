internal import OrderedJSON

/// What an endpoint says of a body that cannot be read, beside what was wrong with it.
enum UnreadableBody: Sendable {
    case plain
    /// Read into a map.
    case content
    /// Read as a query.
    case query
    /// Read as a request of its own kind.
    case request
    /// Read by the parser of a kind of objects.
    case object(String)
    /// Read by a library that hides what was wrong.
    case unchecked

    /// The error of the endpoint.
    ///
    /// - Parameters:
    ///   - problem: The error of the reader.
    ///   - error: Where it is.
    func error(_ problem: ElasticError, _ error: JSONError, in body: [UInt8]) -> ElasticError {
        var lastPlace: SourcePlace {
            SourcePlace(of: UnreadableBody.lastToken(before: error.offset, in: body), in: body)
        }
        var wrapped: ElasticError
        switch self {
        case .plain: return problem
        case .content: wrapped = .parse("Failed to parse content to map")
        case .query: wrapped = .parsing("Failed to parse", at: lastPlace)
        case .request: wrapped = .illegalArgument("Failed to parse request body")
        case .object(let name):
            let place = lastPlace
            wrapped = ElasticError.xContent("[\(name)] failed to parse object", at: place)
        case .unchecked:
            let name = problem.type == "json_e_o_f_exception" ? "io.JsonEOFException" : "JsonParseException"
            wrapped = ElasticError(
                "unchecked_i_o_exception", "com.fasterxml.jackson.core.\(name): \(problem.reason)", status: 500)
        }
        wrapped.causes = [problem]
        wrapped.hidesCause = true
        return wrapped
    }

    /// Where the last token begins that ends before a place.
    private static func lastToken(before end: Int, in body: [UInt8]) -> Int {
        var (index, last) = (0, 0)
        let end = min(end, body.count)
        while index < end {
            let byte = body[index]
            let start = index
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                while index < end, body[index] != byte { index += body[index] == UInt8(ascii: "\\") ? 2 : 1 }
                guard index < end else { return last }
                index += 1
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"): continue
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): break
            default:
                while index < end, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A, 0x5D, 0x7D].contains(body[index]) {
                    index += 1
                }
                guard index < end else { return last }
            }
            last = start
        }
        return last
    }
}
