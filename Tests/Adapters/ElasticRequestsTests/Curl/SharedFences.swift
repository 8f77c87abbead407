import Foundation

/// The fences of documents from elsewhere, when there is a folder of them on this machine.
enum SharedFences {
    /// The folder, from the environment.
    static let folder = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"]

    /// A fence and the file that it stands in.
    struct Fence: Sendable {
        let file: String
        let text: String
    }

    /// All fences of the documents of two folders; the documents are read line by line, which is enough to count.
    static let all: [Fence] = ["corpora", "seeds"].flatMap(fences)

    private static func fences(in name: String) -> [Fence] {
        guard let folder else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
        return files.filter { $0.hasSuffix(".md") }.sorted().flatMap { file in
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)") ?? Data()
            return fences(of: String(decoding: data, as: UTF8.self)).map { Fence(file: "\(name)/\(file)", text: $0) }
        }
    }

    private static func fences(of text: String) -> [String] {
        var fences: [String] = []
        var lines: [Substring]?
        var indentation = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            if content.hasPrefix("```") || content.hasPrefix("~~~") {
                if let inside = lines { fences.append(inside.joined(separator: "\n") + "\n") }
                lines = lines == nil ? [] : nil
                indentation = line.count - content.count
            } else {
                lines?.append(line.dropFirst(min(indentation, line.count - content.count)))
            }
        }
        return fences
    }
}
