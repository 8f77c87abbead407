package import OrderedJSON

/// A text of a YAML document and how it was written, which decides whether it has a type.
package struct YAMLScalar: Sendable, Hashable {
    /// How a scalar was written.
    package enum Style: Sendable, Hashable {
        /// Bare: the text decides about the type.
        case plain
        /// In `'`.
        case singleQuoted
        /// In `"`.
        case doubleQuoted
        /// A block that keeps its lines (`|`).
        case literal
        /// A block whose lines are joined (`>`).
        case folded
    }

    /// The text as YAML means it: quotes and escapes resolved, lines folded.
    package let text: String
    /// How it was written.
    package let style: Style

    /// Makes a scalar.
    package init(_ text: String, style: Style) {
        self.text = text
        self.style = style
    }

    /// The typed value: only a plain scalar can be anything but a string.
    ///
    /// Null and booleans are those of YAML 1.2's core schema (section 10.3.2), so `on`, `yes` and `22:30` are strings.
    /// A number is what JSON calls one and keeps its text: `7.10` stays `7.10`. Other spellings of numbers (`0x1F`,
    /// `+1`, `.5`, `007`, `.inf`) stay strings, for a reader could only guess what was meant.
    package var json: JSON {
        guard style == .plain else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return JSONNumber(text: text).map(JSON.number) ?? .string(text)
        }
    }
}
