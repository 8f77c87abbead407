import OrderedJSON
import SandboxWorld
import Testing

@testable import SandboxElastic

/// Searches look into tables of terms and numbers; they find what is found by looking at each document.
struct SearchTableTests {
    private struct Document {
        var words: [String]
        var tag: String
        var number: Int
        var ratio: Double

        static func random(_ generator: inout SeededGenerator) -> Document {
            func word(_ generator: inout SeededGenerator) -> String {
                ["red", "green", "blue", "grey"].randomElement(using: &generator) ?? ""
            }
            let count = Int.random(in: 1...5, using: &generator)
            return Document(
                words: (0..<count).map { _ in word(&generator) }, tag: word(&generator),
                number: Int.random(in: 0...20, using: &generator),
                ratio: Double(Int.random(in: 0...8, using: &generator)) / 4)
        }

        var body: String {
            #"{"t":"\#(words.joined(separator: " "))","k":"\#(tag)","n":\#(number),"r":\#(ratio),"b":\#(number > 9)}"#
        }
    }

    private struct Question: Sendable {
        let query: String
        let finds: @Sendable (String, Document) -> Bool
    }

    private static let questions: [Question] = [
        Question(query: #"{"match_all":{}}"#) { _, _ in true },
        Question(query: #"{"match_none":{}}"#) { _, _ in false },
        Question(query: #"{"match":{"t":"red blue"}}"#) { $1.words.contains("red") || $1.words.contains("blue") },
        Question(query: #"{"match":{"t":{"query":"red blue","operator":"and"}}}"#) {
            $1.words.contains("red") && $1.words.contains("blue")
        },
        Question(query: #"{"match_phrase":{"t":"red blue"}}"#) {
            zip($1.words, $1.words.dropFirst()).contains { $0 == ("red", "blue") }
        },
        Question(query: #"{"term":{"k":"red"}}"#) { $1.tag == "red" },
        Question(query: #"{"terms":{"k":["red","grey","pink"]}}"#) { ["red", "grey"].contains($1.tag) },
        Question(query: #"{"term":{"b":true}}"#) { $1.number > 9 },
        Question(query: #"{"term":{"n":7}}"#) { $1.number == 7 },
        Question(query: #"{"terms":{"n":[1,2]}}"#) { [1, 2].contains($1.number) },
        Question(query: #"{"term":{"r":0.5}}"#) { $1.ratio == 0.5 },
        Question(query: #"{"range":{"n":{"gt":3,"lte":11}}}"#) { 4...11 ~= $1.number },
        Question(query: #"{"range":{"r":{"gte":0.5,"lt":1.25}}}"#) { $1.ratio >= 0.5 && $1.ratio < 1.25 },
        Question(query: #"{"range":{"k":{"gte":"green","lt":"red"}}}"#) { ["green", "grey"].contains($1.tag) },
        Question(query: #"{"prefix":{"k":"gre"}}"#) { $1.tag.hasPrefix("gre") },
        Question(query: #"{"wildcard":{"t":"*e?"}}"#) { $1.words.contains { ["red", "grey", "green"].contains($0) } },
        Question(query: #"{"ids":{"values":["1","5","9","none"]}}"#) { id, _ in ["1", "5", "9"].contains(id) },
        Question(query: #"{"bool":{"must":[{"match":{"t":"red"}}],"filter":[{"term":{"k":"blue"}}]}}"#) {
            $1.words.contains("red") && $1.tag == "blue"
        },
        Question(query: #"{"bool":{"should":[{"term":{"k":"blue"}},{"range":{"n":{"gte":15}}}]}}"#) {
            $1.tag == "blue" || $1.number >= 15
        },
        Question(
            query: #"{"bool":{"must_not":[{"term":{"k":"blue"}}],"should":[{"term":{"n":3}},{"match":{"t":"grey"}}]}}"#
        ) { $1.tag != "blue" && ($1.number == 3 || $1.words.contains("grey")) },
        Question(
            query: #"{"bool":{"should":[{"term":{"k":"red"}},{"term":{"b":true}}],"minimum_should_match":2}}"#
        ) { $1.tag == "red" && $1.number > 9 },
        Question(query: #"{"dis_max":{"queries":[{"term":{"k":"red"}},{"match":{"t":"red"}}]}}"#) {
            $1.tag == "red" || $1.words.contains("red")
        },
        Question(query: #"{"constant_score":{"filter":{"term":{"k":"red"}}}}"#) { $1.tag == "red" },
        Question(query: #"{"query_string":{"query":"t:red -k:blue"}}"#) {
            $1.words.contains("red") && $1.tag != "blue"
        },
    ]

    /// Writes, overwrites and deletes documents; what is not refreshed yet is seen as it was.
    @Test(arguments: 0..<4)
    func findWhatIsThere(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let clusters = TwoClusters()
        clusters.send(
            "PUT", "/i",
            #"{"settings":{"number_of_shards":\#(seed % 2 + 1),"refresh_interval":-1},"mappings":{"properties":{"n":{"type":"integer"},"r":{"type":"double"},"t":{"type":"text"},"k":{"type":"keyword"},"b":{"type":"boolean"}}}}"#
        )
        var written: [String: Document] = [:]
        for _ in 0..<4 {
            for _ in 0..<60 {
                let id = String(Int.random(in: 0..<90, using: &generator))
                if Int.random(in: 0..<5, using: &generator) == 0 {
                    clusters.send("DELETE", "/i/_doc/\(id)")
                    written[id] = nil
                } else {
                    let document = Document.random(&generator)
                    clusters.send("PUT", "/i/_doc/\(id)", document.body)
                    written[id] = document
                }
            }
            clusters.send("POST", "/i/_refresh")
            let seen = written
            // Not refreshed before the questions.
            clusters.send("DELETE", "/i/_doc/5")
            clusters.send("PUT", "/i/_doc/9", Document.random(&generator).body)
            for question in Self.questions { try check(question, seen, clusters) }
            written["5"] = nil
            clusters.send("DELETE", "/i/_doc/9")
            written["9"] = nil
        }
    }

    private func check(_ question: Question, _ seen: [String: Document], _ clusters: TwoClusters) throws {
        let wanted = seen.filter { question.finds($0.key, $0.value) }.keys.sorted()
        let body = #"{"size":1000,"query":\#(question.query)}"#
        let hits = try #require(clusters.send("POST", "/i/_search", body).json["hits"])
        let found = hits["hits"]?.array ?? []
        #expect(found.compactMap { $0["_id"]?.string }.sorted() == wanted, "\(question.query)")
        #expect(hits["total"]?["value"]?.int == wanted.count, "\(question.query)")
        let count = clusters.send("POST", "/i/_count", #"{"query":\#(question.query)}"#).json["count"]
        #expect(count?.int == wanted.count, "\(question.query)")
        // A few are the first of all, whatever they are ordered by.
        for sort in ["", #","sort":[{"n":"desc"}]"#, #","sort":["k",{"r":"asc"}]"#] {
            let all = clusters.send("POST", "/i/_search", #"{"size":1000,"query":\#(question.query)\#(sort)}"#)
            let few = clusters.send("POST", "/i/_search", #"{"size":3,"from":2,"query":\#(question.query)\#(sort)}"#)
            let first = (all.json["hits"]?["hits"]?.array ?? []).dropFirst(2).prefix(3)
            #expect(few.json["hits"]?["hits"]?.array == Array(first), "\(question.query) \(sort)")
        }
    }
}
