import OrderedJSON
import Testing

struct MultiGetTests {
    @Test func eachDocumentHasAnAnswerOfItsOwn() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1", #"{"a":1,"b":2}"#)
        let body = #"{"docs":[{"_id":"1","_source":["a"]},{"_id":"2"},{"_index":"none","_id":"1"}]}"#
        let docs = clusters.send("POST", "/i/_mget", body).json["docs"]
        #expect(docs?[0]?["_source"] == ["a": 1])
        #expect(docs?[1] == ["_index": "i", "_type": "_doc", "_id": "2", "found": false])
        #expect(docs?[2]?["error"]?["type"] == "index_not_found_exception")
    }
}
