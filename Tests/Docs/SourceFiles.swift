import Foundation

/// The sources of the product.
enum SourceFiles {
    /// Every Swift file below `Sources` and of the plugins.
    static let all: [(path: String, text: String)] = ["Sources", "plugins"].flatMap { folder in
        let root = Page.root.appendingPathComponent(folder).resolvingSymlinksInPath()
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            (folder + "/" + path, (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? "")
        }
    }
}
