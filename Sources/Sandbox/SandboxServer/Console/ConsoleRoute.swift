import SandboxWorld

/// What a request asks a console proxy to send.
struct ConsoleRoute {
    /// The method, in upper case.
    let method: String
    /// Path and query, as the proxy passes them on.
    let target: String

    /// Why a request is not passed on: an answer of the proxy itself.
    struct Failure: Error {
        let status: Int
        let message: String
    }

    /// The largest body in bytes, as `server.maxPayload` has it when nobody changed it.
    static let maximumBody = 1 << 20

    init(_ request: SandboxRequest, flavor: ConsoleFlavor, spaces: [String]) throws(Failure) {
        let paths = ["/api/console/proxy"] + spaces.map { "/s/\($0)/api/console/proxy" }
        guard request.method == "POST", paths.contains(String(request.path)) else {
            throw Failure(status: 404, message: "Not Found")
        }
        let token = flavor == .dashboards ? "osd" : "kbn"
        guard request.header("\(token)-xsrf") != nil || request.header("\(token)-version") != nil else {
            throw Failure(status: 400, message: "Request must contain a \(token)-xsrf header.")
        }
        if request.body.count > ConsoleRoute.maximumBody {
            throw Failure(
                status: 413,
                message: "Payload content length greater than maximum allowed: \(ConsoleRoute.maximumBody)")
        }
        method = ConsoleRoute.value("method", in: request).uppercased()
        let known = ["HEAD", "GET", "POST", "PUT", "DELETE"] + (flavor == .kibana8 ? ["PATCH"] : [])
        guard known.contains(method) else {
            let list = known.map { "'\($0)'" }.joined(separator: ", ")
            throw Failure(
                status: 400,
                message: "[request query.method]: Method must be one of, case insensitive [\(list)]. "
                    + "Received '\(method)'.")
        }
        let path = ConsoleRoute.value("path", in: request)
        guard !path.isEmpty else {
            throw Failure(status: 400, message: "[request query.path]: Expected non-empty string")
        }
        target = ConsoleRoute.passedOn("/\(path.drop { $0 == "/" })", by: flavor)
    }

    /// The value of a parameter, decoded once; empty without one.
    private static func value(_ name: String, in request: SandboxRequest) -> String {
        for part in (request.query ?? "").split(separator: "&") where part.hasPrefix("\(name)=") {
            return decoded(part.dropFirst(name.utf8.count + 1))
        }
        return ""
    }

    /// What each product makes of path and query: the ways of adding `pretty` differ, one of them is a mistake.
    private static func passedOn(_ target: String, by flavor: ConsoleFlavor) -> String {
        if flavor == .dashboards { return target.contains("?pretty") ? target : target + "?pretty=true" }
        guard let question = target.firstIndex(of: "?") else { return target + "?pretty=true" }
        let query = target[target.index(after: question)...]
        let hasPretty = query.split(separator: "&").contains { $0 == "pretty" || $0.hasPrefix("pretty=") }
        let passed = (flavor == .kibana8 ? String(query).replacing("+", with: "%2B") : String(query))
        return "\(target[..<question])?\(passed)\(hasPretty ? "" : "&pretty=true")"
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
