internal import Synchronization

/// The deprecations of one request, in order and each once.
///
/// It is a reference because an operation warns wherever it notices, also when it fails afterwards.
final class Warnings: Sendable {
    private let texts = Mutex<[String]>([])

    func add(_ text: String) {
        texts.withLock { if !$0.contains(text) { $0.append(text) } }
    }

    var all: [String] { texts.withLock { $0 } }
}
