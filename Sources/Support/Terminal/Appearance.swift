/// What output on a stream may look like: decided once from the stream, the environment and what the person says.
package struct Appearance: Sendable, Hashable {
    /// Whether a terminal shows the output.
    package let isTerminal: Bool
    /// Whether colours and other attributes are written.
    package let usesColor: Bool
    /// Whether lines may be written again in place: a terminal that can move its cursor.
    package let isLive: Bool
    /// The width in columns, 80 where nobody says it.
    package let columns: Int

    /// Decides for a stream of this process.
    package init(of stream: StandardStream, environment: [String: String], color: ColorChoice = .auto) {
        self.init(
            isTerminal: stream.isTerminal, columns: stream.columns, environment: environment, color: color)
    }

    /// Decides from the facts.
    ///
    /// `COLUMNS` wins over what the terminal says; `NO_COLOR` counts when it is not empty (https://no-color.org);
    /// `TERM=dumb`, and no `TERM`, mean a terminal that understands no escape sequences.
    package init(isTerminal: Bool, columns: Int?, environment: [String: String], color: ColorChoice = .auto) {
        let term = environment["TERM"] ?? ""
        let isDumb = term.isEmpty || term == "dumb"
        self.isTerminal = isTerminal
        isLive = isTerminal && !isDumb
        usesColor =
            switch color {
            case .always: true
            case .never: false
            case .auto: isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
            }
        let asked = environment["COLUMNS"].flatMap { Int($0) }
        self.columns = asked.flatMap { $0 > 0 ? $0 : nil } ?? columns ?? 80
    }
}
