import Glibc
import Testing

@testable import Terminal

@Suite(.serialized, .timeLimit(.minutes(1)))
struct SignalsTests {
    @Test func tellsTheSecondControlCFromTheFirst() async {
        await #expect(processExitsWith: .exitCode(7)) {
            signal(SIGINT, SIG_DFL)
            let stream = try Signals.deliveries()
            kill(getpid(), SIGINT)
            var deliveries = stream.makeAsyncIterator()
            guard await deliveries.next() == SignalDelivery(signal: .interrupt, ordinal: 1) else { exit(1) }
            kill(getpid(), SIGINT)
            guard await deliveries.next() == SignalDelivery(signal: .interrupt, ordinal: 2) else { exit(2) }
            kill(getpid(), SIGTERM)
            guard await deliveries.next() == SignalDelivery(signal: .terminate, ordinal: 3) else { exit(3) }
            exit(7)
        }
    }

    @Test func anEndedStreamGivesSignalsTheirEffectBack() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            let task = Task {
                for await _ in try Signals.deliveries() {}
            }
            task.cancel()
            try await task.value
            kill(getpid(), SIGTERM)
            try await Task.sleep(for: .seconds(10))
        }
    }

    @Test func anIgnoredSignalStaysIgnored() async {
        await #expect(processExitsWith: .exitCode(7)) {
            signal(SIGHUP, SIG_IGN)
            signal(SIGINT, SIG_DFL)
            let stream = try Signals.deliveries()
            kill(getpid(), SIGHUP)
            kill(getpid(), SIGINT)
            for await delivery in stream { exit(delivery.signal == .interrupt ? 7 : 1) }
        }
    }

    @Test func thereIsOneStreamAtATime() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let stream = try Signals.deliveries()
            do { _ = try Signals.deliveries() } catch let error as TerminalError {
                exit(error.code == EALREADY ? 7 : 1)
            }
            withExtendedLifetime(stream) {}
        }
    }

    @Test(arguments: [(Signal.interrupt, 130), (.terminate, 143), (.hangup, 129)] as [(Signal, Int32)])
    func hasTheShellsExitCode(signal: Signal, code: Int32) {
        #expect(signal.exitCode == code)
    }
}
