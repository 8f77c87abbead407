import OrderedJSON
import SandboxWorld
import Testing

/// Analyzers and other rules of new indices, as real servers of 7.0.0 and 7.10.2 check them.
struct AnalysisSettingsTests {
    @Test(arguments: [
        (#"{"analysis":{"analyzer":{"a":{"type":"nope"}}}}"#, "Unknown analyzer type [nope] for [a]"),
        (
            #"{"analysis":{"analyzer":{"a":{"tokenizer":"nope"}}}}"#,
            "Custom Analyzer [a] failed to find tokenizer under name [nope]"
        ),
        (
            #"{"analysis":{"analyzer":{"a":{"tokenizer":"standard","filter":["lowercase","nope"]}}}}"#,
            "Custom Analyzer [a] failed to find filter under name [nope]"
        ),
        (
            #"{"analysis":{"analyzer":{"a":{"tokenizer":"standard","char_filter":"nope"}}}}"#,
            "Custom Analyzer [a] failed to find char_filter under name [nope]"
        ),
        (
            #"{"analysis":{"analyzer":{"a":{"type":"custom"}}}}"#,
            "Custom Analyzer [a] must be configured with a tokenizer"
        ),
        (#"{"analysis":{"filter":{"f":{"type":"nope"}}}}"#, "Unknown filter type [nope] for [f]"),
        (#"{"analysis":{"tokenizer":{"t":{"type":"nope"}}}}"#, "Unknown tokenizer type [nope] for [t]"),
        (#"{"analysis":{"normalizer":{"n":{"type":"nope"}}}}"#, "Unknown normalizer type [nope] for [n]"),
        (
            #"{"analysis":{"tokenizer":{"t":{"type":"ngram","min_gram":1,"max_gram":9}}}}"#,
            "less than or equal to: [1] but was [8]"
        ),
        (
            #"{"analysis":{"filter":{"f":{"type":"shingle","max_shingle_size":9}}}}"#,
            "must be less than or equal to: [3] but was [8]"
        ),
        (#"{"sort.field":"nope"}"#, "unknown index sort field:[nope]"),
        (#"{"store.type":"nope"}"#, "Unknown store type [nope]"),
        (#"{"write.wait_for_active_shards":5}"#, "cannot be greater than number of shard copies [2]"),
        (#"{"write.wait_for_active_shards":"x"}"#, "cannot parse ActiveShardCount[x]"),
        (
            #"{"number_of_routing_shards":3,"number_of_shards":2}"#,
            "the number of source shards [2] must be a factor of [3]"
        ),
        (#"{"shard.check_on_startup":"x"}"#, "unknown value for [index.shard.check_on_startup]"),
        (#"{"auto_expand_replicas":"0-x"}"#, #"For input string: \"x\""#),
    ])
    func isRefused(settings: String, sentence: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let answer = clusters.send("PUT", "/i", #"{"settings":{"index":\#(settings)}}"#)
        #expect(answer.status == 400)
        #expect(answer.text.contains(sentence), "\(answer.text)")
        #expect(clusters.send("HEAD", "/i").status == 404)
    }

    @Test(arguments: [
        #"{"analysis":{"filter":{"f":{"type":"stop"}},"analyzer":{"a":{"tokenizer":"standard","filter":["f","lowercase"]}}}}"#,
        #"{"analysis":{"analyzer":{"a":{"type":"pattern","pattern":","}}}}"#,
        #"{"analysis":{"tokenizer":{"t":{"type":"ngram"}},"analyzer":{"a":{"tokenizer":"t"}}}}"#,
        #"{"analysis":{"analyzer":{"a":{"tokenizer":"ik_max_word","filter":"pinyin_first"}}}}"#,
        #"{"store.type":"niofs","write.wait_for_active_shards":"2","number_of_routing_shards":4,"number_of_shards":2}"#,
    ])
    func isTaken(settings: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let answer = clusters.send("PUT", "/i", #"{"settings":{"index":\#(settings)}}"#)
        #expect(answer.status == 200, "\(answer.text)")
    }
}
