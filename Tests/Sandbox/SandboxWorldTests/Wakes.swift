import SandboxWorld
import Synchronization

/// The moments at which sleepers woke.
final class Wakes: Sendable {
    private let list = Mutex<[Int]>([])

    var moments: [Int] { list.withLock { $0 } }

    func add(_ moment: Int) { list.withLock { $0.append(moment) } }

    func until(count: Int) async {
        while moments.count < count { await Task.yield() }
    }
}

extension SandboxClock {
    /// Returns when so many sleep.
    func untilSleepers(_ count: Int) async {
        while sleeperCount < count { await Task.yield() }
    }
}
