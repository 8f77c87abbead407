import OrderedJSON
package import RunbookModel

/// A request of a console or curl block before its holes are filled.
package struct RequestTemplate: Sendable, Hashable {
    /// The method in upper case, and where it is.
    package let method: Located<String>
    /// The percent-encoded path; begins with `/`.
    package let path: Template
    /// The percent-encoded query without its `?`; nil when there is none.
    package let query: Template?
    /// The body as it is sent; nil when there is none.
    package let body: Template?
    /// The whole request in the file.
    package let span: SourceSpan

    /// Method, path and query on one line.
    package var title: Template {
        let query = query.map { [.literal("?")] + $0.segments } ?? []
        return Template([.literal("\(method.value) ")] + path.segments + query)
    }

    /// Whether `effect=` may say that requests only read: the table takes some to write, but knows none of their paths.
    package static func mayOnlyRead(_ requests: [RequestTemplate]) -> Bool {
        let writes = requests.map(\.sample).map { (request: $0, rule: $0.rule) }.filter { $0.rule.effect > .read }
        // What has a rule of its own is known, and need not be looked up again.
        return !writes.isEmpty
            && writes.allSatisfy { $0.rule.effect == .write && $0.rule.path == "**" && !$0.request.isKnown }
    }

    /// The request with the same plain word in each hole, to look at what is known of it before a run.
    package var sample: ElasticRequest {
        func filled(_ template: Template) -> String {
            (try? template.filled { _ in .string("value") }) ?? template.source
        }
        return ElasticRequest(
            method: method.value, path: filled(path), query: query.map(filled), body: body.map(filled))
    }
}
