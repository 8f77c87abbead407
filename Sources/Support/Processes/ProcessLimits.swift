/// Limits of one child that the kernel enforces (setrlimit(2)).
package struct ProcessLimits: Sendable, Hashable {
    /// Bytes of address space (`RLIMIT_AS`); `nil`: no limit.
    package var addressSpace: UInt64?
    /// Seconds of processor time over the child's life (`RLIMIT_CPU`); `nil`: no limit.
    package var processorSeconds: UInt64?

    /// Creates limits; without arguments there are none.
    package init(addressSpace: UInt64? = nil, processorSeconds: UInt64? = nil) {
        self.addressSpace = addressSpace
        self.processorSeconds = processorSeconds
    }
}
