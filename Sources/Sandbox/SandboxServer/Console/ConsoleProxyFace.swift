import OrderedJSON
import SandboxWorld

/// The console proxy of Kibana or OpenSearch Dashboards in front of one cluster.
struct ConsoleProxyFace: Sendable {
    let flavor: ConsoleFlavor
    let cluster: String
    let world: SandboxWorld
    /// The spaces there are; nobody has to be logged on.
    var spaces = ["default"]

    /// The name by which faults of the proxy itself are set.
    static func place(of cluster: String) -> String { "\(cluster).kibana" }

    func respond(to request: SandboxRequest) -> SandboxResponse {
        do throws(ConsoleRoute.Failure) {
            let route = try ConsoleRoute(request, flavor: flavor, spaces: flavor == .dashboards ? [] : spaces)
            var inner = SandboxRequest(
                method: route.method, target: route.target,
                headers: [SandboxHeader("content-type", "application/json")]
                    + request.headers.filter { $0.name.lowercased() == "authorization" }, body: request.body)
            inner.asked = request.asked
            guard let answer = answer(to: inner) else { return unreachable }
            return passedOn(answer, method: route.method)
        } catch {
            return own(error.status, error.message)
        }
    }

    /// The cluster's answer; nil when it gives none.
    private func answer(to request: SandboxRequest) -> SandboxResponse? {
        // A fault is met by the first asking; while a request waits, only the cluster is asked again.
        let isAgain = request.asked != nil
        let fault = isAgain ? nil : world.faults.take(for: request, at: cluster)
        let isRefusing = !isAgain && world.faults.isRefusing(cluster)
        let isAsked = !isRefusing && fault?.isApplied != false
        var response = isAsked ? world.respond(to: request, at: cluster)?.marked(for: request) : nil
        if fault != nil { response?.wait = nil }
        if response?.wait != nil { return response }
        world.log.add(
            RequestLog.Entry(
                at: world.clock.now, system: cluster, method: request.method, target: request.target,
                status: response?.status, isEmulated: response?.isEmulated ?? true,
                isFaulty: fault != nil || isRefusing))
        switch fault?.kind {
        case .answer(let status, let body):
            return SandboxResponse(
                status: status, headers: [SandboxHeader("content-type", "application/json; charset=UTF-8")],
                body: body.isEmpty ? SystemFace.unavailable.bytes() : body)
        case .delay, .partition, nil: return response
        case .refuse, .cut, .close, .reset, .garbage, .hang: return nil
        }
    }

    private func passedOn(_ answer: SandboxResponse, method: String) -> SandboxResponse {
        var response = answer
        response.headers = answer.headers.filter { ["content-type", "warning"].contains($0.name.lowercased()) }
        let marks = answer.headers.filter {
            $0.name == SandboxResponse.missingHeader || $0.name == SandboxResponse.hintHeader
        }
        if method == "HEAD" {
            let word = flavor == .dashboards ? "\(answer.status < 400)" : Self.reason(answer.status)
            response.body = Array("\(answer.status) - \(word)".utf8)
            response.headers = [SandboxHeader("content-type", "text/plain")]
        } else if flavor == .dashboards, answer.status >= 400 {
            response = own(answer.status, String(decoding: answer.body, as: UTF8.self))
            response.headers += marks
            return response
        }
        response.headers += marks
        if flavor == .kibana8 {
            response.status = 200
            response.headers += status(answer.status)
        }
        response.headers.append(name)
        return response
    }

    /// What the proxy says when the cluster gives no answer.
    private var unreachable: SandboxResponse {
        switch flavor {
        case .kibana7: return own(502, "socket hang up")
        case .dashboards: return own(502, "502.0")
        case .kibana8:
            var response = SandboxResponse(
                status: 502,
                json: [
                    "message": "An internal server error occurred. Check Kibana server logs for details."
                ])
            response.headers += status(502) + [name]
            return response
        }
    }

    /// An error of the proxy's server.
    private func own(_ status: Int, _ message: String) -> SandboxResponse {
        var response = SandboxResponse(
            status: status,
            json: [
                "statusCode": .number(JSONNumber(status)), "error": .string(Self.reason(status)),
                "message": .string(message),
            ], contentType: "application/json; charset=utf-8")
        response.headers.append(name)
        return response
    }

    private var name: SandboxHeader {
        SandboxHeader(flavor == .dashboards ? "osd-name" : "kbn-name", "sandbox")
    }

    private func status(_ status: Int) -> [SandboxHeader] {
        [
            SandboxHeader("x-console-proxy-status-code", "\(status)"),
            SandboxHeader("x-console-proxy-status-text", Self.reason(status)),
        ]
    }

    /// The reason phrase of a status (RFC 9110, section 15).
    private static func reason(_ status: Int) -> String {
        let reasons = [
            200: "OK", 201: "Created", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
            405: "Method Not Allowed", 406: "Not Acceptable", 409: "Conflict", 413: "Request Entity Too Large",
            429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable",
            504: "Gateway Time-out",
        ]
        return reasons[status] ?? "Unknown"
    }
}
