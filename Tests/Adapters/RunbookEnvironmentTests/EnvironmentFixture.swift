import AlicloudHandler
import ConsoleHandler
import RunbookModel
import RunbookPlugin
import ShellHandler
import Testing

@testable import RunbookEnvironment

/// Texts of environment files and their reading.
enum EnvironmentFixture {
    /// The kinds of the built-in handlers.
    static let kinds = TargetKinds([
        ConsoleHandler.manifest, ShellHandler.manifest, AlicloudHandler.manifest,
    ])

    static let head = "environment: { version: 1 }\n"

    static func file(_ path: String = "/envs/staging.yaml", origin: EnvironmentOrigin = .path) -> EnvironmentFile {
        EnvironmentFile(file: path, origin: origin)
    }

    static func read(_ text: String, origin: EnvironmentOrigin = .path) throws -> Environment {
        let file = file(origin: origin)
        return try Environment.read(
            file, source: SourceText(file: file.file, text: text), kinds: EnvironmentFixture.kinds
        ).0
    }

    /// A file with one Elasticsearch target called `leader` and these keys.
    static func leader(_ keys: String) -> String { head + "targets:\n  leader: { kind: elasticsearch, \(keys) }\n" }

    /// What is wrong with a text; empty when it can be read.
    static func problems(_ text: String) -> [Diagnostic] {
        do throws(EnvironmentProblems) {
            let file = file()
            return try Environment.read(
                file, source: SourceText(file: file.file, text: text), kinds: EnvironmentFixture.kinds
            ).1
        } catch {
            return error.diagnostics
        }
    }
}
