import AlicloudContract
import Foundation
import OrderedJSON
import SandboxAlicloud
import SandboxWorld
import Testing

/// Requests of the official SDK, recorded on the wire.
@Suite(.enabled(if: Capture.folder != nil, "RUNBOOK_SHARED names no folder"))
struct CaptureTests {
    /// What the gateway says of who sends a request, and of its form.
    private static let refusals: Set<String> = [
        "InvalidAccessKeyId.NotFound", "InvalidTimeStamp.Format", "InvalidTimeStamp.Expired", "SignatureNonceUsed",
        "SignatureDoesNotMatch", "InvalidApi.NotFound", "InvalidSignatureMethod", "InvalidParameter.Format",
    ]

    @Test(arguments: Capture.all) func isAcceptedAtItsTime(_ capture: Capture) {
        let code = capture.code()
        #expect(!CaptureTests.refusals.contains(code), "\(code)")
        #expect(!code.hasPrefix("Missing") && !CaptureTests.isMalformed(code), "\(code)")
    }

    private static func isMalformed(_ code: String) -> Bool {
        code.hasPrefix("Invalid") && !code.contains(".")
    }

    @Test(arguments: Capture.all) func isRefusedLater(_ capture: Capture) {
        #expect(capture.code(at: Capture.moment + 901_000) == "InvalidTimeStamp.Expired")
        #expect(capture.code(at: Capture.moment - 901_000) == "InvalidTimeStamp.Expired")
    }

    @Test(arguments: Capture.all) func isRefusedTwice(_ capture: Capture) {
        let cloud = capture.cloud(allowsNonceReuse: false)
        #expect(capture.code(cloud) != "SignatureNonceUsed")
        #expect(capture.code(cloud) == "SignatureNonceUsed")
    }

    @Test(arguments: Capture.all) func isRefusedOfAnotherKey(_ capture: Capture) {
        let cloud = capture.cloud(keys: [AccessKey(id: "another", secret: "another")])
        #expect(capture.code(cloud) == "InvalidAccessKeyId.NotFound")
        let other = capture.cloud(keys: [AccessKey(id: capture.key.id, secret: capture.key.secret + "x")])
        #expect(capture.code(other) == "SignatureDoesNotMatch")
    }

    /// One byte after the other is changed in all that the signature covers.
    @Test(arguments: Capture.all) func isRefusedWhenAByteChanges(_ capture: Capture) {
        var accepted: [String] = []
        for (what, request) in capture.changes {
            let code = capture.code(request: request)
            let isRefused = ["SignatureDoesNotMatch", "InvalidTimeStamp.Format", "InvalidTimeStamp.Expired"]
                .contains(code)
            if !isRefused, !(what == "key" && code == "InvalidAccessKeyId.NotFound") {
                accepted.append("\(what): \(code)")
            }
        }
        #expect(accepted == [])
        #expect(capture.changes.count > 10)
    }

    @Test func thereAreCaptures() { #expect(Capture.all.count >= 20) }
}

/// A recorded request.
struct Capture: Sendable, CustomTestStringConvertible {
    static let folder = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"].map { "\($0)/reference/acs-captures" }
    /// 2026-01-02T03:04:05Z, when all of them were recorded.
    static let moment = 1_767_323_045_000

    let name: String
    let request: SandboxRequest
    let key: AccessKey

    var testDescription: String { name }

    static var all: [Capture] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.sorted().compactMap { name in
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                let json = try? JSON(bytes: [UInt8](bytes))
            else { return nil }
            let words = (json["requestLine"]?.string ?? "").split(separator: " ").map(String.init)
            let headers = (json["headers"]?.array ?? []).map {
                SandboxHeader($0[0]?.string ?? "", $0[1]?.string ?? "")
            }
            let credentials = json["credentials"]
            return Capture(
                name: name,
                request: SandboxRequest(
                    method: words[0], target: words[1], headers: headers,
                    body: Array((json["rawBody"]?.string ?? "").utf8)),
                key: AccessKey(
                    id: credentials?["accessKeyId"]?.string ?? "",
                    secret: credentials?["accessKeySecret"]?.string ?? ""))
        }
    }

    func cloud(keys: [AccessKey]? = nil, allowsNonceReuse: Bool = true) -> Cloud {
        Cloud(
            CloudSetup(
                places: [CloudSetup.Place(name: "cloud", region: "cn-hangzhou")], keys: keys ?? [key],
                allowsNonceReuse: allowsNonceReuse), now: SandboxInstant(milliseconds: Capture.moment), seed: 1)
    }

    /// The code of the answer; empty for a success.
    func code(_ cloud: Cloud? = nil, request: SandboxRequest? = nil, at moment: Int = Capture.moment) -> String {
        let response = (cloud ?? self.cloud()).respond(
            to: request ?? self.request, region: "cn-hangzhou", now: SandboxInstant(milliseconds: moment))
        return (try? JSON(bytes: response.body))?["Code"]?.string ?? ""
    }

    /// The request with one byte changed, in each place that the signature covers.
    var changes: [(String, SandboxRequest)] {
        var changes: [(String, SandboxRequest)] = []
        var other = request
        other.method = request.method == "POST" ? "PUT" : "POST"
        changes.append(("method", other))
        changes += texts(of: String(request.path)).dropFirst().map { text in
            var other = request
            other.target = text + (request.query.map { "?\($0)" } ?? "")
            return ("path", other)
        }
        let isOld = name.hasPrefix("legacy")
        for (index, parameter) in (AcsEncoding.parameters(request.query ?? "") ?? []).enumerated() {
            // A method of signing that nobody knows has a code of its own, and the key's name too.
            if isOld, ["SignatureMethod", "AccessKeyId"].contains(parameter.name) { continue }
            var parameters = AcsEncoding.parameters(request.query ?? "") ?? []
            parameters[index].value += "x"
            other = request
            other.target = "\(request.path)?\(AcsEncoding.canonical(parameters))"
            changes.append(("query \(parameter.name)", other))
        }
        if !isOld || !request.headers.contains(where: { $0.value.hasPrefix("acs ") }) {
            for index in request.body.indices {
                var other = request
                // Another digit or letter, so that a form stays one.
                other.body[index] = request.body[index] == UInt8(ascii: "q") ? UInt8(ascii: "w") : UInt8(ascii: "q")
                changes.append(("body \(index)", other))
            }
        }
        for index in request.headers.indices where isSigned(request.headers[index]) {
            var other = request
            other.headers[index].value += "x"
            changes.append(("header \(request.headers[index].name)", other))
        }
        if let index = request.headers.firstIndex(where: { $0.name == "Authorization" }) {
            var other = request
            let last = request.headers[index].value.last
            other.headers[index].value.removeLast()
            other.headers[index].value.append(last == "0" ? "1" : "0")
            changes.append(("signature", other))
        }
        return changes
    }

    /// The text with one letter changed after the other.
    private func texts(of text: String) -> [String] {
        text.indices.filter { text[$0].isLetter }.map { index in
            var other = text
            other.replaceSubrange(index...index, with: text[index] == "q" ? "w" : "q")
            return other
        }
    }

    private func isSigned(_ header: SandboxHeader) -> Bool {
        let authorization = request.header("authorization") ?? ""
        guard let list = authorization.split(separator: "SignedHeaders=").last?.split(separator: ",").first,
            authorization.contains("SignedHeaders=")
        else { return false }
        return list.split(separator: ";").contains { $0 == header.name.lowercased() }
    }
}
