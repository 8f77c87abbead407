import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel
import Testing

@testable import ElasticClient

@Suite struct ConsoleProxyAddressTests {
    private let proxy = ConsoleProxyAddress(kibana: "https://kibana.example.com/base", space: nil)

    @Test(
        arguments: [
            (nil, "https://k/base"), ("default", "https://k/base"), ("ops", "https://k/base/s/ops"),
        ] as [(String?, String)])
    func knowsWhereTheConsoleIs(space: String?, root: String) {
        #expect(ConsoleProxyAddress(kibana: "https://k/base", space: space).root == root)
    }

    /// `pretty` stands in front, for Dashboards looks for `?pretty` and nothing else; no value holds a `+`.
    @Test(
        arguments: [
            ("/", nil, "/?pretty=false"),
            ("/a%2Fb/_doc/1", nil, "/a%2Fb/_doc/1?pretty=false"),
            ("/a", "x=1&y=a+b", "/a?pretty=false&x=1&y=a%20b"),
            ("/a", "x=a%2Bb&pretty", "/a?pretty&x=a%2Bb"),
            ("/a", "v&pretty=true&h=i", "/a?pretty=true&v&h=i"),
            ("/a", "prettyplease=1", "/a?pretty=false&prettyplease=1"),
        ] as [(String, String?, String)])
    func wrapsARequest(path: String, query: String?, inner: String) throws {
        let wrapped = proxy.wrapped(ElasticRequest(method: "GET", path: path, query: query, body: "{}\n"))
        #expect(wrapped.method == "POST")
        #expect(wrapped.path == "/api/console/proxy")
        #expect(wrapped.body == "{}\n")
        let parts = try #require(wrapped.query).split(separator: "&")
        #expect(parts.count == 2)
        #expect(parts.last == "method=GET")
        #expect(PercentDecoding.decoded(parts[0].dropFirst("path=".utf8.count)) == inner)
        #expect(!parts[0].contains("/") && !parts[0].contains("?"))
    }

    @Test func leavesValuesOfAShownCommandReadable() {
        let wrapped = proxy.wrapped(ElasticRequest(method: "GET", path: "/${index}/_doc/a b", query: nil))
        #expect(wrapped.query?.hasPrefix("path=%2F${index}%2F_doc%2Fa%20b%3F") == true)
    }
}

/// Decoding as a server does it once.
enum PercentDecoding {
    static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
