import Foundation

/// The sources of the product, and those of its tests.
enum SourceFiles {
    /// Every Swift file below `Sources` and of the plugins.
    static let all = files(below: ["Sources", "plugins"])
    /// Every Swift file below `Tests`.
    static let tests = files(below: ["Tests"])
    /// Every Swift file of the fuzzer.
    static let fuzz = files(below: ["Fuzz"])

    private static func files(below folders: [String]) -> [(path: String, text: String)] {
        folders.flatMap { folder in
            let root = Page.root.appendingPathComponent(folder).resolvingSymlinksInPath()
            let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
                let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
                return (folder + "/" + path, text ?? "")
            }
        }
    }
}
