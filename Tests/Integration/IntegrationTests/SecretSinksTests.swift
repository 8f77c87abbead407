import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// A secret that a server sends back is in no sink, wherever it sends it and however much of it is cut.
    struct SecretSinksTests {
        private static let password = "S3cretPassw0rdXYZ"

        /// What a server answers, to whom.
        struct Echo: Sendable {
            /// The answer to the look before a run; nil: an ordinary one.
            var root: (@Sendable () -> HTTPServer.Reply)?
            /// The answer to the step.
            var step: @Sendable () -> HTTPServer.Reply = { .json(#"{"acknowledged":true}"#) }
            /// What stands below the request.
            var checks = ""
            var parameters = ""
            var body = "1"
            var variables: [String: String] = [:]
            /// What must be nowhere.
            var hidden = ["S3cr", "UzNjcmV0", "53336372"]
        }

        private static func greeting(_ name: String, version: String = "7.10.2") -> HTTPServer.Reply {
            .json(
                #"{"name":"n","cluster_name":"\#(name)","cluster_uuid":"\#(name)","version":{"number":"\#(version)"},"tagline":"\#(name)"}"#
            )
        }

        static let echoes: [String: Echo] = [
            "its product": Echo(root: { greeting(password) }),
            "its version": Echo(root: { greeting("x", version: "7.10.2-\(password)") }),
            "a gateway before the run": Echo(root: { .json("gone: \(password)", status: 502) }),
            "a refusal before the run": Echo(root: {
                .json(#"{"error":{"reason":"\#(password)"},"status":401}"#, status: 401)
            }),
            "no cluster": Echo(root: { .json(#"{"hello":"\#(password)"}"#) }),
            "a redirect before the run": Echo(root: {
                .json("", status: 302, headers: [.init("Location", "http://x/?\(password)")])
            }),
            "the end of an excerpt": Echo(step: {
                .json(String(repeating: "x", count: 112) + password, status: 502)
            }),
            "an excerpt in JSON": Echo(step: {
                .json(String(repeating: "x", count: 110) + #"\u0053"# + password.dropFirst(), status: 502)
            }),
            "an error of a filter": Echo(
                step: { .json(#"{"a":"\#(password)"}"#) }, checks: Documents.fence("jq assert", ".a + 1 == 2")),
            "an error of a capture": Echo(
                step: { .json(#"{"a":"\#(password)"}"#) }, checks: Documents.fence("jq capture", "n = (.a | fromjson)")),
            "what was expected": Echo(
                step: { .json(#"{"a":"\#(password)"}"#) }, checks: Documents.fence("json expect", #"{ "a": "b" }"#)),
            "a header": Echo(
                step: {
                    .json(
                        #"{"error":{"reason":"no"},"status":400}"#, status: 400,
                        headers: [.init("Warning", "299 x \"\(password)\"")])
                }, checks: Documents.fence("jq assert", "($headers | tostring) == \"\"")),
            "the names of an object": Echo(
                step: { .json(#"{"k":"OBJKEY99","v":"OBJVAL99"}"#, status: 400) },
                parameters: "  o: { type: object, secret: true }\n", body: "${o}",
                variables: ["RUNBOOK_PARAM_O": #"{"OBJKEY99":"OBJVAL99"}"#], hidden: ["OBJKEY99", "OBJVAL99"]),
            "invisible characters between": Echo(
                step: {
                    .json(password.map { "\($0)\u{200B}" }.joined(), status: 400)
                }, hidden: ["S\u{200B}3\u{200B}c", #"S\u{200b}3\u{200b}c"#]),
        ]

        @Test(arguments: echoes.keys.sorted())
        func isInNoSink(_ place: String) async throws {
            let echo = try #require(Self.echoes[place])
            let document = Documents.document(
                Documents.fence(
                    "console run id=r again=yes timeout=2s retry=0", "POST /a/_doc\n{ \"n\": \(echo.body) }")
                    + echo.checks, parameters: echo.parameters)
            try await FakeElastic.with { request in
                request.target == "/" ? echo.root?() : echo.step()
            } _: { fake in
                let folder = try fake.folder(document, more: "    user: elastic\n    password: { env: ES_PASSWORD }\n")
                let variables = echo.variables.merging(["ES_PASSWORD": Self.password]) { $1 }
                var sinks: [String] = []
                for arguments in [["exec"], ["plan", "--probe"]] {
                    let result = try await Tool.run(
                        arguments + ["test.md", "--env", "./fake.yaml"], in: folder, variables: variables)
                    sinks.append(result.output + result.errors)
                }
                if let run = try await Tool.run(["runs"], in: folder).run {
                    for format in ["markdown", "json", "junit"] {
                        sinks.append(try await Tool.run(["report", run, "--format", format], in: folder).output)
                    }
                }
                for name in TestFolder.names(in: folder.file("store")) where name.hasPrefix("runs") {
                    sinks.append(String(decoding: try folder.read("store/\(name)"), as: UTF8.self))
                }
                for (index, sink) in sinks.enumerated() {
                    for form in echo.hidden {
                        #expect(!sink.contains(form), "\(place), sink \(index): \(sink.suffix(800))")
                    }
                }
            }
        }

        /// The parts of an encoded token stand beside it in the answer; nobody asks for them.
        @Test(arguments: [
            ("", ["T0K3N-P4RT", "other-secret"]), (Documents.fence("json expect", #"{ "name": "x" }"#), ["T0K3N-P4RT"]),
        ])
        func whatNobodyAsksForIsNotKept(checks: String, hidden: [String]) async throws {
            let document = Documents.document(
                Documents.fence("console run id=key again=yes", "POST /_security/api_key\n{ \"name\": \"x\" }") + checks
                    + Documents.fence("jq capture", "token! = .encoded\nid = .id")
                    + Documents.fence(
                        "console run id=use again=yes", "PUT /use/_doc/1\n{ \"auth\": \"ApiKey ${token}\" }"))
            try await FakeElastic.with { request in
                guard request.target == "/_security/api_key" else { return nil }
                return .json(
                    #"{"id":"VuaCfGcBCdbkQm-e5aOx","name":"x","api_key":"T0K3N-P4RT","more":{"key":"other-secret"},"encoded":"VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6VDBLM04tUDRSVA=="}"#
                )
            } _: { fake in
                let folder = try fake.folder(document)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                let run = try #require(try await Tool.run(["runs"], in: folder).run)
                var sinks = [result.output + result.errors]
                for format in ["markdown", "json", "junit"] {
                    sinks.append(try await Tool.run(["report", run, "--format", format], in: folder).output)
                }
                #expect(sinks[2].contains("VuaCfGcBCdbkQm-e5aOx"), "what is captured in the open is kept")
                for name in TestFolder.names(in: folder.file("store")) where name.hasPrefix("runs") {
                    sinks.append(String(decoding: try folder.read("store/\(name)"), as: UTF8.self))
                }
                for (index, sink) in sinks.enumerated() {
                    for text in hidden + ["VDBLM04t", "other-secret"] {
                        #expect(!sink.contains(text), "sink \(index): \(text)")
                    }
                }
            }
        }
    }
}
