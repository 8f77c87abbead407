import OrderedJSON
import RunbookBodies
import RunbookModel

/// Makes the parts of a request of words.
struct CurlTemplates {
    let text: BlockText
    /// The names of the targets that the step acts on.
    let targets: [String]

    /// A part of a URL, percent-encoded where it must be.
    func url(_ word: ShellWord, _ context: HoleContext) throws(CurlFault) -> Template {
        let part: PercentEncoding.Part = context == .urlPath ? .path : .formQuery
        return try template(word, context) { PercentEncoding.encoded($0, in: part) }
    }

    /// A part of a query that `--data-urlencode` gives: `CONTENT`, `=CONTENT` or `NAME=CONTENT`.
    func encodedQuery(_ word: ShellWord) throws(CurlFault) -> Template {
        let sign = word.bytes.firstIndex(of: UInt8(ascii: "="))
        let name = sign.map { $0 == 0 ? word.part(0..<0) : word.part(0..<$0 + 1) } ?? word.part(0..<0)
        let content = try template(word.part(from: sign.map { $0 + 1 } ?? 0), .urlQuery) { bytes in
            HoleContext.urlQuery.render(.string(String(decoding: bytes, as: UTF8.self))) ?? ""
        }
        return Template(try url(name, .urlQuery).segments + content.segments)
    }

    /// Text that is taken as it is.
    func plain(_ word: ShellWord) throws(CurlFault) -> Template {
        try template(word, .text) { String(decoding: $0, as: UTF8.self) }
    }

    private func template(
        _ word: ShellWord, _ context: HoleContext, _ encode: (ArraySlice<UInt8>) -> String
    ) throws(CurlFault) -> Template {
        var builder = RequestTextBuilder()
        var start = 0
        for (index, value) in word.values.sorted(by: { $0.key < $1.key }) {
            builder.append(encode(word.bytes[start..<index]).utf8)
            builder.append(try hole(value, context))
            start = index + 1
        }
        builder.append(encode(word.bytes[start...]).utf8)
        return builder.template()
    }

    /// The place for a value.
    private func hole(_ value: ShellWord.Value, _ context: HoleContext) throws(CurlFault) -> Hole {
        guard let reference = value.reference else {
            throw CurlFault(
                "unknown-variable", "the document has no value `\(value.name.lowercased())`", value.range,
                help: Placeholder.help(
                    value.name,
                    isSecret: ["password", "secret", "token", "key"].contains {
                        value.name.lowercased().hasSuffix($0)
                    }) + "; if you mean the character itself, write `\\$`")
        }
        if reference.path.isEmpty, targets.contains(reference.name) {
            throw CurlFault(
                "target-value", "`\(value.name)` is a target, but here one of its properties is needed", value.range,
                help: "write a property, such as `${\(reference.name).transport}`")
        }
        return Hole(reference: reference, context: context, span: text.span(value.range))
    }

    // MARK: - Bodies

    /// A body: JSON, or JSON a line; values in its strings are escaped, others are put in as JSON.
    func body(_ word: ShellWord, isLines: Bool) throws(CurlFault) -> Template {
        var builder = RequestTextBuilder()
        var skeleton: [UInt8] = []
        var places: [Int] = []
        var isString = false
        var isEscaped = false
        // An API that reads lines wants an end behind the last one, and a quote that opens before a line end begins none.
        let first = isLines ? word.bytes.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? 0 : 0
        for (index, byte) in word.bytes.enumerated().dropFirst(first) {
            if let value = word.values[index] {
                builder.append(try hole(value, isString ? .jsonString : .jsonValue))
                // Stands for the value, whatever it will be.
                let sample = isString ? "x" : "null"
                skeleton += sample.utf8
                places += sample.utf8.map { _ in index }
                isEscaped = false
                continue
            }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isString.toggle()
            } else {
                isEscaped = isString && byte == UInt8(ascii: "\\")
            }
            builder.append(byte)
            skeleton.append(byte)
            places.append(index)
        }
        try check(skeleton, isLines: isLines) {
            word.place(places[$0]..<places[$0] + 1)
        } end: {
            word.range
        }
        if isLines, word.bytes.last != 0x0A { builder.append(UInt8(0x0A)) }
        return builder.template()
    }

    private func check(
        _ skeleton: [UInt8], isLines: Bool, place: (Int) -> Range<Int>, end: () -> Range<Int>
    ) throws(CurlFault) {
        let parts = isLines ? skeleton.split(separator: 0x0A) : [skeleton[...]]
        for part in parts where !part.allSatisfy({ $0.isShellBlank || $0 == 0x0D }) {
            let value: JSON
            do throws(JSONError) {
                value = try JSON(bytes: Array(part))
            } catch {
                let offset = part.startIndex + error.offset
                let range = offset < part.endIndex ? place(offset) : end()
                throw CurlFault(
                    "body", "the body is not valid JSON: \(error.message)", range,
                    help: JSONAdvice.help(Array(part), at: error.offset)
                        ?? (isLines ? "write one JSON object on each line" : "write one JSON value"))
            }
            if let name = CurlTemplates.doubled(in: value) {
                let second = CurlTemplates.second(name, in: part).map { found in
                    place(found.lowerBound).lowerBound..<place(found.upperBound - 1).upperBound
                }
                throw CurlFault(
                    "duplicate-key", "an object of the body has two members `\(VisibleText.visible(name))`",
                    second ?? end(),
                    help: "keep one of them: a server uses only one of the two, or refuses both")
            }
        }
    }

    /// Where a name that an object has twice is written for the second time; nil where it is written in two ways.
    private static func second(_ name: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let text = Array(JSON.string(name).text().utf8)
        guard let first = bytes.firstRange(of: text) else { return nil }
        return bytes[first.upperBound...].firstRange(of: text)
    }

    /// A name that an object has twice.
    private static func doubled(in value: JSON) -> String? {
        switch value {
        case .array(let elements): return elements.lazy.compactMap(doubled).first
        case .object(let object):
            var names: Set<String> = []
            for member in object.members {
                if !names.insert(member.name).inserted { return member.name }
                if let name = doubled(in: member.value) { return name }
            }
            return nil
        case .null, .bool, .number, .string: return nil
        }
    }
}
