package import RunbookModel

/// Who gives which value: targets, parameters, captures and step ids share one name space.
package struct NameTable: Sendable {
    /// Who gives a value.
    package enum Giver: Sendable, Hashable {
        /// A declared target; the value is its properties.
        case target
        /// A declared parameter.
        case parameter
        /// The step at this position, by its id.
        case result(step: Int)
        /// The step at this position, by a capture.
        case capture(step: Int)

        /// The step that gives the value.
        package var step: Int? {
            switch self {
            case .target, .parameter: nil
            case .result(let step), .capture(let step): step
            }
        }
    }

    private var givers: [String: [(giver: Giver, span: SourceSpan)]] = [:]

    /// The names in no order.
    package var names: [String] { Array(givers.keys) }

    /// Who gives the value of a name; several where it is captured in different alternatives.
    package func givers(of name: String) -> [Giver] { givers[name]?.map(\.giver) ?? [] }

    /// Where a name is declared.
    package func spans(of name: String) -> [SourceSpan] { givers[name]?.map(\.span) ?? [] }

    /// Enters a giver and returns those that were there.
    mutating func enter(_ giver: Giver, as name: Located<String>) -> [(giver: Giver, span: SourceSpan)] {
        let earlier = givers[name.value] ?? []
        givers[name.value, default: []].append((giver, name.span))
        return earlier
    }
}
