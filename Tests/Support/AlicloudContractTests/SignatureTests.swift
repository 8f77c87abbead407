import AlicloudContract
import Testing

/// Signatures that the documentation prints, and ones of our own that `openssl dgst` agrees with.
struct SignatureTests {
    @Test func signsAsTheDocumentationDoes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let headers = [
            AcsParameter("host", "ecs.cn-shanghai.aliyuncs.com"), AcsParameter("x-acs-action", "RunInstances"),
            AcsParameter("x-acs-version", "2014-05-26"), AcsParameter("x-acs-date", "2023-10-26T10:22:32Z"),
            AcsParameter("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d"),
            AcsParameter("x-acs-content-sha256", empty),
        ]
        let signature = AcsSignature(
            method: "POST", path: "/",
            query: [
                AcsParameter("RegionId", "cn-shanghai"),
                AcsParameter("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
            ], headers: headers, signed: headers.map(\.name), body: [])
        #expect(
            signature.authorization(keyID: "YourAccessKeyId", secret: "YourAccessKeySecret")
                == "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;"
                + "x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0")
    }

    @Test func signsOldRequestsAsTheDocumentationDoes() {
        let parameters = [
            AcsParameter("Timestamp", "2016-02-23T12:46:24Z"), AcsParameter("Format", "XML"),
            AcsParameter("AccessKeyId", "testid"), AcsParameter("Action", "DescribeRegions"),
            AcsParameter("SignatureMethod", "HMAC-SHA1"),
            AcsParameter("SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"),
            AcsParameter("Version", "2014-05-26"), AcsParameter("SignatureVersion", "1.0"),
            AcsParameter("Signature", "is left out"),
        ]
        let text = LegacySignature.stringToSign(method: "GET", parameters: parameters)
        #expect(LegacySignature.signature(of: text, secret: "testsecret") == "OLeaidS1JvxuMvnyHOwuJ+uX5qY=")
    }

    @Test(arguments: [
        ("a b", "a%20b"), ("a*b", "a%2Ab"), ("~-_.", "~-_."), ("a/b?c=d&e", "a%2Fb%3Fc%3Dd%26e"), ("é", "%C3%A9"),
        ("+", "%2B"), ("", ""),
    ])
    func encodesWhatIsSigned(text: String, encoded: String) {
        #expect(AcsEncoding.encoded(text) == encoded)
        #expect(AcsEncoding.decoded(encoded) == text)
    }

    @Test(arguments: ["%", "%2", "%zz", "%C3", "a%-1"])
    func refusesBrokenSequences(text: String) {
        #expect(AcsEncoding.decoded(text) == nil)
    }

    @Test func sortsByBytesAndKeepsEmptyValues() {
        let parameters = [
            AcsParameter("b", "1"), AcsParameter("B", "2"), AcsParameter("a", ""), AcsParameter("a.10", "x"),
            AcsParameter("a.2", "y"),
        ]
        #expect(AcsEncoding.canonical(parameters) == "B=2&a=&a.10=x&a.2=y&b=1")
    }

    @Test func aHeaderThatIsThereTwiceIsSignedWithBothValues() {
        let headers = [AcsParameter("X-Acs-Tag", " b "), AcsParameter("host", "h"), AcsParameter("x-acs-tag", "a")]
        let signature = AcsSignature(
            method: "GET", path: "", query: [], headers: headers, signed: ["x-acs-tag", "host"], body: [])
        #expect(signature.canonicalRequest.hasPrefix("GET\n/\n\nhost:h\nx-acs-tag:a,b\n\nhost;x-acs-tag\n"))
    }
}
