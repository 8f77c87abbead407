import Foundation
import Testing

/// A page of the project's documentation.
struct Page: Sendable, CustomTestStringConvertible {
    /// The project's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every page: at the root, in `docs` and beside plugins.
    static let all: [Page] = (files(in: "") + files(in: "docs") + pluginPages).sorted { $0.path < $1.path }

    /// The path from the project's folder.
    let path: String
    /// The text.
    let text: String

    /// Reads a page; one that is missing is empty, and fails the tests that look into it.
    init(_ path: String) {
        self.path = path
        text = (try? String(contentsOf: Page.root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    }

    var testDescription: String { path }

    private static var pluginPages: [Page] {
        names(in: "plugins").map { "plugins/\($0)/README.md" }.filter(exists).map(Page.init)
    }

    private static func files(in folder: String) -> [Page] {
        names(in: folder).filter { $0.hasSuffix(".md") }.map { Page(folder.isEmpty ? $0 : "\(folder)/\($0)") }
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
    }

    /// Whether a file or folder of the project is there.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The lines outside of fences.
    var prose: [String] {
        var fence: Substring?
        return text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            let mark = line.drop { $0 == " " }.prefix { $0 == "`" }
            if let open = fence {
                if mark.count >= open.count { fence = nil }
                return nil
            }
            if mark.count >= 3 {
                fence = mark
                return nil
            }
            return String(line)
        }
    }

    /// The content of the fences with this info string.
    func fences(_ info: String) -> [String] {
        var contents: [String] = []
        var open: (mark: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let (mark, lines) = open {
                if line == mark {
                    contents.append(lines.joined(separator: "\n") + "\n")
                    open = nil
                } else {
                    open = (mark, lines + [line])
                }
            } else if line.hasSuffix("`" + info), line.dropLast(info.count).allSatisfy({ $0 == "`" }) {
                open = (String(line.dropLast(info.count)), [])
            }
        }
        return contents
    }

    /// The anchors of the headings, as GitHub makes them.
    var anchors: Set<String> {
        Set(
            prose.filter { $0.hasPrefix("#") }.map { heading in
                let title = heading.drop { $0 == "#" }.dropFirst().lowercased()
                return String(title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" })
                    .replacingOccurrences(of: " ", with: "-")
            })
    }

    /// The code spans of the prose.
    var codeSpans: [String] {
        prose.joined(separator: "\n").matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
    }

    /// The targets of the links of the prose that stay in the project.
    var links: [String] {
        prose.joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
            .filter { !$0.contains("://") }
    }
}
