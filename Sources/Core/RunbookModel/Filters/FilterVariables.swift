/// Finds the names that a jq filter takes from the runbook.
public enum FilterVariables {
    /// Every `$name` that the filter does not bind itself, in order.
    ///
    /// Names in strings count only inside `\( )`; names bound by `as`, `reduce`, `foreach` and function parameters are
    /// the filter's own where they are in scope. A filter with a syntax error gives what is before the error.
    public static func references(in filter: String) -> [FilterReference] {
        FilterScanner.scan(filter).variables
    }
}
