internal import CPCRE2

/// A regular expression of PCRE2, of which those of JSON Schema are nearly a part (`pcre2pattern(3)`).
///
/// A match that would take too long is given up: expressions and texts come from files of others.
package struct Pattern: Sendable {
    /// What keeps a text from being looked at.
    package enum Failure: Error, Sendable, Hashable {
        /// It is not an expression; the byte where that shows.
        case malformed(message: String, offset: Int)
        /// The text makes this expression try too much.
        case exhausted
    }

    /// How often a part of the expression may be tried before a match is given up; a second's worth at most.
    private static let limit: UInt32 = 1_000_000

    /// The expression.
    package let text: String

    /// Compiles an expression.
    ///
    /// - Throws: `Failure.malformed`.
    package init(_ text: String) throws(Failure) {
        self.text = text
        pcre2_code_free_8(try Pattern.compile(text))
    }

    /// Whether it matches anywhere in a text.
    ///
    /// - Throws: `Failure.exhausted`.
    package func matches(_ subject: String) throws(Failure) -> Bool {
        let code = try Pattern.compile(text)
        defer { pcre2_code_free_8(code) }
        let context = pcre2_match_context_create_8(nil)
        defer { pcre2_match_context_free_8(context) }
        pcre2_set_match_limit_8(context, Pattern.limit)
        let data = pcre2_match_data_create_from_pattern_8(code, nil)
        defer { pcre2_match_data_free_8(data) }
        let bytes = Array(subject.utf8)
        let result = pcre2_match_8(code, bytes, bytes.count, 0, UInt32(PCRE2_NO_UTF_CHECK), data, context)
        if result >= 0 { return true }
        if result == PCRE2_ERROR_NOMATCH { return false }
        throw .exhausted
    }

    private static func compile(_ text: String) throws(Failure) -> OpaquePointer {
        let bytes = Array(text.utf8)
        var code: Int32 = 0
        var offset = 0
        let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_ALT_BSUX) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        if let compiled = pcre2_compile_8(bytes, bytes.count, options, &code, &offset, nil) { return compiled }
        var message = [UInt8](repeating: 0, count: 256)
        let count = pcre2_get_error_message_8(code, &message, message.count)
        throw .malformed(
            message: String(decoding: message.prefix(max(0, Int(count))), as: UTF8.self), offset: offset)
    }
}
