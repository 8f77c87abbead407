import OrderedJSON
import SandboxWorld
import Synchronization

/// An emulator that counts what it was asked; it knows everything but what begins with `/_`.
final class Counter: Emulator {
    private let count = Mutex(0)

    func respond(to request: SandboxRequest) -> SandboxResponse {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let isEmulated = !request.path.hasPrefix("/_")
        return SandboxResponse(
            status: isEmulated ? 200 : 400,
            json: [
                "count": .init(integerLiteral: number), "method": .string(request.method),
                "target": .string(request.target), "body": .string(String(decoding: request.body, as: UTF8.self)),
            ],
            isEmulated: isEmulated)
    }
}
