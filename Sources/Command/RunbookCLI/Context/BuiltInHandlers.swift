import AlicloudHandler
import ConsoleHandler
import CurlHandler
import ElasticClient
import RunbookEngine
import RunbookModel
import RunbookPlugin
import RunbookRun
import ShellHandler

/// The handlers that are compiled in.
enum BuiltInHandlers {
    /// All of them, in the order they are asked.
    static let registry = {
        // One client, so that a target's connection serves the steps of both languages.
        let client = ElasticClient()
        return HandlerRegistry([
            ConsoleHandler(client: client), CurlHandler(client: client),
            ShellHandler(variables: ProcessVariables.all()),
            AlicloudHandler(clock: { RealClock.wallTime().milliseconds }, profiles: CloudProfiles.read),
        ])
    }()
}
