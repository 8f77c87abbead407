import OrderedJSON
package import RunbookModel

/// A request of a console block before its holes are filled.
package struct RequestTemplate: Sendable, Hashable {
    /// The method in upper case, and where it stands.
    package let method: Located<String>
    /// The percent-encoded path; begins with `/`.
    package let path: Template
    /// The percent-encoded query without its `?`; nil when there is none.
    package let query: Template?
    /// The JSON documents of the body, each as it is sent: without comments, triple quotes as JSON strings.
    package let documents: [Template]
    /// The whole request in the file.
    package let span: SourceSpan

    /// The body: each document with a line feed behind it; nil without documents.
    package var body: Template? {
        guard !documents.isEmpty else { return nil }
        return Template(documents.flatMap { $0.segments + [.literal("\n")] })
    }

    /// Method, path and query on one line.
    package var title: Template {
        let query = query.map { [.literal("?")] + $0.segments } ?? []
        return Template([.literal("\(method.value) ")] + path.segments + query)
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
