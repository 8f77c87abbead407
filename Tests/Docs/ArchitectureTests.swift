import Testing

/// `docs/architecture.md` and `Package.swift` tell the same, and no arrow points up.
struct ArchitectureTests {
    private let manifest: Manifest

    init() throws { manifest = try Manifest() }

    @Test func everyTargetIsRead() {
        let names = Set(manifest.targets.map(\.name))
        #expect(names.count == manifest.targets.count)
        // Those of plugins live in folders of their own.
        #expect(names.filter { !$0.hasSuffix("Handler") } == Manifest.folders())
    }

    @Test func thePageHasEachTargetOnItsFloor() {
        var floor = ""
        var told: [String: String] = [:]
        for line in Page("docs/architecture.md").prose {
            if line.hasPrefix("### ") { floor = String(line.dropFirst(4)) }
            guard line.hasPrefix("- **") else { continue }
            let names = line.prefix { $0 != ":" }.matches(of: /\*\*([A-Za-z0-9]+)\*\*/).map { String($0.output.1) }
            for name in names { told[name] = floor == "Plugins" ? "Adapters" : floor }
        }
        let real = Dictionary(manifest.targets.map { ($0.name, $0.floor) }) { first, _ in first }
        #expect(told == real)
    }

    @Test func noArrowPointsUp() throws {
        let floors = Dictionary(manifest.targets.map { ($0.name, $0.floor) }) { first, _ in first }
        for target in manifest.targets {
            for dependency in target.dependencies {
                let floor = try #require(floors[dependency], "\(target.name) needs \(dependency)")
                let (above, below) = (
                    Manifest.floors.firstIndex(of: target.floor), Manifest.floors.firstIndex(of: floor)
                )
                #expect(try #require(below) <= #require(above), "\(target.name) needs \(dependency)")
                #expect(
                    target.floor != "Sandbox" || !["Core", "Adapters"].contains(floor),
                    "\(target.name) needs \(dependency)")
            }
        }
    }

    /// What nobody imports is not a dependency, and would let an arrow point up unseen.
    @Test func eachDependencyIsImported() {
        for target in manifest.targets where !target.folders.sources.isEmpty {
            let own = Self.imports(in: target.folders.sources)
            let tests = Self.imports(in: target.folders.tests)
            #expect(!own.isEmpty || target.dependencies.isEmpty, "\(target.name) has no sources")
            for dependency in target.dependencies where !own.contains(dependency) {
                Issue.record("\(target.name) does not import \(dependency)")
            }
            // The binary itself is needed and not imported.
            for dependency in target.testDependencies where !tests.contains(dependency) && dependency != "runbook" {
                Issue.record("the tests of \(target.name) do not import \(dependency)")
            }
        }
    }

    /// The modules that the sources of a folder import.
    private static func imports(in folder: String) -> Set<String> {
        let texts = (SourceFiles.all + SourceFiles.tests).filter { $0.path.hasPrefix(folder) }.map(\.text)
        let lines = /(?m)^(?:@testable )?(?:public |package |internal )?import (?:struct |enum )?([A-Za-z0-9]+)/
        return Set(texts.flatMap { $0.matches(of: lines).map { String($0.output.1) } })
    }

    @Test func eachLibraryHasOneUser() {
        for library in manifest.targets where library.floor == "Libraries" && library.name != "CSystem" {
            let users = manifest.targets.filter { $0.dependencies.contains(library.name) }
            #expect(users.count == 1, "\(library.name) is used by \(users.map(\.name))")
        }
    }
}
