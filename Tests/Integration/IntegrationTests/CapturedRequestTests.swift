import Foundation
import HTTPClient
import OrderedJSON
import Testing
import ToolTesting

/// Where the requests are; nil where nobody has them.
private let capturesFolder = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"].map {
    "\($0)/reference/acs-captures"
}

extension IntegrationTests {
    /// Requests of the official SDK, recorded on the wire and sent again as they are to `runbook sandbox`.
    @Suite(.enabled(if: capturesFolder != nil, "RUNBOOK_SHARED names no folder"))
    struct CapturedRequestTests {
        private static let options = ["--cloud", "cloud=cn-hangzhou", "--clock", "2026-01-02T03:04:05Z"]

        private struct Capture {
            let name: String
            let json: JSON

            var key: JSON {
                [
                    "access_key_id": json["credentials"]?["accessKeyId"] ?? "",
                    "access_key_secret": json["credentials"]?["accessKeySecret"] ?? "",
                ]
            }

            /// Sends it, its signed `Host` included.
            func code(at url: String) async throws -> String {
                let words = (json["requestLine"]?.string ?? "").split(separator: " ").map(String.init)
                let headers = (json["headers"]?.array ?? []).map {
                    HTTPClient.Header($0[0]?.string ?? "", $0[1]?.string ?? "")
                }
                let response = try await HTTPClient().send(
                    HTTPClient.Request(
                        method: words[0], url: url + words[1],
                        headers: headers.filter { $0.name.lowercased() != "content-length" },
                        body: words[0] == "GET" ? nil : Array((json["rawBody"]?.string ?? "").utf8)))
                return (try? JSON(bytes: response.body))?["Code"]?.string ?? ""
            }
        }

        private static func captures() throws -> [Capture] {
            let folder = try #require(capturesFolder)
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
                Capture(name: $0, json: try JSON(bytes: try TestFolder.bytes(of: "\(folder)/\($0)")))
            }
        }

        /// The codes of all captures, in a sandbox of its own.
        private func codes(_ options: [String], _ more: (TestFolder) throws -> [String]) async throws -> [String] {
            let folder = try TestFolder()
            let sandbox = try await RunningSandbox(options: Self.options + options + (try more(folder)), in: folder)
            let url = sandbox.announcement["clouds"]?["cloud"]?["url"]?.string ?? ""
            var codes: [String] = []
            for capture in try Self.captures() { codes.append(try await capture.code(at: url)) }
            await sandbox.stop()
            return codes
        }

        private func keys(in folder: TestFolder) throws -> [String] {
            let pairs = Set(try Self.captures().map { $0.key.text() }).sorted()
            return try pairs.enumerated().flatMap { number, text in
                try folder.write(text, to: "key-\(number).json")
                return ["--access-key-file", folder.file("key-\(number).json")]
            }
        }

        private static let refusals: Set<String> = [
            "InvalidAccessKeyId.NotFound", "InvalidTimeStamp.Format", "InvalidTimeStamp.Expired", "SignatureNonceUsed",
            "SignatureDoesNotMatch", "InvalidApi.NotFound", "IncompleteSignature", "MissingAccessKeyId",
        ]

        @Test func theyAreAcceptedAsTheyAre() async throws {
            let codes = try await codes(["--allow-nonce-reuse"], keys)
            #expect(codes.count >= 20)
            #expect(codes.filter { Self.refusals.contains($0) } == [], "\(codes)")
        }

        @Test func withoutTheOptionsTheyAreRefused() async throws {
            let unknown = try await codes(["--allow-nonce-reuse"]) { _ in [] }
            #expect(Set(unknown) == ["InvalidAccessKeyId.NotFound"])
            let again = try await codes([], keys)
            #expect(again.filter { $0 == "SignatureNonceUsed" }.count > again.count / 2, "\(again)")
        }

        @Test(arguments: [
            ("{ \"access_key_id\": \"a\" }", "`access_key_secret` is missing"),
            ("{ \"access_key_id\": \"a\", \"access_key_secret\": 5 }", "`access_key_secret` is not a text"),
            ("[]", "it is not a JSON object"), ("{ \"access_key_id\": top-secret", "sandbox/access-key"),
        ])
        func aFileWithoutAKeyPairIsRefused(text: String, message: String) async throws {
            let folder = try TestFolder()
            try folder.write(text, to: "key.json")
            let result = try await Tool.run(
                ["sandbox"] + Self.options + ["--access-key-file", "key.json"], in: folder)
            #expect(result.status == 64, "\(result.said)")
            #expect(result.said.contains(message), "\(result.said)")
            #expect(!result.said.contains("top-secret"))
        }
    }
}
