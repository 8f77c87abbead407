import Testing

@testable import SandboxElastic

/// `docs/sandbox-endpoints.md` is written from the tables that requests are answered by (`RECORD=1` writes it).
struct EndpointPageTests {
    private static let path =
        #filePath.split(separator: "/").dropLast(5).map { "/" + $0 }.joined() + "/docs/sandbox-endpoints.md"

    @Test func thePageIsWrittenFromTheTables() throws {
        let text = Self.text
        if environment("RECORD") != nil { try writeFile(Array(text.utf8), Self.path) }
        let kept = String(decoding: readFile(Self.path) ?? [], as: UTF8.self)
        #expect(kept == text, "RECORD=1 writes the page")
    }

    private static var text: String {
        let profiles = Profile.all.sorted { $0.name < $1.name }
        var rows: [String: [String: Set<String>]] = [:]
        var missing: [String: Set<String>] = [:]
        var needsSecurity: Set<String> = []
        for profile in profiles {
            let open = Set(RouteTable.routes(of: profile).map(\.pattern))
            let routes = RouteTable.routes(of: profile.secured)
            for route in routes where !route.isOlder {
                rows[route.pattern, default: [:]][route.method.rawValue, default: []].insert(profile.name)
                if !open.contains(route.pattern) { needsSecurity.insert("\(profile.name) \(route.pattern)") }
            }
            let known = KnownEndpoints(profile.secured, emulating: routes)
            for entry in KnownEndpoints.entries(of: profile) {
                if known.lacks(entry.method, entry.path) { missing[entry.path, default: []].insert(profile.name) }
            }
        }
        var text = """
            # What the sandbox emulates, by endpoint and profile

            This page is generated from the tables that requests are answered by; a test compares them. What is emulated
            of each endpoint, and where all of them differ from a real server, is in [the sandbox](sandbox.md). `_ccr` and
            `_security` are read in the documentation, and not seen on a real server; so is the security of `odfe-1.13`.
            `secure` means: if the cluster asks for users, by `+secure` or `security: true`.

            | endpoint | methods | \(profiles.map { "`\($0.name)`" }.joined(separator: " | ")) |
            |---|---|\(String(repeating: "---|", count: profiles.count))

            """
        for (pattern, methods) in rows.sorted(by: { $0.key < $1.key }) {
            for (list, names) in grouped(methods) {
                let marks = profiles.map { profile in
                    if !names.contains(profile.name) { return "" }
                    return needsSecurity.contains("\(profile.name) \(pattern)") ? "secure" : "yes"
                }
                text += "| `\(pattern)` | \(list) | \(marks.joined(separator: " | ")) |\n"
            }
        }
        text += """

            ## Endpoints that clients know, and that are not emulated

            A step that needs one of them fails with `sandbox/not-emulated`. So does any other path that begins like that of
            a plugin or a licensed part which the server has and the sandbox does not emulate, such as `/_plugins/_ism` or
            `/_ml`: it is not known what a real server takes there.

            | first name of the path | profiles | endpoints |
            |---|---|---|

            """
        let families = Dictionary(grouping: missing.keys.sorted()) { path in
            PathTrie<Int>.segments(of: path).first { !$0.hasPrefix("{") } ?? path
        }
        for (name, paths) in families.sorted(by: { $0.key < $1.key }) {
            let names = paths.reduce(into: Set<String>()) { $0.formUnion(missing[$1] ?? []) }.sorted()
            text += "| `\(name)` | \(names.joined(separator: ", ")) | \(paths.count) |\n"
        }
        text += """

            ## Responses of the recordings that are not compared

            | recording | requests | reason |
            |---|---|---|

            """
        for session in ReplayTests.sessions {
            let reasons = Dictionary(grouping: ReplayExceptions.reasons(session.version)) { $0.value }
                .map { (reason: $0.key, numbers: $0.value.map(\.key).sorted()) }
            for (reason, numbers) in reasons.sorted(by: { ($0.numbers.first ?? 0) < ($1.numbers.first ?? 0) }) {
                let list = numbers.map(String.init).joined(separator: ", ")
                text += "| \(session.version) | \(list) | \(reason) |\n"
            }
        }
        return text
    }

    /// Methods that the same profiles have, together.
    private static func grouped(_ methods: [String: Set<String>]) -> [(String, Set<String>)] {
        var found: [(methods: [String], profiles: Set<String>)] = []
        for (method, profiles) in methods.sorted(by: { $0.key < $1.key }) {
            if let place = found.firstIndex(where: { $0.profiles == profiles }) {
                found[place].methods.append(method)
            } else {
                found.append(([method], profiles))
            }
        }
        return found.map { ($0.methods.joined(separator: ", "), $0.profiles) }
    }
}
