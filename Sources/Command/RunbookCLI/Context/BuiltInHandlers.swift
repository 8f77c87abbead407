import ConsoleHandler
import CurlHandler
import RunbookEngine

/// The handlers that are compiled in.
enum BuiltInHandlers {
    /// All of them, in the order they are asked.
    static let registry = HandlerRegistry([ConsoleHandler(), CurlHandler()])
}
