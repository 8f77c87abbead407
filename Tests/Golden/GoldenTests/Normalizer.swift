import Glibc
import ToolTesting

/// Replaces what is different in every run: names of runs, times, ports, folders, people.
struct Normalizer {
    private let folder: TestFolder
    private let user: String
    private let host: String
    private var runs: [String] = []

    private static var replacements: [(Regex<Substring>, String)] {
        [
            (/http:\/\/127\.0\.0\.1:\d+/, "http://127.0.0.1:PORT"),
            (/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:(?:\.\d+)?Z)?/, "MOMENT"),
            (/\btime="\d+\.\d+"/, "time=\"TIME\""),
            (/\b\d{1,2} [A-Z][a-z]{2} \d{4}(?: \d\d:\d\d(?::\d\d)?(?: UTC)?)?/, "MOMENT"),
            (/\b(?:\d+(?:\.\d+)? m?s|\d+ m \d+ s)\b/, "TIME"),
            (/\b[0-9a-f]{64}\b/, "SHA-256"),
            (/\bbegan at \d\d:\d\d:\d\d/, "began at CLOCK"),
            (/\bpreference=[A-Za-z0-9_-]{20,22}/, "preference=UUID"),
        ]
    }

    init(folder: TestFolder) {
        self.folder = folder
        user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""
        var buffer = [CChar](repeating: 0, count: 256)
        gethostname(&buffer, buffer.count - 1)
        host = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The text with the same words in every run; runs are numbered in the order of their first mention.
    mutating func normalized(_ text: String) -> String {
        var text = text.replacing(folder.path, with: "DIR")
        for match in text.matches(of: RunName.pattern) {
            let name = String(match.output)
            if !runs.contains(name) { runs.append(name) }
        }
        for (index, name) in runs.enumerated() { text = text.replacing(name, with: "RUN-\(index + 1)") }
        text.replace(/("took(?:_ms)?": ?)\d+/) { $0.output.1 + "TIME" }
        text.replace(/("identity": ?)"[A-Za-z0-9_-]{20,22}"/) { $0.output.1 + "\"UUID\"" }
        for (pattern, replacement) in Normalizer.replacements { text.replace(pattern, with: replacement) }
        text = text.replacing("by \(user)", with: "by USER").replacing("**\(user)**", with: "**USER**")
        text = text.replacing("\"\(user)\"", with: "\"USER\"").replacing("  \(user)  ", with: "  USER  ")
        // The columns behind a time depend on how long it took.
        text.replace(/TIME {2,}/, with: "TIME  ")
        // A day of the month has one digit or two.
        text.replace(/STARTED {2,}BY/, with: "STARTED                   BY")
        if !host.isEmpty { text = text.replacing(host, with: "HOST") }
        return text
    }
}
