/// What a response must contain.
public struct Expectation: Sendable {
    /// How it is compared.
    public enum Form: Sendable, Hashable {
        /// As a structural subset; the template is JSON when filled.
        case json
        /// As lines in order.
        case text
    }

    /// How it is compared.
    public let form: Form
    /// What must be there.
    public let template: Template
    /// Paths of arrays that are compared without regard to order, such as `.hits.hits`.
    public let unordered: [Located<String>]
    /// Where its content is.
    public let span: SourceSpan

    /// Makes an expectation.
    public init(form: Form, template: Template, unordered: [Located<String>], span: SourceSpan) {
        self.form = form
        self.template = template
        self.unordered = unordered
        self.span = span
    }
}
