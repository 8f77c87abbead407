import Testing

@testable import SandboxElastic

struct PathTrieTests {
    private static let trie: PathTrie<String> = {
        var trie = PathTrie<String>()
        for path in ["/_search", "/{index}", "/{index}/_search", "/{index}/{type}", "/{index}/_doc/{id}"] {
            trie.insert(path, default: path) { _ in }
        }
        return trie
    }()

    @Test(arguments: [
        ("/_search", "/_search"), ("/twitter", "/{index}"), ("/twitter/", "/{index}"),
        ("/twitter/_search", "/{index}/_search"), ("/twitter/doc", "/{index}/{type}"),
        ("/_cat/nope", "/{index}/{type}"), ("//twitter", "/{index}/{type}"),
        ("/twitter/_doc/1", "/{index}/_doc/{id}"), ("/twitter/_doc", "/{index}/{type}"),
    ])
    func firstCandidate(path: String, expected: String) {
        #expect(PathTrieTests.trie.candidates(for: path).first == expected)
    }

    @Test func aNameHidesThePlaceholderBesideIt() {
        #expect(!PathTrieTests.trie.candidates(for: "/_search").contains("/{index}"))
    }

    @Test func anUnknownPathHasNone() {
        #expect(PathTrieTests.trie.candidates(for: "/a/b/c/d").isEmpty)
    }
}
