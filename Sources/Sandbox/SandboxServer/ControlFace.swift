import HTTPServer
import OrderedJSON
import SandboxWorld

/// The control endpoint: time, log and faults, for those who know the token.
struct ControlFace: Sendable {
    /// The path that holds the token, without a slash at its end.
    let root: String
    let world: SandboxWorld
    /// What faults can be set for: systems, and their consoles.
    let places: [String]
    /// The URL of a system; nil when there is none of that name.
    let url: @Sendable (_ system: String) -> String?
    /// Opens or closes a system's port; throws a sentence for a person.
    let refuse: @Sendable (_ place: String, _ isRefusing: Bool) async throws -> Void

    func answer(_ request: HTTPServer.Request) -> HTTPServer.Answer {
        if request.method == "GET", request.target == root { return .now(Self.redirect(to: root + "/")) }
        guard request.target.hasPrefix(root + "/") else { return .now(Self.failure(404, "no such endpoint")) }
        switch (request.method, request.target.dropFirst(root.count)) {
        case ("GET", "/"): return .now(.response(SandboxPage(world, url: url).response))
        case ("GET", "/clock"): return .now(Self.success(clock))
        case ("GET", "/log"): return .now(Self.success(world.log.json))
        case ("GET", "/writes"): return .now(Self.success(world.log.writes))
        case ("POST", "/sleep"): return sleep(request)
        case ("POST", "/faults"): return setFaults(request)
        default:
            return .now(
                Self.failure(
                    404,
                    "the endpoints are `GET /` (a page for people), `GET /clock`, `GET /log`, `GET /writes`, `POST /sleep` and `POST /faults`"
                ))
        }
    }

    private var clock: JSON {
        ["kind": .string(world.clock.kind.rawValue), "now_ms": .number(JSONNumber(world.clock.now.milliseconds))]
    }

    /// `{"ms": n}`: answers when the time has moved by n milliseconds.
    private func sleep(_ request: HTTPServer.Request) -> HTTPServer.Answer {
        guard let body = try? JSON(bytes: request.body), let count = body["ms"]?.int,
            (0...Self.longestSleep).contains(count)
        else { return .now(Self.failure(400, "`ms` must be an integer from 0 to \(Self.longestSleep)")) }
        if let unknown = body.object?.names.first(where: { $0 != "ms" }) {
            return .now(Self.failure(400, "unknown member `\(unknown)`; the member is `ms`"))
        }
        // Counted here and not in the task: the request is in flight from now on.
        world.clock.requestBegan()
        return .later {
            defer { world.clock.requestEnded() }
            do {
                try await world.clock.sleep(for: .milliseconds(count))
                return Self.success(clock)
            } catch {
                return .close
            }
        }
    }

    /// `{"cluster": NAME, "faults": [...]}`: sets the faults of a system, instead of those it had.
    private func setFaults(_ request: HTTPServer.Request) -> HTTPServer.Answer {
        guard let body = try? JSON(bytes: request.body), let list = body["faults"]?.array else {
            return .now(Self.failure(400, "the body must be an object with `cluster` and `faults`, an array"))
        }
        if let unknown = body.object?.names.first(where: { !["cluster", "faults"].contains($0) }) {
            return .now(Self.failure(400, "unknown member `\(unknown)`; the members are `cluster` and `faults`"))
        }
        guard let name = body["cluster"]?.string, places.contains(name) else {
            return .now(Self.failure(400, "`cluster` must be one of \(places.joined(separator: ", "))"))
        }
        var faults: [Fault] = []
        for json in list {
            do throws(Fault.Invalid) {
                faults.append(try Fault(json))
            } catch {
                return .now(Self.failure(400, error.message))
            }
        }
        do throws(Fault.UnknownPeer) {
            try world.checkPeers(of: faults, at: name)
        } catch {
            return .now(Self.failure(400, error.message))
        }
        // What happened until now happened without them.
        world.catchUp()
        world.faults.set(faults, for: name)
        // Systems notice at once whom they have lost or found again, and not only when somebody asks them.
        world.catchUp()
        return .later {
            do {
                try await refuse(name, world.faults.isRefusing(name))
                return Self.success(["cluster": .string(name), "faults": .number(JSONNumber(list.count))])
            } catch {
                return Self.failure(500, "\(error)")
            }
        }
    }

    /// A year in milliseconds.
    private static let longestSleep = 365 * 86_400_000

    private static func success(_ json: JSON) -> HTTPServer.Reply { reply(200, json) }

    private static func redirect(to path: String) -> HTTPServer.Reply {
        .response(HTTPServer.Response(status: 302, headers: [.init("location", path)], body: []))
    }

    private static func failure(_ status: Int, _ message: String) -> HTTPServer.Reply {
        reply(status, ["error": .string(message)])
    }

    private static func reply(_ status: Int, _ json: JSON) -> HTTPServer.Reply {
        .response(
            HTTPServer.Response(
                status: status, headers: [.init("content-type", "application/json")], body: json.bytes()))
    }
}
