import HTTPServer
import Testing
import ToolTesting

extension IntegrationTests {
    /// A secret that a server sends back appears nowhere, in no encoding.
    struct SecretTests {
        private static let secret = "pä \"ss\"/wö+rd&x=1%25"
        private static let password = "hunter2-is-longer"

        private static let document = Documents.document(
            Documents.fence(
                "console run id=write again=yes",
                "PUT /orders/_doc/${token}?routing=${token}\n{ \"token\": \"${token}\", \"all\": ${token} }")
                + Documents.fence("console run id=session again=yes", "POST /session\n{}")
                + Documents.fence("jq capture", "key! = .key\nlength = (.key | length)")
                + Documents.fence("console verify id=look within=2s every=1s", "GET /look/${key}")
                + Documents.fence("json expect", "{ \"never\": \"${token}\" }"),
            parameters: "  token: { type: string, secret: true }\n")

        /// An answer with all that was asked, as it came and decoded.
        @Sendable private static func echo(_ request: HTTPServer.Request) -> HTTPServer.Reply {
            if request.target == "/session" { return .json(#"{"key":"captured-0123456789"}"#, status: 201) }
            let body = String(decoding: request.body, as: UTF8.self)
            let headers = request.headers.map { "\(quoted($0.name)):\(quoted($0.value))" }.joined(separator: ",")
            return .json(
                """
                {"target":\(quoted(request.target)),"plain":\(quoted(secret)),"headers":{\(headers)},\
                "body":\(quoted(body)),"parsed":\(body.isEmpty ? "null" : body),"twice":\(quoted(quoted(secret))),\
                "base64":"\(base64(Array(secret.utf8)))","basic":"\(base64(Array("elastic:\(password)".utf8)))",\
                "padded":"\(base64(Array("x\(secret)y".utf8))) \(base64(Array("xx\(secret)y".utf8)))",\
                "key":\(request.method == "GET" ? "\"captured-0123456789\"" : "null")}
                """)
        }

        private static func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
        }

        private static func base64(_ bytes: [UInt8]) -> String {
            let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
            var text = ""
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let group = bytes[start..<min(start + 3, bytes.count)]
                let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
                for place in 0..<4 {
                    text += place > group.count ? "=" : String(digits[value >> (18 - 6 * place) & 63])
                }
            }
            return text
        }

        private static func percentEncoded(_ text: String) -> String {
            let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
            return text.utf8.map { byte in
                if plain.contains(byte) { return String(UnicodeScalar(byte)) }
                let digits = String(byte, radix: 16, uppercase: true)
                return "%" + (digits.count == 1 ? "0" : "") + digits
            }.joined()
        }

        /// What must be nowhere: the secrets as they are, and the middle of each encoding.
        private static let forms: [String: String] = [
            "plain": secret, "in JSON": String(quoted(secret).dropFirst().dropLast()),
            "in JSON in JSON": String(quoted(quoted(secret)).dropFirst(3).dropLast(3)),
            "percent-encoded": percentEncoded(secret), "base64": String(base64(Array(secret.utf8)).dropLast(4)),
            "base64 after one byte": String(base64(Array("x\(secret)".utf8)).dropFirst(4).dropLast(4)),
            "base64 after two bytes": String(base64(Array("xx\(secret)".utf8)).dropFirst(4).dropLast(4)),
            "password": password, "credentials": base64(Array("elastic:\(password)".utf8)),
            "captured": "captured-0123456789",
        ]

        @Test func areNowhere() async throws {
            try await FakeElastic.with {
                $0.target == "/" ? nil : Self.echo($0)
            } _: { fake in
                let folder = try fake.folder(
                    Self.document, more: "    user: elastic\n    password: { env: ES_PASSWORD }\n")
                let result = try await Tool.run(
                    ["exec", "test.md", "--env", "./fake.yaml", "--report", "report.md"], in: folder,
                    variables: ["ES_PASSWORD": Self.password, "RUNBOOK_PARAM_TOKEN": Self.secret])
                #expect(result.status == 1, "\(result.said)")
                let run = try #require(result.run)

                let sent = try #require(fake.requests.first)
                let encoded = Self.percentEncoded(Self.secret)
                #expect(sent.target == "/orders/_doc/\(encoded)?routing=\(encoded)")
                #expect(
                    String(decoding: sent.body, as: UTF8.self)
                        == "{ \"token\": \(Self.quoted(Self.secret)), \"all\": \(Self.quoted(Self.secret)) }\n")
                #expect(fake.lines.last == "GET /look/captured-0123456789")

                var places = ["output": result.output, "errors": result.errors]
                places["markdown"] = try await Tool.run(["report", run], in: folder).output
                places["json"] = try await Tool.run(["report", run, "--format", "json"], in: folder).output
                places["report.md"] = try folder.text("report.md")
                for name in TestFolder.names(in: folder.file("store")) where name.hasPrefix("runs") {
                    places[name] = try folder.text("store/\(name)")
                }
                #expect(places.keys.contains("runs.db"))
                #expect(places["markdown"]?.contains("***") == true)
                for (place, text) in places {
                    for (form, needle) in Self.forms {
                        #expect(!text.contains(needle), "a secret, \(form), is in \(place)")
                    }
                }
            }
        }
    }
}
