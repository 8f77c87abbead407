import SandboxWorld
import Synchronization
import Testing

/// The moments at which sleepers woke.
final class Wakes: Sendable {
    private let list = Mutex<[Int]>([])

    var moments: [Int] { list.withLock { $0 } }

    func add(_ moment: Int) { list.withLock { $0.append(moment) } }

    func until(count: Int) async {
        await wait("only \(moments.count) of \(count) woke") { moments.count >= count }
    }
}

extension SandboxClock {
    /// Returns when so many sleep.
    func untilSleepers(_ count: Int) async {
        await wait("fewer than \(count) sleep") { sleeperCount >= count }
    }
}

/// Returns when something is so, or says after two minutes that it is not.
private func wait(_ message: @autoclosure () -> String, until isSo: () -> Bool) async {
    let latest = ContinuousClock.now + .seconds(120)
    while !isSo() {
        guard ContinuousClock.now < latest else {
            Issue.record("\(message())")
            return
        }
        await Task.yield()
    }
}
