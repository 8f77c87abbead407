import Testing

/// The folders of SandboxElastic are floors too: `docs/architecture.md` names them from the bottom up, and a folder
/// uses no type or function of one above it.
struct SandboxFoldersTests {
    private struct File {
        let folder: String
        let name: String
        let text: String
    }

    private static let files: [File] = SourceFiles.all.compactMap { path, text in
        let parts = path.split(separator: "/")
        guard parts.count == 5, parts[2] == "SandboxElastic" else { return nil }
        return File(folder: String(parts[3]), name: String(parts[4]), text: code(of: text))
    }

    /// The text without comments and without what stands in quotes.
    private static func code(of text: String) -> String {
        text.split(separator: "\n").map { line in
            var result = ""
            var isQuoted = false
            for part in line.split(separator: "\"", omittingEmptySubsequences: false) {
                if !isQuoted { result += part + " " }
                isQuoted.toggle()
            }
            return result.firstRange(of: "//").map { String(result[..<$0.lowerBound]) } ?? result
        }.joined(separator: "\n")
    }

    /// The floors as the page lists them.
    private static let floors: [String] = {
        let lines = Page("docs/architecture.md").prose.drop { !$0.hasPrefix("- **SandboxElastic**") }
        let entry = lines.prefix { $0.hasPrefix("- **SandboxElastic**") || $0.hasPrefix("  ") }.joined(separator: " ")
        guard let start = entry.firstRange(of: "from the bottom:")?.upperBound else { return [] }
        return entry[start...].matches(of: /`([A-Za-z]+)\/`/).map { String($0.output.1) }
    }()

    @Test func thePageNamesEachFolder() {
        #expect(Set(Self.floors) == Set(Self.files.map(\.folder)))
        #expect(Set(Self.floors).count == Self.floors.count)
    }

    @Test func noFolderUsesOneAboveIt() {
        var places: [String: String] = [:]
        for file in Self.files {
            let declaration =
                /(?m)^(?:(?:package|private|fileprivate|final) )*(?:struct|enum|class|protocol|typealias|func) (\w+)/
            for match in file.text.matches(of: declaration) { places[String(match.output.1)] = file.folder }
        }
        #expect(places.count > 100)
        for file in Self.files {
            guard let floor = Self.floors.firstIndex(of: file.folder) else { continue }
            for word in Set(file.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)) {
                guard let place = places[word], let other = Self.floors.firstIndex(of: place) else { continue }
                #expect(other <= floor, "\(file.folder)/\(file.name) uses \(word) of \(place)")
            }
        }
    }
}
