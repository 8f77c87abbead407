import HTTPClient
import RunbookModel

/// What a server warns of in its `Warning` headers (RFC 7234, section 5.5), such as that a request's form is
/// deprecated.
enum WarningHeader {
    /// The most warnings of one response that are reported.
    private static let most = 10

    /// The warnings, each once; nothing in a response is wrong because of them.
    static func complaints(of response: HTTPClient.Response) -> [Response.Complaint] {
        let values = response.headers.lazy.filter { $0.name.lowercased() == "warning" }.map(\.value)
        let texts = values.reduce(into: [String]()) { texts, value in
            for text in self.texts(in: value) where !texts.contains(text) && texts.count < most { texts.append(text) }
        }
        return texts.map { Response.Complaint(field: "", message: $0, isWarning: true) }
    }

    /// The texts of a header's value, `CODE AGENT "TEXT" ["DATE"]` with others behind commas; the value where it has
    /// another form.
    static func texts(in value: String) -> [String] {
        var texts: [String] = []
        var quoted: [UInt8]?
        var isText = true
        var isEscaped = false
        for byte in value.utf8 {
            switch (byte, quoted) {
            case (_, .some) where isEscaped:
                quoted?.append(byte)
                isEscaped = false
            case (UInt8(ascii: "\\"), .some): isEscaped = true
            case (UInt8(ascii: "\""), .some(let bytes)):
                // The second quoted part of a warning is its date.
                if isText { texts.append(String(decoding: bytes, as: UTF8.self)) }
                isText = false
                quoted = nil
            case (UInt8(ascii: "\""), nil): quoted = []
            case (_, .some): quoted?.append(byte)
            case (UInt8(ascii: ","), nil): isText = true
            case (_, nil): break
            }
        }
        let found = texts.isEmpty ? [value] : texts
        return found.filter { !$0.isEmpty }.map { Excerpt.text($0, atMost: 500) }
    }
}
