import OrderedJSON
import Testing

struct JSONObjectTests {
    @Test func keepsOrderAndDuplicates() {
        var object = JSONObject([("b", 1), ("a", 2)])
        object.append("b", 3)
        #expect(object.names == ["b", "a", "b"])
        #expect(object.count == 3)
        #expect(object["b"] == 3)
        #expect(object["c"] == nil)
        #expect(object.map(\.value) == [1, 2, 3])
    }

    @Test func replacesInPlaceAndRemovesDuplicates() {
        var object = JSONObject([("x", 0), ("b", 1), ("a", 2), ("b", 3), ("b", 4), ("y", 5)])
        object["b"] = 9
        #expect(JSON.object(object).text() == #"{"x":0,"b":9,"a":2,"y":5}"#)
        object["c"] = nil
        object["a"] = nil
        object["z"] = true
        #expect(JSON.object(object).text() == #"{"x":0,"b":9,"y":5,"z":true}"#)
    }

    @Test func startsEmpty() {
        #expect(JSONObject().isEmpty)
        #expect(JSON.object(JSONObject()) == [:])
    }

    @Test func tellsNamesApartCodeByCode() {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        var object = JSONObject([(composed, 1)])
        #expect(object[decomposed] == nil)
        object[decomposed] = 2
        #expect(object.count == 2)
        object[composed] = nil
        #expect(object.map(\.value) == [2])
    }
}
