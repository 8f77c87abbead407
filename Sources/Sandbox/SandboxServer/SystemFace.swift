import HTTPServer
import OrderedJSON
import SandboxWorld

/// What clients of one system or of its console talk to: it asks, lets go wrong what shall, and writes the log.
struct SystemFace: Sendable {
    /// The name by which its faults are set, and the log knows it.
    let place: String
    let world: SandboxWorld
    /// Whether it writes the log; a console does so itself, for what it asks its system.
    var isLogged = true
    /// Asks what is behind it.
    let respond: @Sendable (SandboxRequest) -> SandboxResponse?

    func answer(_ raw: HTTPServer.Request) -> HTTPServer.Answer {
        world.clock.requestBegan()
        let request = SandboxRequest(raw)
        let fault = world.faults.take(for: request, at: place)
        let response = fault.map(\.isApplied) == false ? nil : respond(request)?.marked(for: request)
        if response?.wait == nil { return answered(response, to: request, fault) }
        let arrival = world.clock.now
        return .later {
            do {
                let final = try await waited(response, request, since: arrival)
                switch answered(final, to: request, fault) {
                case .now(let reply): return reply
                case .later(let finish): return await finish()
                }
            } catch {
                world.clock.requestEnded()
                return .close
            }
        }
    }

    /// The answer after the waits that it asks for, on the sandbox's clock.
    private func waited(
        _ first: SandboxResponse?, _ request: SandboxRequest, since arrival: SandboxInstant
    ) async throws -> SandboxResponse? {
        var request = request
        request.asked = arrival
        var response = first
        while let wait = response?.wait {
            try await world.clock.sleep(for: wait)
            response = respond(request)?.marked(for: request)
        }
        if world.clock.kind == .virtual {
            let waited = world.clock.now.milliseconds - arrival.milliseconds
            response?.headers.append(SandboxHeader(SandboxResponse.waitHeader, "\(waited)"))
        }
        return response
    }

    /// Writes the log and lets go wrong what shall; the request ends with it.
    private func answered(
        _ response: SandboxResponse?, to request: SandboxRequest, _ fault: Fault?
    ) -> HTTPServer.Answer {
        if isLogged {
            world.log.add(
                RequestLog.Entry(
                    at: world.clock.now, system: place, method: request.method, target: request.target,
                    status: response?.status, isEmulated: response?.isEmulated ?? true, isFaulty: fault != nil,
                    onlyRead: response?.onlyRead ?? false))
        }
        let reply = HTTPServer.Response(response ?? SandboxResponse(status: 503, json: Self.unavailable))
        switch fault?.kind {
        case .delay(let duration):
            return .later { [clock = world.clock] in
                defer { clock.requestEnded() }
                try? await Task.sleep(for: duration)
                return .response(reply)
            }
        case .hang:
            world.clock.requestEnded()
            return .later {
                try? await Task.sleep(for: .seconds(86_400 * 365))
                return .close
            }
        case let kind:
            world.clock.requestEnded()
            return .now(Self.reply(kind, reply, retryAfter: fault?.retryAfter))
        }
    }

    private static func reply(
        _ kind: Fault.Kind?, _ response: HTTPServer.Response, retryAfter: Int?
    ) -> HTTPServer.Reply {
        switch kind {
        case .answer(let status, let body):
            let bytes = body.isEmpty ? unavailable.bytes() : body
            let pause = retryAfter.map { [HTTPServer.Header("retry-after", "\($0)")] } ?? []
            return .response(
                HTTPServer.Response(
                    status: status, headers: [.init("content-type", "application/json; charset=UTF-8")] + pause,
                    body: bytes))
        case .cut(let count): return .cut(response, after: count)
        case .close: return .close
        case .reset: return .reset
        case .garbage: return .garbage(Array("\u{0}garbage\r\n\r\n".utf8))
        case .refuse, .delay, .hang, .partition, nil: return .response(response)
        }
    }

    /// What Elasticsearch says while it has no cluster state.
    static let unavailable: JSON = {
        let reason: JSON = "blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];"
        let type: JSON = "cluster_block_exception"
        return [
            "error": [
                "root_cause": [["type": type, "reason": reason]], "type": type, "reason": reason,
            ], "status": 503,
        ]
    }()
}
