import OrderedJSON
import SandboxWorld
import Testing

/// Where hits begin and how many are asked for, when it makes no sense; seen on real servers of 7.0.0 and 7.10.2.
struct SearchWindowTests {
    @Test(arguments: [
        (#"{"from":-5}"#, "", 500, "Index -5 out of bounds for length 3"), (#"{"from":-1}"#, "", 200, #""value":3"#),
        (#"{"size":-5}"#, "", 400, "numHits must be > 0"),
        (#"{"size":2147483647}"#, "", 400, "Result window is too large"),
        (#"{"from":10000}"#, "", 400, "Result window is too large"),
        (#"{"from":2147483647,"size":2147483647}"#, "", 400, "Result window is too large"),
        (#"{"size":2147483648}"#, "", 500, "Numeric value (2147483648) out of range of int"),
        (#"{"size":99999999999999999999}"#, "", 500, "out of range of int"), (#"{"size":1.5}"#, "", 200, #""value":3"#),
        (#"{"size":"ten"}"#, "", 400, #"For input string: \"ten\""#),
        ("{}", "?from=-5", 400, "[from] parameter cannot be negative"),
        ("{}", "?size=-5", 400, "[size] parameter cannot be negative, found [-5]"),
        ("{}", "?size=-1", 200, #""value":3"#),
        ("{}", "?size=2147483648", 400, "Failed to parse int parameter [size] with value [2147483648]"),
        ("{}", "?preference=_nope", 400, "no Preference for [_nope]"),
        (#"{"timeout":"5 years"}"#, "", 400, "failed to parse [5 years]"),
        ("{}", "?scroll=x", 400, "failed to parse setting [scroll] with value [x] as a time value"),
        (#"{"min_score":2}"#, "", 200, #""value":0"#),
        (#"{"terminate_after":2}"#, "", 200, #""terminated_early":true"#),
        ("{}", "?sort=n:up", 200, #""max_score":1.0"#),
        (#"{"track_total_hits":"maybe"}"#, "", 400, #"For input string: \"maybe\""#),
    ])
    func isAnswered(body: String, query: String, status: Int, text: String) {
        for profile in ["7.0", "7.10"] {
            let clusters = TwoClusters(profiles: (profile, profile))
            clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":1}}"#)
            for number in 0..<3 { clusters.send("PUT", "/i/_doc/\(number)", #"{"n":\#(number)}"#) }
            clusters.send("POST", "/i/_refresh")
            let answer = clusters.send("POST", "/i/_search\(query)", body)
            #expect(answer.status == status)
            #expect(answer.text.contains(text), "\(answer.text)")
        }
    }
}
