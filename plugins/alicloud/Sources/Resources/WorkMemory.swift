import OrderedJSON
import Synchronization

/// What actions of this process have done so far, by their tokens: a resource is made in one round and ready in a later one.
final class WorkMemory: Sendable {
    /// What an action has done.
    struct Note: Sendable {
        /// How often it asked for its resource; more than once where that is not there yet.
        var creations = 0
        /// The ID of what it made.
        var made: JSONObject?
        /// How often it saw something that keeps the resource from being deleted.
        var hindrances = 0
        /// What it added to a list that had more.
        var added: JSON?
    }

    private let notes = Mutex<[String: Note]>([:])

    /// What an action has done.
    func note(of token: String) -> Note { notes.withLock { $0[token] ?? Note() } }

    /// Remembers what an action did.
    func change(_ token: String, _ change: (inout Note) -> Void) {
        notes.withLock { change(&$0[token, default: Note()]) }
    }
}
