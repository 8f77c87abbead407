import OrderedJSON
import SandboxWorld
import Testing

/// What the definition of a field may not say, and what real servers of 7.0.0 and 7.10.2 say then.
struct FieldParametersTests {
    /// As seen on 7.10.2: what all types could say before has no effect, and is not kept.
    @Test(arguments: [
        ("text", "doc_values", "true"), ("text", "doc_values", "false"), ("long", "index_options", #""docs""#),
        ("ip", "similarity", #""BM25""#), ("float", "boost", "2"), ("date", "index_options", #""docs""#),
        ("boolean", "similarity", #""BM25""#),
    ])
    func whatHasNoEffectIsPassedOver(type: String, parameter: String, value: String) {
        let body = #"{"mappings":{"properties":{"a":{"type":"\#(type)","\#(parameter)":\#(value)}}}}"#
        for profile in ["7.10", "opensearch-2.19"] {
            let clusters = TwoClusters(profiles: (profile, profile))
            let answer = clusters.send("PUT", "/i", body)
            #expect(answer.status == 200, "\(answer.text)")
            let sentence = "Parameter [\(parameter)] has no effect on type [\(type)] and will be removed in future"
            #expect(answer.headers("warning").first?.contains(sentence) == true)
            let kept = clusters.send("GET", "/i/_mapping").json["i"]?["mappings"]?["properties"]?["a"]
            #expect(kept == ["type": .string(type)])
        }
        if parameter == "boost" { return }
        let later = TwoClusters(profiles: ("8.x", "8.x")).send("PUT", "/i", body)
        #expect(later.text.contains("unknown parameter [\(parameter)] on mapper [a] of type [\(type)]"))
    }

    @Test(arguments: ["long", "date", "boolean", "ip"]) func normsAreForTexts(type: String) {
        let body = #"{"mappings":{"properties":{"a":{"type":"\#(type)","norms":false}}}}"#
        #expect(TwoClusters(profiles: ("7.10", "7.10")).send("PUT", "/i", body).status == 400)
        #expect(
            TwoClusters(profiles: ("7.10", "7.10")).send("PUT", "/i", body.replacing(type, with: "text")).status == 200)
    }

    @Test(arguments: [
        (
            #""type":"text","analyzer":"nope""#, "analyzer [nope] not found for field [a]",
            "analyzer [nope] has not been configured in mappings"
        ),
        (
            #""type":"long","nope":1"#, "Mapping definition for [a] has unsupported parameters:  [nope : 1]",
            "unknown parameter [nope] on mapper [a] of type [long]"
        ),
        (
            #""type":"keyword","analyzer":"standard""#,
            "Mapping definition for [a] has unsupported parameters:  [analyzer : standard]",
            "unknown parameter [analyzer] on mapper [a] of type [keyword]"
        ),
        (
            #""type":"object","nope":1"#, "Mapping definition for [a] has unsupported parameters:  [nope : 1]",
            "Mapping definition for [a] has unsupported parameters:  [nope : 1]"
        ),
        (
            #""type":"keyword","normalizer":"nope""#, "normalizer [nope] not found for field [a]",
            "normalizer [nope] not found for field [a]"
        ),
        (
            #""type":"date","format":"nope""#, "Invalid format: [nope]: Unknown pattern letter: o",
            "Error parsing [format] on field [a]: Invalid format: [nope]: Unknown pattern letter: o"
        ),
        (
            #""type":"long","index":"maybe""#, "Could not convert [a.index] to boolean",
            "Failed to parse value [maybe] as only [true] or [false] are allowed."
        ),
        (#""type":"keyword","ignore_above":"x""#, #"For input string: \"x\""#, #"For input string: \"x\""#),
        (
            #""type":"text","similarity":"nope""#, "Unknown Similarity type [nope] for field [a]",
            "Unknown Similarity type [nope] for field [a]"
        ),
        (
            #""type":"object","dynamic":"nope""#, "Could not convert [dynamic.dynamic] to boolean",
            "Could not convert [dynamic.dynamic] to boolean"
        ),
        (
            #""type":"text","fields":{"k":{"type":"nope"}}"#, "no handler for type [nope] declared on field [k]",
            "no handler for type [nope] declared on field [k]"
        ),
        (
            #""type":"alias","path":"nope""#, "Invalid [path] value [nope] for field alias [a]",
            "Invalid [path] value [nope] for field alias [a]"
        ),
    ])
    func isRefused(definition: String, older: String, newer: String) {
        for (profile, sentence) in [("7.0", older), ("7.10", newer)] {
            let clusters = TwoClusters(profiles: (profile, profile))
            clusters.send("PUT", "/i")
            let answer = clusters.send("PUT", "/i/_mapping", #"{"properties":{"a":{\#(definition)}}}"#)
            #expect(answer.status == 400)
            #expect(answer.text.contains(sentence), "\(answer.text)")
        }
    }

    @Test(arguments: [
        #""type":"text","analyzer":"english""#, #""type":"text","analyzer":"mine","search_analyzer":"simple""#,
        #""type":"keyword","normalizer":"low","ignore_above":10,"fields":{"t":{"type":"text"}}"#,
        #""type":"date","format":"yyyy-MM-dd||dd/MM/yyyy HH:mm||epoch_millis""#, #""type":"nested","dynamic":"strict""#,
        #""type":"scaled_float","scaling_factor":100"#, #""type":"text","similarity":"own","norms":false"#,
        #""type":"text","analyzer":"ik_max_word""#,
    ])
    func isTaken(definition: String) {
        let analysis = #"{"analyzer":{"mine":{"type":"standard"}},"normalizer":{"low":{"type":"custom"}}}"#
        let settings = #"{"analysis":\#(analysis),"similarity":{"own":{"type":"BM25"}}}"#
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let body = #"{"settings":\#(settings),"mappings":{"properties":{"a":{\#(definition)}}}}"#
        #expect(clusters.send("PUT", "/i", body).text.contains(#""acknowledged":true"#))
    }
}
