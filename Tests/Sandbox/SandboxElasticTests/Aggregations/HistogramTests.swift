import OrderedJSON
import SandboxWorld
import Testing

/// Histograms of numbers and dates; what they answer was seen on real servers of 7.0.0 and 7.10.2.
struct HistogramTests {
    private func answer(_ aggregation: String, profile: String = "7.10", search: String = "") -> SandboxResponse {
        let clusters = TwoClusters(profiles: (profile, profile))
        let fields = #"{"n":{"type":"long"},"t":{"type":"text"},"k":{"type":"keyword"},"d":{"type":"date"}}"#
        clusters.send("PUT", "/i", #"{"mappings":{"properties":\#(fields)}}"#)
        for (number, word) in ["one", "two", "three"].enumerated() {
            let document = #"{"n":\#(number),"t":"\#(word)","d":"2021-03-0\#(number + 1)T10:00:00Z"}"#
            clusters.send("PUT", "/i/_doc/\(number)", document)
        }
        clusters.send("POST", "/i/_refresh")
        return clusters.send("POST", "/i/_search", #"{"size":0,"aggs":{"h":\#(aggregation)}\#(search)}"#)
    }

    private func buckets(_ aggregation: String) -> String? {
        let json = answer(aggregation).json["aggregations"]?["h"]?["buckets"]
        return json?.array.map { list in
            list.map { "\($0["key_as_string"]?.string ?? $0["key"]?.text() ?? "")=\($0["doc_count"]?.text() ?? "")" }
                .joined(separator: " ")
        } ?? json?.text()
    }

    @Test(arguments: [
        (#""interval":1"#, "0.0=1 1.0=1 2.0=1"), (#""interval":0.5"#, "0.0=1 0.5=0 1.0=1 1.5=0 2.0=1"),
        (#""interval":2,"offset":1"#, "-1.0=1 1.0=2"), (#""interval":2,"offset":-0.5"#, "-0.5=2 1.5=1"),
        (#""interval":0.5,"min_doc_count":1"#, "0.0=1 1.0=1 2.0=1"),
        (##""interval":1,"format":"0.00""##, "0.00=1 1.00=1 2.00=1"),
        (#""interval":1,"extended_bounds":{"min":-1,"max":3}"#, "-1.0=0 0.0=1 1.0=1 2.0=1 3.0=0"),
        (#""interval":1,"order":{"_key":"desc"}"#, "2.0=1 1.0=1 0.0=1"),
        (#""interval":2,"order":{"_count":"asc"}"#, "2.0=1 0.0=2"),
    ])
    func numbers(parameters: String, expected: String) {
        #expect(buckets(#"{"histogram":{"field":"n",\#(parameters)}}"#) == expected)
    }

    /// Numbers that are too large for a date are refused or limited; they do not end the sandbox.
    @Test(
        arguments: [
            (#""calendar_interval":"1d","extended_bounds":{"min":1e300,"max":0}"#, 400),
            (#""calendar_interval":"1d","extended_bounds":{"min":"nan","max":0}"#, 400),
            (#""calendar_interval":"1d","missing":"nan""#, 400),
            (#""calendar_interval":"1d","offset":9223372036854775807"#, 200),
            (#""calendar_interval":"1d","offset":-9223372036854775808"#, 200),
            (#""interval":9223372036854775807,"min_doc_count":0"#, 200),
        ])
    func largeNumbersOfDates(parameters: String, status: Int) {
        let answer = answer(#"{"date_histogram":{"field":"d",\#(parameters)}}"#)
        #expect(answer.status == status, "\(answer.json.text())")
    }

    @Test func aSortWithoutAFieldSortsNothing() {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/i/_doc/1?refresh=true", "{}")
        #expect(clusters.send("GET", "/i/_search?sort=:").json["hits"]?["hits"]?.array?.count == 1)
    }

    @Test func groupsCanBeNamed() {
        let shown = buckets(#"{"histogram":{"field":"n","interval":2,"keyed":true}}"#)
        #expect(shown == #"{"0.0":{"key":0.0,"doc_count":2},"2.0":{"key":2.0,"doc_count":1}}"#)
    }

    @Test func documentsWithoutValueCanCount() {
        #expect(buckets(#"{"histogram":{"field":"x","interval":1,"missing":3}}"#) == "3.0=3")
        #expect(buckets(#"{"histogram":{"field":"x","interval":1}}"#) == "")
    }

    @Test(arguments: [
        (
            #""calendar_interval":"day""#,
            "2021-03-01T00:00:00.000Z=1 2021-03-02T00:00:00.000Z=1 2021-03-03T00:00:00.000Z=1"
        ),
        (#""calendar_interval":"1w""#, "2021-03-01T00:00:00.000Z=3"),
        (#""calendar_interval":"quarter""#, "2021-01-01T00:00:00.000Z=3"),
        (#""calendar_interval":"year","format":"yyyy""#, "2021=3"),
        (#""fixed_interval":"36h""#, "2021-03-01T00:00:00.000Z=2 2021-03-02T12:00:00.000Z=1"),
        (#""fixed_interval":"7d""#, "2021-02-25T00:00:00.000Z=3"),
        (#""calendar_interval":"day","min_doc_count":2"#, ""),
        (
            #""calendar_interval":"day","format":"yyyy-MM-dd","extended_bounds":{"min":"2021-02-28","max":"2021-03-04"}"#,
            "2021-02-28=0 2021-03-01=1 2021-03-02=1 2021-03-03=1 2021-03-04=0"
        ),
        (
            #""calendar_interval":"day","time_zone":"+08:00""#,
            "2021-03-01T00:00:00.000+08:00=1 2021-03-02T00:00:00.000+08:00=1 2021-03-03T00:00:00.000+08:00=1"
        ),
        (
            #""calendar_interval":"day","offset":"-1h","format":"MM-dd HH:mm""#,
            "02-28 23:00=1 03-01 23:00=1 03-02 23:00=1"
        ),
        (#""calendar_interval":"month","order":{"_key":"desc"},"format":"MM/yyyy""#, "03/2021=3"),
    ])
    func dates(parameters: String, expected: String) {
        #expect(buckets(#"{"date_histogram":{"field":"d",\#(parameters)}}"#) == expected)
    }

    @Test func groupsHoldOthers() {
        let inner = #"{"s":{"sum":{"field":"n"}},"h":{"histogram":{"field":"n","interval":2}}}"#
        let outer = #"{"date_histogram":{"field":"d","calendar_interval":"month"},"aggs":\#(inner)}"#
        let bucket = answer(outer).json["aggregations"]?["h"]?["buckets"]?.array?.first
        #expect(bucket?["s"]?.text() == #"{"value":3.0}"#)
        #expect(bucket?["h"]?["buckets"]?.array?.count == 2)
    }

    @Test func withoutDocumentsTheBoundsDecide() {
        let bounds = #""extended_bounds":{"min":"2021-03-01","max":"2021-03-03"}"#
        let aggregation = #"{"date_histogram":{"field":"d","calendar_interval":"day",\#(bounds)}}"#
        let none = answer(aggregation, search: #","query":{"match_none":{}}"#)
        #expect(none.json["aggregations"]?["h"]?["buckets"]?.array?.count == 3)
    }

    @Test(arguments: [
        (#"{"histogram":{"field":"n","interval":0}}"#, 400, "[interval] must be >0 for histogram aggregation [h]"),
        (#"{"histogram":{"field":"n"}}"#, 400, "interval must be positive, got: 0.0"),
        (#"{"histogram":{"field":"n","interval":"x"}}"#, 400, #"For input string: \"x\""#),
        (#"{"histogram":{"field":"t","interval":1}}"#, 400, "Text fields are not optimised"),
        (#"{"histogram":{"field":"n","interval":1,"nope":1}}"#, 400, "[histogram] unknown field [nope]"),
        (#"{"histogram":{"field":"n","interval":1,"min_doc_count":-1}}"#, 400, "[minDocCount] must be greater than"),
        (#"{"histogram":{"field":"n","interval":1,"order":{"x":"asc"}}}"#, 500, "Invalid aggregator order path [x]"),
        (#"{"histogram":{"field":"n","interval":0.000001}}"#, 503, "Trying to create too many buckets."),
        (#"{"date_histogram":{"field":"d","calendar_interval":"2d"}}"#, 400, "could not be parsed as a calendar"),
        (#"{"date_histogram":{"field":"d","fixed_interval":"1M"}}"#, 400, "unit is missing or unrecognized"),
        (#"{"date_histogram":{"field":"d","fixed_interval":"0d"}}"#, 400, "Zero or negative time interval"),
        (#"{"date_histogram":{"field":"d"}}"#, 400, "Invalid interval specified"),
        (
            #"{"date_histogram":{"field":"d","calendar_interval":"day","time_zone":"No/Where"}}"#, 400,
            "Unknown time-zone ID"
        ),
        (
            #"{"date_histogram":{"field":"d","calendar_interval":"day","format":"nope"}}"#, 400,
            "Unknown pattern letter: o"
        ),
        (#"{"date_histogram":{"field":"d","fixed_interval":"1ms"}}"#, 503, "Trying to create too many buckets."),
    ])
    func errors(aggregation: String, status: Int, sentence: String) {
        let found = answer(aggregation)
        #expect(found.status == status)
        #expect(found.text.contains(sentence), "\(found.text)")
    }

    @Test func olderVersionsKnowOneInterval() {
        let calendar = answer(#"{"date_histogram":{"field":"d","calendar_interval":"day"}}"#, profile: "7.0")
        #expect(calendar.text.contains("[date_histogram] unknown field [calendar_interval], parser not found"))
        let plain = answer(#"{"date_histogram":{"field":"d","interval":"month"}}"#, profile: "7.0")
        #expect(plain.json["aggregations"]?["h"]?["buckets"]?.array?.count == 1)
    }
}
