/// How languages write a sign of their own in a text, where they do not use a backslash or a number.
///
/// The one table of these forms. Where a secret has letters enough, `LettersView` finds it however it is quoted; these
/// rows are for short secrets and for those of signs.
struct Quoting {
    /// What each sign becomes.
    private let signs: [UInt8: [UInt8]]

    private init(_ signs: [UInt8: String]) { self.signs = signs.mapValues { Array($0.utf8) } }

    private init(_ signs: some Sequence<UInt8>, _ written: (UInt8) -> [UInt8]) {
        self.signs = Dictionary(uniqueKeysWithValues: signs.map { ($0, written($0)) })
    }

    /// Each of the signs twice.
    private static func doubled(_ signs: String) -> Quoting { Quoting(signs.utf8) { [$0, $0] } }

    /// A mark before each of the signs.
    private static func marked(_ mark: String, _ signs: String) -> Quoting {
        Quoting(signs.utf8) { Array(mark.utf8) + [$0] }
    }

    /// A backslash and two digits for each byte that is not a letter or digit (RFC 4514), or is a sign of a filter
    /// (RFC 4515).
    ///
    /// - Parameter digits: The two digits of each byte.
    private static func numbered(_ digits: [[UInt8]], isFilter: Bool) -> Quoting {
        let bytes = (0..<256).map { UInt8($0) }.filter { byte in
            if isFilter { return byte == 0 || "*()\\".utf8.contains(byte) }
            return !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20)
        }
        return Quoting(bytes) { [0x5C] + digits[Int($0)] }
    }

    /// The common ones, whose result is often encoded again: of SQL, CSV, forms (application/x-www-form-urlencoded), and
    /// single quotes of a shell.
    static let common: [Quoting] = [
        doubled("'"), doubled("\""), Quoting([0x20: "+"]), Quoting([0x27: "'\\''"]), Quoting([0x27: "'\"'\"'"]),
    ]

    /// The others.
    static let rare: [Quoting] = [
        // Makefiles, Compose and systemd; batch files; format strings and ODBC; PowerShell.
        doubled("$"), doubled("%"), doubled("$%"), doubled("{}"), doubled("}"), doubled("`"), marked("`", "`$\""),
        marked("`", "`$\"'"),
        // cmd, by what the writer takes for special.
        marked("^", "&<>^|"), marked("^", "&<>^|\""), marked("^", "&<>^|()%!\""),
        // JSON Pointer (RFC 6901).
        Quoting([0x7E: "~0", 0x2F: "~1"]),
        // LDAP.
        numbered(HexadecimalDigits.lower, isFilter: false), numbered(HexadecimalDigits.upper, isFilter: false),
        numbered(HexadecimalDigits.lower, isFilter: true), numbered(HexadecimalDigits.upper, isFilter: true),
    ]

    /// The forms of a text that differ from it.
    static func forms(of text: [UInt8], _ table: [Quoting]) -> Set<[UInt8]> {
        Set(
            table.compactMap { quoting in
                guard text.contains(where: { quoting.signs[$0] != nil }) else { return nil }
                return text.flatMap { quoting.signs[$0] ?? [$0] }
            })
    }
}
