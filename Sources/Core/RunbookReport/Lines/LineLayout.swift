/// How lines are laid out: for a terminal of so many columns, or for a file that has none.
package struct LineLayout: Sendable, Hashable {
    /// The fewest columns that lines are laid out for.
    package static let fewest = 40
    /// The columns that prose is broken at in files.
    package static let ofFiles = 100

    /// The columns of a line.
    package let width: Int
    /// Whether no line may be longer; in a file nothing is cut.
    package let isFitted: Bool

    /// A terminal of so many columns.
    package static func terminal(_ width: Int) -> LineLayout { LineLayout(width: max(fewest, width), isFitted: true) }

    /// A file, whose prose is broken at so many columns.
    package static func file(_ width: Int = ofFiles) -> LineLayout {
        LineLayout(width: max(fewest, width), isFitted: false)
    }

    /// The lines as they are written.
    package func lines(_ lines: [RunLine]) -> [RunLine] { isFitted ? lines.flatMap { $0.wrapped(to: width) } : lines }
}
