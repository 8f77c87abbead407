internal import SQLite

/// Rows of a database, found page by page where SQLite finds no way to them any more.
///
/// A table whose first page is lost is nothing for SQLite, although its rows are on other pages. They are looked for on
/// every page that looks like one (https://www.sqlite.org/fileformat.html, "B-tree Pages" and "Record Format"). What is
/// found may be older, or of another table: whoever uses it must be able to tell.
struct DatabasePages {
    private static let pageSize = 4096
    /// The length of a log's header, and of what is before each of its pages ("WAL File Format").
    private static let (logHeader, frameHeader) = (32, 24)
    private static let tableLeaf: UInt8 = 0x0D
    /// The longest row that is put together: a report of a run with everything in it is far shorter.
    private static let longestRow = 64 << 20

    /// The pages by number, the first of which is 1.
    private var pages: [Int: ArraySlice<UInt8>] = [:]

    /// Takes the bytes of a database, and of its log.
    init(_ database: [UInt8], log: [UInt8]) {
        let size = DatabasePages.pageSize
        for number in 0..<(database.count / size) {
            pages[number + 1] = database[number * size..<(number + 1) * size]
        }
        var frame = DatabasePages.logHeader
        while frame + DatabasePages.frameHeader + size <= log.count {
            let number = DatabasePages.number(log[frame...], bytes: 4)
            let start = frame + DatabasePages.frameHeader
            if number > 0 { pages[number] = log[start..<start + size] }
            frame = start + size
        }
    }

    /// Each row that can be put together.
    func rows(_ take: ([Value]) -> Void) {
        for number in pages.keys.sorted() {
            guard let page = pages[number] else { continue }
            // The first page begins with the database's own header.
            let header = page.dropFirst(number == 1 ? 100 : 0)
            guard header.first == DatabasePages.tableLeaf else { continue }
            let count = DatabasePages.number(header.dropFirst(3), bytes: 2)
            for place in 0..<min(count, DatabasePages.pageSize / 2) {
                let pointer = header.dropFirst(8 + 2 * place)
                guard pointer.count >= 2 else { break }
                let offset = DatabasePages.number(pointer, bytes: 2)
                if let payload = payload(at: page.dropFirst(offset)), let row = DatabasePages.record(payload) {
                    take(row)
                }
            }
        }
    }

    /// The content of a cell, with what is on pages of its own.
    private func payload(at cell: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = cell
        guard let length = DatabasePages.variable(&rest), DatabasePages.variable(&rest) != nil, length > 0,
            length <= DatabasePages.longestRow
        else { return nil }
        let usable = DatabasePages.pageSize
        if length <= usable - 35 { return rest.count >= length ? rest.prefix(length) : nil }
        let least = (usable - 12) * 32 / 255 - 23
        let wanted = least + (length - least) % (usable - 4)
        let local = wanted <= usable - 35 ? wanted : least
        guard rest.count >= local + 4 else { return nil }
        var payload = Array(rest.prefix(local))
        var next = DatabasePages.number(rest.dropFirst(local), bytes: 4)
        var seen: Set<Int> = []
        while payload.count < length {
            guard let page = pages[next], seen.insert(next).inserted else { return nil }
            next = DatabasePages.number(page, bytes: 4)
            payload += page.dropFirst(4).prefix(length - payload.count)
        }
        return payload[...]
    }

    /// The values of a record; nil when it is not one.
    private static func record(_ payload: ArraySlice<UInt8>) -> [Value]? {
        var header = payload
        guard let length = variable(&header), length <= payload.count, length >= payload.count - header.count else {
            return nil
        }
        header = header.prefix(length - (payload.count - header.count))
        var body = payload.dropFirst(length)
        var values: [Value] = []
        while !header.isEmpty {
            guard let type = variable(&header), let value = value(type, &body) else { return nil }
            values.append(value)
        }
        return body.isEmpty ? values : nil
    }

    private static func value(_ type: Int, _ body: inout ArraySlice<UInt8>) -> Value? {
        let sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
        let size = type < sizes.count ? sizes[type] : (type - 12) / 2
        guard size >= 0, body.count >= size else { return nil }
        let bytes = body.prefix(size)
        body = body.dropFirst(size)
        switch type {
        case 0: return .null
        case 8, 9: return .integer(Int64(type - 8))
        case 1...6: return .integer(signed(bytes))
        case 7: return .real(Double(bitPattern: UInt64(bitPattern: signed(bytes))))
        case 12...:
            if type.isMultiple(of: 2) { return .blob(Array(bytes)) }
            return String(validating: bytes, as: UTF8.self).map { .text($0) }
        default: return nil
        }
    }

    private static func signed(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(bytes.first.map { $0 >= 0x80 } == true ? -1 : 0) { ($0 << 8) | Int64($1) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>, bytes count: Int) -> Int {
        bytes.prefix(count).reduce(0) { ($0 << 8) | Int($1) }
    }

    /// A number of one to nine bytes; nil at the end of the bytes, and for a negative one, which no length is.
    private static func variable(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        var number: UInt64 = 0
        for place in 0..<9 {
            guard let byte = bytes.popFirst() else { return nil }
            if place == 8 {
                number = (number << 8) | UInt64(byte)
            } else {
                number = (number << 7) | UInt64(byte & 0x7F)
                if byte & 0x80 == 0 { break }
            }
        }
        return Int(exactly: number)
    }
}
