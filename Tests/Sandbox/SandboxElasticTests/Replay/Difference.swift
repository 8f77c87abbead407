import OrderedJSON
import SandboxWorld

/// How the emulator's answer differs from the real one.
struct Difference: Sendable {
    var status = true
    var errorType = true
    var body = true
    var headers = true

    var isNone: Bool { status && errorType && body && headers }

    /// - Parameter volatile: Fields that differed between two runs of the real server.
    init(_ answer: SandboxResponse, _ exchange: RecordedExchange, volatile: [String]) {
        status = answer.status == exchange.status
        let real = (try? JSON(parsing: exchange.response)) ?? .null
        let isHead = exchange.method == "HEAD"
        errorType = isHead || answer.json["error"]?["type"] == real["error"]?["type"]
        let paths = volatile.filter { $0.hasPrefix("body") }.map { String($0.dropFirst(4)) }
        if isHead {
            body = true
        } else if real != .null || answer.json != .null {
            let one = Normalized.general(Normalized.removing(paths, from: answer.json))
            let two = Normalized.general(Normalized.removing(paths, from: real))
            body = Difference.sorted(one, exchange).isEquivalent(to: Difference.sorted(two, exchange))
        } else if volatile.contains("line") {
            let one = Normalized.table(answer.text)
            let two = Normalized.table(exchange.response)
            body = one.count == two.count && (exchange.path.contains("v") ? one.first == two.first : true)
        } else {
            body = Normalized.table(answer.text) == Normalized.table(exchange.response)
        }
        headers = Difference.headersAgree(answer, exchange)
    }

    /// A table whose request asks for no order, in an order of its own.
    private static func sorted(_ json: JSON, _ exchange: RecordedExchange) -> JSON {
        guard exchange.path.hasPrefix("/_cat/"), !exchange.path.contains("s="), let rows = json.array else {
            return json
        }
        return .array(rows.sorted { $0.text() < $1.text() })
    }

    private static func headersAgree(_ answer: SandboxResponse, _ exchange: RecordedExchange) -> Bool {
        let names = ["warning", "content-type", "allow", "location"]
        return names.allSatisfy { name in
            let one = answer.headers(name).joined(separator: ", ")
            let two = exchange.headers[name]?.string ?? ""
            switch name {
            case "allow": return Set(one.split(separator: ",")) == Set(two.split(separator: ","))
            case "location": return one.isEmpty == two.isEmpty
            default: return one == two
            }
        }
    }
}
