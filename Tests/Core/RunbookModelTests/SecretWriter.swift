import Foundation

@testable import RunbookModel

/// Somebody who writes a text into another one, in their own way.
enum SecretWriter: String, CaseIterable, Sendable {
    case plain, json, jsonOfPHP, jsonOfPython, jsonInCapitals, jsonOfGo, jsonOfGson, jsonSigns, jsonAll, jsonTwice
    case jsonThreeTimes, url, urlInSmallDigits, urlPath, encodeURI, encodeURIComponent, urlOfJava, form, urlEveryByte
    case urlTwice, jsonInURL, urlInJSON, html, htmlInJSON, jsonInHTML, htmlDecimal, htmlHexadecimal
    case hexadecimal, hexadecimalInCapitals, hexadecimalWithColons, bytesOfC, octal, bytesAsList
    case base64, base64AfterOne, base64AfterTwo, base64ForURLs, base64InJSON, base64InURL, base64Twice, base64OfJSON
    case base64OfURL, base64OfWindows, base64InMail
    case base64OfHexadecimal, hexadecimalOfBase64, hexadecimalOfWindows
    case base64ThreeTimes, base64OfHTML, base64OfUnits, base64OfEveryByte, base64OfBase64AfterUser, base64OfDecomposed
    case hexadecimalOfURL, hexadecimalOfJSON, hexadecimalTwice, dump, dumpOfWords, signedBytes, bytesWithBlanks
    case quotedEveryByte, codePoints, unitsOfJava, numbersOfPerl, numbersOfCSS, decomposed, decomposedInURL, misread
    case brokenLine, brokenLineOfWindows, continuedLine
    case invisible, invisibleMadeVisible, joinersInHTML, shell, coloured, returns, table
    case make, makeAndUnits, batch, formatString, powershell, cmd, cmdOfEverySign, pointer, numbersOfLDAP
    case numbersOfLDAPInCapitals, base32OfHex, base85, ascii85, z85, utf7, base64OfUTF32, hexadecimalOfUTF32
    case dumpOfTcpdump, dumpOfNumbers, dumpOfOctal, dumpOfCharacters
    case backslashes, carets, tabbed, unbreakable, joined, spaced, dashed, listed, listedInJSON, lines, wide, overstruck
    case corrected, underlined

    /// Whether it puts something between all characters.
    var isBetweenCharacters: Bool {
        [.invisibleMadeVisible, .joinersInHTML, .coloured, .returns, .continuedLine].contains(self)
    }

    /// Whether only the letters of what it writes are those of the text.
    var keepsOnlyLetters: Bool {
        [
            .backslashes, .carets, .tabbed, .unbreakable, .joined, .spaced, .dashed, .listed, .listedInJSON, .lines,
            .wide,
            .overstruck, .corrected, .underlined,
        ].contains(self)
    }

    /// The text as this writer writes it.
    func write(_ text: String) -> String {
        if rawValue.hasPrefix("base64") { return writeBase64(text) }
        if rawValue.hasPrefix("dumpOf"), self != .dumpOfWords { return writeDump(Array(text.utf8)) }
        if rawValue.hasPrefix("json") { return writeJSON(text) }
        if rawValue.hasPrefix("url") || rawValue.hasPrefix("encode") { return writeURL(text) }
        switch self {
        case .form: return percent(text, keeping: "-_.~ ").replacing(" ", with: "+")
        case .html: return entities(text)
        case .htmlInJSON: return escaped(entities(text))
        case .htmlDecimal: return text.unicodeScalars.map { "&#\($0.value);" }.joined()
        case .htmlHexadecimal: return text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
        case .hexadecimal: return text.utf8.map { hex($0, 2) }.joined()
        case .hexadecimalInCapitals: return text.utf8.map { hex($0, 2, upper: true) }.joined()
        case .hexadecimalOfBase64: return digits(text).utf8.map { hex($0, 2) }.joined()
        case .hexadecimalOfWindows: return text.utf16.map { hex($0 & 0xFF, 2) + hex($0 >> 8, 2) }.joined()
        case .hexadecimalOfURL: return percent(text, keeping: "-._~").utf8.map { hex($0, 2) }.joined()
        case .hexadecimalOfJSON: return escaped(text).utf8.map { hex($0, 2, upper: true) }.joined()
        case .hexadecimalTwice:
            return text.utf8.map { hex($0, 2) }.joined().utf8.map { hex($0, 2) }.joined()
        case .dump, .dumpOfWords: return dump(Array(text.utf8), inWords: self == .dumpOfWords)
        case .signedBytes: return text.utf8.map { String(Int8(bitPattern: $0)) }.joined(separator: ", ")
        case .bytesWithBlanks: return text.utf8.map { String($0) }.joined(separator: " ")
        case .quotedEveryByte: return text.utf8.map { "=" + hex($0, 2, upper: true) }.joined()
        case .codePoints:
            return text.unicodeScalars.map { "U+" + hex($0.value, 4, upper: true) }.joined(separator: " ")
        case .unitsOfJava: return text.utf16.map { "\\uu" + hex($0, 4) }.joined()
        case .numbersOfPerl: return text.unicodeScalars.map { "\\x{" + hex($0.value, 1) + "}" }.joined()
        case .numbersOfCSS: return text.unicodeScalars.map { "\\" + hex($0.value, 6) }.joined()
        case .decomposed: return text.decomposedStringWithCanonicalMapping
        case .decomposedInURL: return percent(text.decomposedStringWithCanonicalMapping, keeping: "")
        case .misread: return text.utf8.map { String(UnicodeScalar($0)) }.joined()
        case .brokenLine: return text.prefix(6) + "\n" + text.dropFirst(6)
        case .brokenLineOfWindows: return text.prefix(6) + "\r\n   " + text.dropFirst(6)
        case .continuedLine: return text.prefix(6) + "\\\n  " + text.dropFirst(6)
        case .coloured: return text.map { "\u{1B}[1;31m\($0)\u{1B}[0m" }.joined()
        case .returns: return text.map { "\($0)\r" }.joined()
        case .table: return "\"" + text.replacing("\"", with: "\"\"") + "\""
        case .hexadecimalWithColons: return text.utf8.map { hex($0, 2) }.joined(separator: ":")
        case .bytesOfC: return text.utf8.map { "\\x" + hex($0, 2) }.joined()
        case .octal:
            return text.utf8.map { byte in
                let digits = String(byte, radix: 8)
                return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }.joined()
        case .bytesAsList: return text.utf8.map { String($0) }.joined(separator: ", ")
        case .invisible: return text.map { "\($0)\u{200B}" }.joined()
        case .invisibleMadeVisible: return VisibleText.visible(text.map { "\($0)\u{2060}" }.joined())
        case .joinersInHTML: return text.map { entities(String($0)) + "&#8203;" }.joined()
        case .shell: return "'" + text.replacing("'", with: "'\\''") + "'"
        default: return writeSigns(text)
        }
    }

    private func writeSigns(_ text: String) -> String {
        switch self {
        case .make: return text.replacing("$", with: "$$")
        case .makeAndUnits: return text.replacing("%", with: "%%").replacing("$", with: "$$")
        case .batch: return text.replacing("%", with: "%%")
        case .formatString: return text.replacing("{", with: "{{").replacing("}", with: "}}")
        case .powershell: return marked(text, "`", before: "`$\"")
        case .cmd: return marked(text, "^", before: "&<>^|")
        case .cmdOfEverySign: return marked(text, "^", before: "&<>^|()%!\"")
        case .pointer: return text.replacing("~", with: "~0").replacing("/", with: "~1")
        case .numbersOfLDAP, .numbersOfLDAPInCapitals:
            return text.utf8.map { byte in
                byte < 0x80 && isAlphanumeric(UInt16(byte))
                    ? String(UnicodeScalar(byte)) : "\\" + hex(byte, 2, upper: self == .numbersOfLDAPInCapitals)
            }.joined()
        case .utf7: return writeUTF7(text)
        case .hexadecimalOfUTF32: return text.unicodeScalars.map { hex($0.value, 8) }.joined()
        case .base32OfHex: return base32(Array(text.utf8))
        case .base85:
            return base85(
                text,
                "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~")
        case .ascii85: return base85(text, String((33..<118).map { Character(UnicodeScalar($0)) }))
        case .z85:
            return base85(
                text,
                "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#")
        case .backslashes: return text.map { "\\\($0)" }.joined()
        case .carets: return text.map { "^\($0)" }.joined()
        case .tabbed: return text.prefix(6) + "\t" + text.dropFirst(6)
        case .unbreakable: return text.prefix(6) + "\u{A0}" + text.dropFirst(6)
        case .joined: return "\"" + text.prefix(6) + "\" + \"" + text.dropFirst(6) + "\""
        case .spaced: return text.map { String($0) }.joined(separator: " ")
        case .dashed: return text.map { String($0) }.joined(separator: "-")
        case .listed: return "[" + text.map { "'\($0)'" }.joined(separator: ", ") + "]"
        case .listedInJSON: return "[" + text.map { "\"" + escaped(String($0)) + "\"" }.joined(separator: ",") + "]"
        case .lines: return text.map { String($0) }.joined(separator: "\n        ")
        case .wide:
            return String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { scalar in
                        (0x21..<0x7F).contains(scalar.value) ? UnicodeScalar(scalar.value + 0xFEE0) ?? scalar : scalar
                    }))
        case .overstruck: return text.map { "\($0)\u{8}\($0)" }.joined()
        case .corrected: return text.prefix(6) + "x\u{8}" + text.dropFirst(6)
        case .underlined: return text.map { "\($0)\u{332}" }.joined()
        default: return text
        }
    }

    private func writeDump(_ bytes: [UInt8]) -> String {
        stride(from: 0, to: bytes.count, by: 16).map { start in
            let line = Array(bytes[start..<min(start + 16, bytes.count)])
            let pairs = stride(from: 0, to: line.count, by: 2).map { Array(line[$0..<min($0 + 2, line.count)]) }
            switch self {
            case .dumpOfTcpdump:
                let words = pairs.map { $0.map { hex($0, 2) }.joined() }
                return "\t0x" + hex(start, 4) + ":  " + words.joined(separator: " ")
            case .dumpOfNumbers:
                let words = pairs.map { ($0 + [0]).prefix(2).reversed().map { hex($0, 2) }.joined() }
                return octal(start, 7) + " " + words.joined(separator: " ")
            case .dumpOfOctal: return octal(start, 7) + line.map { " " + octal(Int($0), 3) }.joined()
            default:
                return octal(start, 7)
                    + line.map { byte in
                        (0x20..<0x7F).contains(byte) ? "   " + String(UnicodeScalar(byte)) : " " + octal(Int(byte), 3)
                    }.joined()
            }
        }.reduce("\n") { $0 + $1 + "\n" }
    }

    private func writeJSON(_ text: String) -> String {
        switch self {
        case .jsonOfPHP: return escaped(text).replacing("/", with: "\\/")
        case .jsonOfPython: return units(escaped(text)) { $0 < 0x80 }
        case .jsonInCapitals: return units(escaped(text), upper: true) { $0 < 0x80 }
        case .jsonOfGo:
            return escaped(text).unicodeScalars.map { scalar in
                "<>&".unicodeScalars.contains(scalar) ? "\\u" + hex(scalar.value, 4) : String(scalar)
            }.joined()
        case .jsonOfGson: return units(escaped(text)) { $0 < 0x80 && !"<>&='".utf16.contains($0) }
        case .jsonSigns: return units(text, staying: isAlphanumeric)
        case .jsonAll: return units(text) { _ in false }
        case .jsonTwice: return escaped(units(escaped(text)) { $0 < 0x80 })
        case .jsonThreeTimes: return escaped(escaped(units(escaped(text)) { $0 < 0x80 }))
        case .jsonInURL: return percent(escaped(text), keeping: "-._~")
        case .jsonInHTML: return entities(escaped(text))
        default: return escaped(text)
        }
    }

    private func writeURL(_ text: String) -> String {
        switch self {
        case .urlInSmallDigits: return percent(text, keeping: "-._~", upper: false)
        case .urlPath: return percent(text, keeping: "-._~/")
        case .encodeURI: return percent(text, keeping: ";,/?:@&=+$-_.!~*'()#")
        case .encodeURIComponent: return percent(text, keeping: "-_.!~*'()")
        case .urlOfJava: return percent(text, keeping: "-_.* ").replacing(" ", with: "+")
        case .urlEveryByte: return text.utf8.map { "%" + hex($0, 2, upper: true) }.joined()
        case .urlTwice: return percent(percent(text, keeping: "-._~"), keeping: "-._~")
        case .urlInJSON: return escaped(percent(text, keeping: ""))
        default: return percent(text, keeping: "-._~")
        }
    }

    private func writeBase64(_ text: String) -> String {
        switch self {
        case .base64AfterOne: return digits(text, before: "x", after: "yyy")
        case .base64AfterTwo: return digits(text, before: "xx", after: "yyy")
        case .base64ForURLs: return digits(text).replacing("+", with: "-").replacing("/", with: "_")
        case .base64InJSON: return digits(text).replacing("/", with: "\\/")
        case .base64InURL: return percent(digits(text), keeping: "")
        case .base64OfHexadecimal: return digits(text.utf8.map { hex($0, 2) }.joined())
        case .base64Twice: return digits(digits(text))
        case .base64ThreeTimes: return digits(digits(digits(text)))
        case .base64OfHTML: return digits(entities(text), before: "<p>")
        case .base64OfUnits: return digits(units(text) { _ in false })
        case .base64OfEveryByte: return digits(text.utf8.map { "%" + hex($0, 2) }.joined(), before: "ab")
        case .base64OfBase64AfterUser: return digits("Basic " + digits("elastic:" + text))
        case .base64OfDecomposed: return digits(text.decomposedStringWithCanonicalMapping)
        case .base64OfJSON: return digits(escaped(text), before: "{\"a\":\"")
        case .base64OfURL: return digits(percent(text, keeping: "-._~"), before: "pw=")
        case .base64OfUTF32:
            return Data(
                text.unicodeScalars.flatMap { scalar in
                    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
                }
            ).base64EncodedString()
        case .base64OfWindows:
            return Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).base64EncodedString()
        case .base64InMail:
            let all = digits(text, before: String(repeating: "Z", count: 50))
            return stride(from: 0, to: all.count, by: 76).map { String(all.dropFirst($0).prefix(76)) }
                .joined(separator: "\r\n")
        default: return digits(text)
        }
    }

    // MARK: Parts

    private func octal(_ value: Int, _ digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private func marked(_ text: String, _ mark: String, before signs: String) -> String {
        text.map { signs.contains($0) ? mark + String($0) : String($0) }.joined()
    }

    /// RFC 2152, with every sign encoded that may be.
    private func writeUTF7(_ text: String) -> String {
        var result = ""
        var run: [UInt16] = []
        func close(before next: Character?) {
            if run.isEmpty { return }
            let data = Data(run.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
            result += run == [0x2B] ? "+" : "+" + data.base64EncodedString().replacing("=", with: "")
            if run == [0x2B] || next?.isLetter == true || next?.isNumber == true || next.map("/-".contains) == true {
                result += "-"
            }
            run = []
        }
        for unit in text.utf16 {
            let character = unit < 0x80 ? Character(UnicodeScalar(UInt8(unit))) : "\u{E4}"
            if unit < 0x80, isAlphanumeric(unit) || "'(),-./:? ".contains(character) {
                close(before: character)
                result.append(character)
            } else {
                run.append(unit)
            }
        }
        close(before: nil)
        return result
    }

    private func base32(_ bytes: [UInt8]) -> String {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUV")
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> UInt8(7 - $0) & 1 } }
        return String(
            stride(from: 0, to: bits.count, by: 5).map { start in
                alphabet[(0..<5).reduce(0) { $0 << 1 | (start + $1 < bits.count ? Int(bits[start + $1]) : 0) }]
            })
    }

    private func base85(_ text: String, _ alphabet: String) -> String {
        let alphabet = Array(alphabet)
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: 4).map { start in
            let group = Array(bytes[start..<min(start + 4, bytes.count)])
            var value = (group + [0, 0, 0]).prefix(4).reduce(0) { $0 << 8 | Int($1) }
            var digits: [Character] = []
            for _ in 0..<5 {
                digits.insert(alphabet[value % 85], at: 0)
                value /= 85
            }
            return String(digits.prefix(group.count + 1))
        }.joined()
    }

    private func hex(_ value: some BinaryInteger, _ digits: Int, upper: Bool = false) -> String {
        let text = String(value, radix: 16, uppercase: upper)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private func units(_ text: String, upper: Bool = false, staying: (UInt16) -> Bool) -> String {
        text.utf16.map { unit in
            staying(unit) ? String(decoding: [unit], as: UTF16.self) : "\\u" + hex(unit, 4, upper: upper)
        }.joined()
    }

    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    private func dump(_ bytes: [UInt8], inWords: Bool) -> String {
        stride(from: 0, to: bytes.count, by: 16).map { start in
            let line = Array(bytes[start..<min(start + 16, bytes.count)])
            let signs = String(line.map { (0x20...0x7E).contains($0) ? Character(UnicodeScalar($0)) : "." })
            if inWords {
                let words = stride(from: 0, to: line.count, by: 2).map { index in
                    line[index..<min(index + 2, line.count)].map { hex($0, 2) }.joined()
                }
                return hex(start, 8) + ": " + words.joined(separator: " ") + "  " + signs
            }
            let halves = [line.prefix(8), line.dropFirst(8)].map { $0.map { hex($0, 2) }.joined(separator: " ") }
            return hex(start, 8) + "  " + halves.joined(separator: "  ") + "  |" + signs + "|"
        }.reduce("\n") { $0 + $1 + "\n" }
    }

    private func isAlphanumeric(_ unit: UInt16) -> Bool {
        guard unit < 0x80 else { return false }
        let character = Character(UnicodeScalar(UInt8(unit)))
        return character.isLetter || character.isNumber
    }

    private func percent(_ text: String, keeping kept: String, upper: Bool = true) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let stays = byte < 0x80 && (character.isLetter || character.isNumber || kept.contains(character))
            return stays ? String(character) : "%" + hex(byte, 2, upper: upper)
        }.joined()
    }

    private func entities(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#x27;")
    }

    private func digits(_ text: String, before: String = "", after: String = "") -> String {
        Data((before + text + after).utf8).base64EncodedString()
    }
}
