import ConsoleHandler
import RunbookBodies
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
import YAML

enum YAMLBoundary {
    static func feed(_ bytes: [UInt8]) {
        _ = try? YAMLNode(bytes: bytes)
        _ = YAMLBody.parse(Block.of(bytes))
        let file = EnvironmentFile(file: "/fuzz.yaml", origin: .path)
        let source = SourceText(file: "/fuzz.yaml", bytes: bytes)
        do {
            let (environment, warnings) = try Environment.read(
                file, source: source, kinds: TargetKinds([ConsoleHandler.manifest]))
            _ = environment.trustProblems
            Renderings.promiseHarmless(warnings, source)
        } catch {
            Renderings.promiseHarmless(error.diagnostics, error.source ?? source)
        }
    }
}
