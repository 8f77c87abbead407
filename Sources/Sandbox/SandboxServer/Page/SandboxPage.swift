import HTTPServer
import OrderedJSON
import SandboxWorld

/// A page for people that shows what is in a sandbox, and what lets packets through or stops them.
///
/// It only reads. Nothing is loaded from elsewhere, and only its own style sheet and script may run: the policy names a
/// word for them that is new for each response. Whatever clients put into the sandbox stays text (`PageText`).
struct SandboxPage: Sendable {
    private let world: SandboxWorld
    private let url: @Sendable (String) -> String?

    init(_ world: SandboxWorld, url: @escaping @Sendable (String) -> String?) {
        self.world = world
        self.url = url
    }

    /// The page with the headers that protect it.
    var response: HTTPServer.Response {
        let nonce = RandomText.hexadecimal()
        let policy =
            "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; connect-src 'self'; "
            + "img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        let headers = [
            ("content-type", "text/html; charset=utf-8"), ("content-security-policy", policy),
            ("cache-control", "no-store"), ("referrer-policy", "no-referrer"), ("x-content-type-options", "nosniff"),
        ]
        return HTTPServer.Response(
            status: 200, headers: headers.map { HTTPServer.Header($0.0, $0.1) }, body: Array(text(nonce: nonce).utf8))
    }

    private func text(nonce: String) -> String {
        let connections = PageConnections.all(of: world)
        let networks = world.pictures(connections).map { PageNetwork($0).text }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>Sandbox</title>
            <style nonce="\(nonce)">\(PageStyle.text)</style>
            </head>
            <body>
            <main>
            <h1>Sandbox</h1>
            <p class="faint"><span id="state">Nothing here is real.</span> \(time)</p>
            \(systems(connections))
            \(networks)
            \(requests)
            </main>
            <script nonce="\(nonce)">\(PageScript.text)</script>
            </body>
            </html>

            """
    }

    private var time: String {
        let kind = world.clock.kind == .virtual ? "Virtual time" : "Time"
        let seconds = world.clock.now.milliseconds / 1000 % 86_400
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
        return "\(kind): \(parts.joined(separator: ":")) UTC."
    }

    private func systems(_ connections: [PictureConnection]) -> String {
        let rows = world.systems.map { system in
            let own = connections.filter { $0.system == system.name }.map { connection in
                let state =
                    connection.isConnected
                    ? "<span class=\"yes\">connected</span>" : "<span class=\"no\">not connected</span>"
                let place = connection.address.map { " at \(PageText.code($0.description))" } ?? ""
                return
                    "<p>\(PageText.code(connection.name)) \(state)\(place) (\(PageText.escaped(connection.mode)))</p>"
            }
            let faults = world.faults.isRefusing(system.name) ? "<p class=\"no\">refuses connections (fault)</p>" : ""
            return "<tr><td><b>\(PageText.escaped(system.name))</b></td><td>\(PageText.escaped(system.kind)) "
                + "\(PageText.escaped(system.profile))</td><td>\(PageText.code(url(system.name) ?? ""))</td>"
                + "<td>\(own.joined())\(faults)</td></tr>"
        }
        return "<h2>Systems</h2><table><tr><th>name</th><th>what</th><th>address</th><th>remote clusters</th></tr>"
            + rows.joined() + "</table>"
    }

    private var requests: String {
        let missing = world.log.notEmulated.prefix(20).map { "<li>\(PageText.code($0))</li>" }
        let count = world.log.count
        return "<h2>Requests</h2><p>\(count) \(count == 1 ? "request" : "requests") until now.</p>"
            + (missing.isEmpty ? "" : "<p class=\"no\">Not emulated:</p><ul>\(missing.joined())</ul>")
    }
}
