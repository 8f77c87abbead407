internal import CSystem
internal import Dispatch
internal import Glibc

/// The signals that ask this process to end, as a stream instead of its death.
package enum Signals {
    /// Takes the signals over until the stream is no longer read: when this returns, none of them is lost or deadly.
    ///
    /// A signal that was ignored at the start (`nohup`) stays ignored. There is one stream at a time.
    package static func deliveries(of signals: [Signal] = Signal.allCases) throws(TerminalError)
        -> AsyncStream<SignalDelivery>
    {
        let numbers = signals.map(\.number)
        let pipe = runbook_signals_open(numbers, Int32(numbers.count))
        guard pipe >= 0 else { throw TerminalError(operation: "take over signals", code: -pipe) }
        let (stream, continuation) = AsyncStream.makeStream(of: SignalDelivery.self)
        continuation.onTermination = { _ in runbook_signals_close() }
        // A thread of its own: the read blocks for as long as the process lives.
        DispatchQueue(label: "runbook.signals").async { @Sendable in
            forward(pipe, to: continuation)
        }
        return stream
    }

    private static func forward(_ pipe: Int32, to continuation: AsyncStream<SignalDelivery>.Continuation) {
        var ordinal = 0
        var byte: UInt8 = 0
        while true {
            let count = read(pipe, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { break }
            guard let signal = Signal(number: byte) else { continue }
            ordinal += 1
            continuation.yield(SignalDelivery(signal: signal, ordinal: ordinal))
        }
        close(pipe)
        continuation.finish()
    }
}
