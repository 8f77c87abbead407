internal import CSystem
internal import Glibc
internal import Synchronization

/// What a child's thread and its owner share; the owner wakes the thread after each change that concerns it.
final class ChildState: Sendable {
    typealias Message = CheckedContinuation<[UInt8]?, any Error>

    /// Somebody who waits for the next message, first come, first served.
    struct Reader {
        let id: Int
        let unit: MessageUnit
        let continuation: Message
    }

    struct Fields {
        var input: [UInt8] = []
        var isInputClosed = false
        var output: OutputBuffer
        var isOutputEnded = false
        var errors: OutputBuffer
        var readers: [Reader] = []
        var nextReader = 0
        var stop: StopReason?
        var deadline: ContinuousClock.Instant?
        /// When the thread wakes by itself; a later deadline needs no wake.
        var sleepsUntil: ContinuousClock.Instant?
        var result: ProcessResult?
        var waiters: [CheckedContinuation<ProcessResult, Never>] = []
    }

    private let fields: Mutex<Fields>
    private let wakeDescriptor: Descriptor

    /// The descriptor the thread polls beside the child's own.
    var wakeNumber: Int32 { wakeDescriptor.number }

    init(_ command: ProcessCommand) throws(SpawnError) {
        let wake = cs_wake_descriptor()
        guard wake >= 0 else { throw SpawnError(command, step: "eventfd", code: -wake) }
        wakeDescriptor = Descriptor(wake)
        fields = Mutex(
            Fields(output: OutputBuffer(limit: command.output.limit), errors: OutputBuffer(limit: command.errorLimit)))
    }

    /// Changes the shared fields, then wakes the thread when `change` says so.
    func update(_ change: (inout Fields) -> Bool) {
        if fields.withLock({ change(&$0) }) { wake() }
    }

    /// Reads or changes the shared fields without waking anybody.
    func with<Value: Sendable>(_ body: (inout Fields) -> Value) -> Value {
        fields.withLock { body(&$0) }
    }

    private func wake() {
        var one: UInt64 = 1
        _ = write(wakeNumber, &one, 8)
    }

    /// Makes the wake descriptor quiet again.
    func clearWake() {
        var count: UInt64 = 0
        _ = read(wakeNumber, &count, 8)
    }
}
