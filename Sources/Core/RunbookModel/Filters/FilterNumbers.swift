/// The numbers that are written in a filter.
public enum FilterNumbers {
    /// Each number outside strings, with its place in bytes; a sign before it is not a part of it.
    public static func literals(in filter: String) -> [(text: String, range: Range<Int>)] {
        FilterLexer.tokens(of: filter).tokens.compactMap { token in
            guard token.kind == .sign, let first = token.text.utf8.first, (0x30...0x39).contains(first) else {
                return nil
            }
            return (token.text, token.range)
        }
    }
}
