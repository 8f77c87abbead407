internal import CSystem
internal import Glibc

/// From which processes this one comes, and which come from it.
package enum Descent {
    /// Whether this process comes from a child that this library started, through however many others.
    ///
    /// Leaving the parent and clearing the environment do not change it; root can.
    package static var isOfRun: Bool { cs_is_marked() != 0 }

    /// The processes above this one, the parent first, as far as they can be seen.
    package static var ancestors: [Int32] {
        var pid = getppid()
        var found: [Int32] = []
        while pid > 0, !found.contains(pid) {
            found.append(pid)
            guard let parent = parent(of: pid) else { break }
            pid = parent
        }
        return found
    }

    /// Makes this process the parent of those that its children leave behind, so that these stay known as its own.
    package static func adopt() { _ = cs_adopt() }

    /// Keeps the memory of this process to itself: no core dump, and no look into it by others of the same user.
    package static func hideMemory() { cs_hide_memory() }

    /// Takes away those that were left behind and have ended.
    ///
    /// They are children of the main thread, which starts none itself, see ``ChildThread``.
    static func reapAdopted() {
        let main = getpid()
        guard let text = ProcFile.text("/proc/\(main)/task/\(main)/children") else { return }
        for pid in text.split(separator: " ").compactMap({ Int32($0) }) { cs_reap_adopted(pid) }
    }

    private static func parent(of pid: Int32) -> Int32? {
        // The name in parentheses may itself hold spaces and parentheses, so fields count from the last one.
        guard let text = ProcFile.text("/proc/\(pid)/stat"), let name = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: name)...].split(separator: " ")
        return fields.count > 1 ? Int32(fields[1]) : nil
    }
}
