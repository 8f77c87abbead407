/// What a filter mentions that it does not define itself.
package struct FilterNames: Sendable, Hashable {
    /// Variables, in order.
    package internal(set) var variables: [FilterReference] = []
    /// Functions without keywords, in order; functions the filter defines anywhere are omitted.
    package internal(set) var functions: [FilterReference] = []
    /// The first bracket or string without a partner.
    package internal(set) var problem: FilterProblem?

    /// Reads a filter.
    package init(in filter: String) { self = FilterScanner.scan(filter) }

    init() {}
}
