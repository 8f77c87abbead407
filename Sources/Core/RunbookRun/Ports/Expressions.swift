package import OrderedJSON

/// The expression language (jq) as the rest of the product sees it.
package protocol Expressions: Sendable {
    /// Checks filters without running them; all of a document at once, because compiling is dear.
    ///
    /// - Parameters:
    ///   - filters: The filters' texts.
    ///   - variables: The names that may be in them as `$name`.
    /// - Returns: What is wrong, by position in `filters`.
    /// - Throws: `FilterFailure` when nothing can be checked at all, for instance because the helper does not start.
    func check(_ filters: [String], variables: [String]) async throws(FilterFailure) -> [Int: FilterFailure]

    /// Makes filters ready to be evaluated, all of a document at once; evaluating others still works, and costs more.
    func prepare(_ filters: [String], variables: [String]) async

    /// Evaluates a filter.
    ///
    /// Numbers that the filter only passes on keep their exact text.
    ///
    /// - Parameters:
    ///   - filter: The filter's text.
    ///   - input: The value of `.`.
    ///   - variables: The values of `$name`.
    /// - Returns: Every output, in order.
    /// - Throws: `FilterFailure` with what the filter, its time or its memory came to.
    func evaluate(_ filter: String, on input: JSON, variables: JSONObject) async throws(FilterFailure) -> [JSON]
}
