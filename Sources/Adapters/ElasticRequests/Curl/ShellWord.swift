import RunbookModel

/// A word of a shell command, without its quotes, escapes and line continuations.
struct ShellWord {
    /// A variable or another value in a word.
    struct Value {
        /// The text between the braces, or behind the `$`.
        let name: String
        /// What it means in the document; nil for a variable that has no value there.
        let reference: ValueReference?
        /// Where it is, in bytes of the block.
        let range: Range<Int>
    }

    /// The text; a NUL, which no word of a shell can hold, stands for a value.
    private(set) var bytes: [UInt8] = []
    /// Where each byte comes from, in bytes of the block; an escape is longer than what it stands for.
    private(set) var origins: [Range<Int>] = []
    /// The values by their index in `bytes`.
    private(set) var values: [Int: Value] = [:]
    /// Whether a part of it was in single quotes, where nothing is replaced.
    var isRaw = false
    /// Where the word is, with its quotes, in bytes of the block.
    var range: Range<Int>

    init(at start: Int) { range = start..<start }

    /// The text when there is no value in it.
    var literal: String? { values.isEmpty ? String(decoding: bytes, as: UTF8.self) : nil }

    /// The text with `${name}` for each value, for messages.
    var shown: String {
        bytes.indices.reduce(into: [UInt8]()) { text, index in
            if let value = values[index] { text += "${\(value.name)}".utf8 } else { text.append(bytes[index]) }
        }.text
    }

    /// Adds a byte.
    mutating func append(_ byte: UInt8, from origin: Range<Int>) {
        bytes.append(byte)
        origins.append(origin)
    }

    /// Adds a value.
    mutating func append(_ value: Value) {
        values[bytes.count] = value
        append(0, from: value.range)
    }

    /// Adds another word.
    mutating func append(_ word: ShellWord) {
        if word.isRaw { isRaw = true }
        for index in word.bytes.indices {
            if let value = word.values[index] {
                append(value)
            } else {
                append(word.bytes[index], from: word.origins[index])
            }
        }
    }

    /// A part of the word.
    func part(_ indices: Range<Int>) -> ShellWord {
        let place = place(indices)
        var part = ShellWord(at: place.lowerBound)
        for index in indices {
            if let value = values[index] { part.append(value) } else { part.append(bytes[index], from: origins[index]) }
        }
        part.range = place
        part.isRaw = isRaw
        return part
    }

    /// The part from an index on.
    func part(from index: Int) -> ShellWord { part(index..<bytes.count) }

    /// Where a part of the word is, in bytes of the block.
    func place(_ indices: Range<Int>) -> Range<Int> {
        guard let first = indices.first, let last = indices.last else {
            let offset = indices.lowerBound < bytes.count ? origins[indices.lowerBound].lowerBound : range.upperBound
            return offset..<offset
        }
        return origins[first].lowerBound..<max(origins[first].lowerBound, origins[last].upperBound)
    }
}

extension [UInt8] {
    /// The bytes as UTF-8.
    var text: String { String(decoding: self, as: UTF8.self) }
}
