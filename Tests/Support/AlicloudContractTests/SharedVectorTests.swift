import AlicloudContract
import Foundation
import OrderedJSON
import Testing

/// All vectors that the shared folder has.
@Suite(.enabled(if: SharedVectors.folder != nil, "RUNBOOK_SHARED names no folder"))
struct SharedVectorTests {
    @Test(arguments: SharedVectors.named("v3-")) func signs(_ vector: SharedVector) {
        let input = vector.json["input"] ?? .null
        var headers = vector.parameters(input["headers"])
        var signed = headers.map { $0.name.lowercased() }
        if let list = vector.expected("signedHeaders") { signed = list.split(separator: ";").map(String.init) }
        if let token = input["securityToken"]?.string, !headers.contains(where: { $0.name == "x-acs-security-token" }) {
            headers.append(AcsParameter("x-acs-security-token", token))
        }
        let signature = AcsSignature(
            method: input["method"]?.string ?? "", path: input["canonicalURI"]?.string ?? "",
            query: vector.parameters(input["query"]), headers: headers, signed: signed,
            body: Array((input["body"]?.string ?? "").utf8))
        #expect(signature.canonicalRequest == vector.expected("canonicalRequest"))
        #expect(signature.stringToSign == vector.expected("stringToSign"))
        let secret = input["accessKeySecret"]?.string ?? ""
        #expect(signature.signature(secret: secret) == vector.expected("signature"))
        #expect(
            signature.authorization(keyID: input["accessKeyId"]?.string ?? "", secret: secret)
                == vector.expected("authorization"))
    }

    @Test(arguments: SharedVectors.named("v1-")) func signsOldRequests(_ vector: SharedVector) {
        let input = vector.json["input"] ?? .null
        let method = input["method"]?.string ?? ""
        let secret = input["accessKeySecret"]?.string ?? ""
        let query = vector.parameters(input["query"])
        if let path = input["path"]?.string {
            let text = LegacySignature.stringToSign(
                method: method, path: path, query: query, headers: vector.parameters(input["headers"]))
            #expect(text == vector.expected("stringToSign"))
            #expect(
                LegacySignature.authorization(
                    of: text, keyID: input["accessKeyId"]?.string ?? "", secret: secret)
                    == vector.expected("authorization"))
        } else {
            let text = LegacySignature.stringToSign(
                method: method, parameters: query + vector.parameters(input["form"]))
            #expect(text == vector.expected("stringToSign"))
            #expect(LegacySignature.signature(of: text, secret: secret) == vector.expected("signature"))
        }
    }

    @Test func thereAreVectors() {
        #expect(SharedVectors.named("v3-").count >= 4)
        #expect(SharedVectors.named("v1-").count >= 4)
    }
}

/// One vector.
struct SharedVector: Sendable, CustomTestStringConvertible {
    let name: String
    let json: JSON

    var testDescription: String { name }

    func expected(_ name: String) -> String? { json["expected"]?[name]?.string }

    func parameters(_ value: JSON?) -> [AcsParameter] {
        (value?.object ?? JSONObject()).map { AcsParameter($0.name, $0.value.string ?? $0.value.text()) }
    }
}

/// The folder of the vectors.
enum SharedVectors {
    static let folder = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"].map { "\($0)/reference/acs3" }

    static func named(_ prefix: String) -> [SharedVector] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.filter { $0.hasPrefix(prefix) }.sorted().compactMap { name in
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                let json = try? JSON(bytes: [UInt8](bytes))
            else { return nil }
            return SharedVector(name: name, json: json)
        }
    }
}
