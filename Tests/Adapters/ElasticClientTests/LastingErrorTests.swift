import OrderedJSON
import Testing

@testable import ElasticClient

/// Which errors a wait must not repeat; the texts are those of Elasticsearch 7.0.0 and 7.10.2.
struct LastingErrorTests {
    private static func isLasting(_ error: JSON, status: Int = 400) -> Bool {
        LastingError.isIn(["error": error], status: status)
    }

    @Test(arguments: [
        "No search type for [zz]", "Failed to parse value [zz] as only [true] or [false] are allowed.",
        "Could not convert [ignore_unavailable] to boolean", "specified fields can't be null or empty",
        "failed to find global analyzer [nosuch]", "Cannot parse scroll id", "No valid expand wildcard value [zz]",
        "Fielddata is disabled on text fields by default. Set fielddata=true on [t] in order to load fielddata in "
            + "memory by uninverting the inverted index. Note that this can however use significant memory.",
        "batchedReduceSize must be >= 2", "Expected numeric type on field [k], but got [keyword]",
        "Field [k] of type [keyword] is not supported for aggregation [sum]",
        "unknown highlighter type [zz] for the field [t]", "Sort must contain at least one field.",
        "[group_by] must be one of [nodes], [parents] or [none] but was [zz]", "unknown cluster health status [zz]",
        "The msearch request must be terminated by a newline [\n]", "max must be greater than id",
        "Unable to parse interval [zz]", "unknown type for collapse field `t`, only keywords and numbers are accepted",
        "request [/i/_stats/no such index] contains unrecognized metric: [shard]",
        "Result window is too large, from + size must be less than or equal to: [10000] but was [20000].",
        "malformed task id bad", "unknown setting [index.nope]",
    ])
    func aValueThatTheProductCannotRead(reason: String) {
        #expect(Self.isLasting(["type": "illegal_argument_exception", "reason": .string(reason)]))
    }

    @Test(arguments: [
        "no data nodes with criteria [zz] found for shard: [i][0]", "no mapping found for field [zz]",
        "alias [al] has more than one index associated with it [i, i2], can't execute a single index op",
        "Alias [al] has more than one indices associated with it [[i2, i]], can't execute a single index op",
        "unable to find any unassigned shards to explain", "index [x] is not a follower index",
        "leader and follow index must be open", "no write index is defined for alias [x]",
        "no shard follow tasks for [follower]", "No replication in progress for index:x",
        "no such remote cluster: [x]",
    ])
    func whatTheClusterHasMayChange(reason: String) {
        let error: JSON = ["type": "illegal_argument_exception", "reason": .string(reason)]
        #expect(!Self.isLasting(error))
        #expect(!Self.isLasting(["type": "search_phase_execution_exception", "root_cause": .array([error])]))
    }

    @Test func whatIsDeeperDecides() {
        let compile: JSON = ["type": "script_exception", "reason": "compile error"]
        let missing: JSON = [
            "type": "script_exception", "reason": "runtime error",
            "caused_by": ["type": "illegal_argument_exception", "reason": "No field found for [zz] in mapping"],
        ]
        #expect(Self.isLasting(["type": "search_phase_execution_exception", "root_cause": .array([compile])]))
        #expect(!Self.isLasting(["type": "search_phase_execution_exception", "root_cause": .array([missing])]))
        let date: JSON = ["type": "parse_exception", "reason": "failed to parse date field [zz]"]
        #expect(
            Self.isLasting(["type": "x", "failed_shards": .array([["reason": ["type": "y", "caused_by": date]]])]))
        #expect(!Self.isLasting(["type": "index_closed_exception", "reason": "closed"]))
        #expect(!Self.isLasting(["type": "query_shard_exception", "reason": "failed to find geo_point field [g]"]))
    }

    /// Some versions answer 500 to what they cannot read; of another 500 nobody knows.
    @Test func someFailuresOfTheServerAreTheRequests() {
        let sort = "Unable to sort by unknown sort key `nosuch`"
        #expect(Self.isLasting(["type": "unsupported_operation_exception", "reason": .string(sort)], status: 500))
        #expect(Self.isLasting(["type": "json_parse_exception", "reason": "Unexpected character"], status: 500))
        #expect(!Self.isLasting(["type": "illegal_argument_exception", "reason": "x"], status: 500))
        #expect(!Self.isLasting(["type": "null_pointer_exception", "reason": "x"], status: 500))
        #expect(!Self.isLasting(["type": "parsing_exception", "reason": "x"], status: 503))
    }

    @Test func aDeepErrorIsNoTrap() {
        var error: JSON = ["type": "parse_exception"]
        for _ in 0..<200 { error = ["type": "x", "caused_by": error] }
        #expect(!Self.isLasting(error))
    }
}
