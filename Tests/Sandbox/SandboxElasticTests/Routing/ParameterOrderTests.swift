import SandboxWorld
import Testing

/// What a server notices first, when several things are wrong with a request.
struct ParameterOrderTests {
    @Test(arguments: [
        ("PUT", "/_alias/a?bogus=1", "", "[indices] can't be empty"),
        ("PUT", "/i/_alias?bogus=1", "", "[alias] can't be empty string"),
        ("GET", "/i/_field_caps?bogus=1", "", "specified fields can't be null or empty"),
        ("GET", "/i/_mapping/_doc?bogus=1", "", "Types cannot be provided in get mapping requests"),
        ("PUT", "/i/_mapping/_doc?bogus=1", "{}", "Types cannot be provided in put mapping requests"),
        ("PUT", "/i/_mapping/_doc", "", "request body is required"),
        ("PUT", "/i/_mapping/_doc", #"{"a":"#, "Failed to parse content to map"),
        ("GET", "/i?pretty=x&bogus=1", "", "Failed to parse value [x] as only [true] or [false] are allowed."),
        ("GET", "/absent/_doc/1?refresh=maybe", "", "Failed to parse value [maybe]"),
        ("GET", "/absent/_doc/1?version=x", "", "Failed to parse long parameter [version] with value [x]"),
        ("GET", "/i/_count", #"{"a":"#, "Failed to parse"),
        ("POST", "/_search/scroll", #"{"a":"#, "Failed to parse request body"),
        ("PUT", "/_scripts/s", #"{"a":"#, "com.fasterxml.jackson.core.io.JsonEOFException"),
        ("PUT", "/_component_template/t", #"{"a":"#, "[1:2] [component_template] failed to parse object"),
    ])
    func isNoticed(method: String, target: String, body: String, sentence: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/i")
        let answer = clusters.send(method, target, body.isEmpty ? nil : body)
        #expect(answer.text.contains(sentence), "\(answer.text)")
    }
}
