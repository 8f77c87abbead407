/// A process that an attempt has started on this machine.
package struct StartedProcess: Sendable, Hashable {
    /// The process number.
    package let pid: Int
    /// When it was started, in clock ticks since the boot.
    package let startTicks: Int
    /// The kernel's name of that boot.
    package let boot: String

    /// Names a process.
    package init(pid: Int, startTicks: Int, boot: String) {
        self.pid = pid
        self.startTicks = startTicks
        self.boot = boot
    }
}
