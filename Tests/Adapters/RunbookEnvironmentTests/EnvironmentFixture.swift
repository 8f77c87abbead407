import RunbookModel
import Testing

@testable import RunbookEnvironment

/// Texts of environment files and their reading.
enum EnvironmentFixture {
    static let head = "environment: { version: 1 }\n"

    static func file(_ path: String = "/envs/staging.yaml", origin: EnvironmentOrigin = .path) -> EnvironmentFile {
        EnvironmentFile(file: path, origin: origin)
    }

    static func read(_ text: String, origin: EnvironmentOrigin = .path) throws -> Environment {
        let file = file(origin: origin)
        return try Environment.read(file, source: SourceText(file: file.file, text: text)).0
    }

    /// A file with one Elasticsearch target called `leader` and these keys.
    static func leader(_ keys: String) -> String { head + "targets:\n  leader: { kind: elasticsearch, \(keys) }\n" }

    /// What is wrong with a text; empty when it can be read.
    static func problems(_ text: String) -> [Diagnostic] {
        do throws(EnvironmentProblems) {
            let file = file()
            return try Environment.read(file, source: SourceText(file: file.file, text: text)).1
        } catch {
            return error.diagnostics
        }
    }
}
