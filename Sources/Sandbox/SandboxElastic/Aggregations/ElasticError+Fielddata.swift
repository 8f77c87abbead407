extension ElasticError {
    /// What sorting or counting by a field of analyzed text gets.
    static func fielddataDisabled(_ field: String, _ profile: Profile) -> ElasticError {
        .illegalArgument(
            profile.has(.aggregationsNeedField)
                ? "Text fields are not optimised for operations that require per-document field data like aggregations "
                    + "and sorting, so these operations are disabled by default. Please use a keyword field instead. "
                    + "Alternatively, set fielddata=true on [\(field)] in order to load field data by uninverting the "
                    + "inverted index. Note that this can use significant memory."
                : "Fielddata is disabled on text fields by default. Set fielddata=true on [\(field)] in order to load "
                    + "fielddata in memory by uninverting the inverted index. Note that this can however use "
                    + "significant memory. Alternatively use a keyword field instead.")
    }
}
