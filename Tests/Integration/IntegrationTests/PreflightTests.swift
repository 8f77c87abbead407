import HTTPServer
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// What is found out before the first step; then nothing but `GET /` was sent.
    struct PreflightTests {
        private static let document = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"to\": \"${search.transport}\" }")
        )
        private static let plain = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))

        private func expectRefusal(
            _ words: String..., status: Int32 = 2, at fake: FakeElastic? = nil, in folder: TestFolder,
            _ arguments: [String] = []
        ) async throws {
            let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"] + arguments, in: folder)
            #expect(result.status == status, "\(result.said)")
            for word in words { #expect(result.errors.contains(word), "\(result.said)") }
            #expect(fake?.lines.isEmpty ?? true)
            // A run that never began is not a run.
            #expect(try await Tool.run(["runs"], in: folder).output == "no runs yet\n")
        }

        @Test func aPropertyIsMissing() async throws {
            try await FakeElastic.with { fake in
                try await expectRefusal("transport", "`write`", at: fake, in: fake.folder(Self.document))
            }
        }

        /// A target of an alternative is demanded of the environment where it is chosen.
        @Test func aTargetOfTheChoiceIsMissing() async throws {
            let document = Documents.document(
                Documents.fence("console run on=search if=by:search again=yes", "PUT /orders/_doc/1\n{}")
                    + Documents.fence(
                        "console run id=elsewhere on=other if=by:other again=yes", "PUT /orders/_doc/1\n{}"),
                parameters: "  by: { enum: [search, other], default: other }\n",
                targets: "  other: { kind: elasticsearch, description: another cluster }\n"
            ).replacing("## Steps on search", with: "## Steps on search or on other")
            try await FakeElastic.with { fake in
                let folder = try fake.folder(document)
                try await expectRefusal(
                    "[environment/missing-target]", "has no target `other`, which the step `elsewhere` acts on",
                    "choose another alternative", at: fake, in: folder)
                let result = try await Tool.run(
                    ["exec", "test.md", "--env", "./fake.yaml", "-p", "by=search"], in: folder)
                #expect(result.status == 0, "\(result.said)")
            }
        }

        /// Nothing is sent where a value would make a path of something else of it.
        @Test(arguments: ["''", ".", "..", "a/../b"])
        func aValueThatIsNoPartOfAPath(value: String) async throws {
            let document = Documents.document(
                Documents.fence("console run again=yes", "PUT /orders-1\nDELETE /${prefix}*"),
                parameters: "  prefix: { type: string, default: \(value) }")
            try await FakeElastic.with { fake in
                try await expectRefusal(
                    "[value/unfit]", "`prefix`", "the parameter's `default`", at: fake, in: fake.folder(document))
            }
        }

        /// The address in a command is compared before anything is sent, not when its step's turn has come.
        @Test func aCommandNamesAnotherServer() async throws {
            let document = Documents.document(
                Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{}")
                    + Documents.fence("sh run id=second again=yes", "curl -XDELETE https://es.example.com:9200/orders"))
            try await FakeElastic.with { fake in
                try await expectRefusal(
                    "[curl/host]",
                    "contains the address https://es.example.com:9200, but the target `search` is at \(fake.url)",
                    "--> test.md:", at: fake, in: fake.folder(document))
            }
        }

        @Test func nobodyListens() async throws {
            let folder = try await FakeElastic.closed(Self.plain)
            try await expectRefusal("search", "127.0.0.1", status: 7, in: folder)
        }

        @Test func nobodyAnswers() async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { _ in
                await turnstile.pass()
                return nil
            } _: { fake in
                let began = ContinuousClock.now
                try await expectRefusal("search", status: 7, at: fake, in: fake.folder(Self.plain))
                #expect(began.duration(to: .now) < .seconds(30))
                turnstile.open()
            }
        }

        @Test(arguments: [
            ("<html>It works!</html>", 200), (#"{"ok":true}"#, 200), ("", 404), (#"{"error":"unauthorized"}"#, 401),
            (#"{"error":"forbidden"}"#, 403), ("teapot", 503),
        ])
        func itIsNoElasticsearch(_ body: String, _ status: Int) async throws {
            try await FakeElastic.with { request in
                request.target == "/" ? .json(body, status: status) : nil
            } _: { fake in
                try await expectRefusal("search", status: 7, at: fake, in: fake.folder(Self.plain))
            }
        }

        @Test func answersThatAreNoHTTP() async throws {
            for reply in [HTTPServer.Reply.garbage(Array("SSH-2.0-OpenSSH\r\n".utf8)), .close, .reset] {
                try await FakeElastic.with { _ in
                    reply
                } _: { fake in
                    try await expectRefusal("search", status: 7, at: fake, in: fake.folder(Self.plain))
                }
            }
        }

        @Test func theCertificateIsUnknown() async throws {
            let folder = try TestFolder()
            try folder.write(Self.plain, to: "test.md")
            let made = try await Process.run(
                ProcessCommand(
                    "openssl",
                    [
                        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
                        "key.pem", "-out", "cert.pem",
                    ], directory: folder.path))
            try #require(made.isSuccess)
            let server = try await ChildProcess.start(
                ProcessCommand(
                    "openssl",
                    ["s_server", "-www", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem"],
                    directory: folder.path, output: .stream(limit: 1 << 16)))
            var port: Substring?
            while port == nil, let line = try await server.readLine() {
                port = String(decoding: line, as: UTF8.self).firstMatch(of: /^ACCEPT .*:(\d+)/)?.output.1
            }
            func environment(_ more: String) throws {
                try folder.write(
                    """
                    environment: { version: 1 }
                    targets:
                      search: { kind: elasticsearch, url: "https://localhost:\(port ?? "")"\(more) }

                    """, to: "fake.yaml")
            }
            try environment("")
            try await expectRefusal("certificate", status: 7, in: folder)
            // The certificate is known, and what answers is no Elasticsearch.
            try environment(", tls: { ca: cert.pem }")
            try await expectRefusal("search", status: 7, in: folder)
            try environment(", tls: { verify: false }")
            try await expectRefusal("search", status: 7, in: folder)
            server.stop(.closed)
            _ = await server.result()
        }

        @Test func twoNamesAreOneCluster() async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes on=search", "PUT /orders/_doc/1\n{}")
                    + Documents.fence("console verify id=look on=other", "GET /orders"),
                targets: "  other: { kind: elasticsearch, description: another cluster }\n")
            try await FakeElastic.with { fake in
                let port = fake.url.split(separator: ":").last ?? ""
                let more = "  other:\n    kind: elasticsearch\n    url: http://localhost:\(port)\n"
                let folder = try fake.folder(document, more: more)
                try await expectRefusal("`search`", "`other`", "same", at: fake, in: folder)
            }
        }

        @Test func theVersionIsTooOld() async throws {
            let document = Self.plain.replacing(
                "kind: elasticsearch,", with: "kind: elasticsearch, version: \">=7.10\",")
            try await FakeElastic.with { fake in
                try await expectRefusal("7.10", "7.0.0", status: 7, at: fake, in: fake.folder(document))
            }
            let folder = try TestFolder()
            try folder.write(document.replacing(">=7.10", with: ">=9.0"), to: "test.md")
            let result = try await Tool.run(["exec", "test.md"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect(result.errors.contains("the sandbox has no profile `>=9.0`"))
        }

        @Test func anUnknownEnvironmentIsToldWithThoseThereAre() async throws {
            try await FakeElastic.with { fake in
                let folder = try fake.folder(Self.plain)
                let text = try folder.text("fake.yaml")
                try folder.write(text, to: "environments/staging.yaml")
                try folder.write(text, to: "config/runbook/environments/live.yaml")
                let result = try await Tool.run(["exec", "test.md", "--env", "stagging"], in: folder)
                #expect(result.status == 2)
                #expect(result.errors.contains("`staging`"))
                #expect(result.errors.contains("`live`"))
                #expect(try await Tool.run(["exec", "test.md", "--env", "staging"], in: folder).status == 0)
                #expect(try await Tool.run(["exec", "test.md", "--env", "live"], in: folder).status == 0)
            }
        }

        @Test func aProtectedEnvironmentWantsItsName() async throws {
            try await FakeElastic.with { fake in
                let folder = try fake.folder(Self.plain, head: "version: 1, protected: true")
                for arguments in [[], ["--yes"]] {
                    let result = try await Tool.run(
                        ["exec", "test.md", "--env", "./fake.yaml"] + arguments, in: folder, input: "fake\n")
                    #expect(result.status == 3, "\(result.said)")
                    #expect(result.errors.contains("protected"))
                }
                #expect(fake.lines.isEmpty)
            }
        }
    }
}
