import Testing

@testable import Processes

struct MessageUnitTests {
    private func buffer(_ bytes: [UInt8], limit: Int = 64) -> OutputBuffer {
        var buffer = OutputBuffer(limit: limit)
        bytes.withUnsafeBytes { buffer.append($0) }
        return buffer
    }

    @Test(arguments: [MessageUnit.line, .frame], [[], [65], [65, 66, 67]] as [[UInt8]])
    func wrappedMessagesComeOutAgain(unit: MessageUnit, message: [UInt8]) throws {
        var buffer = buffer(unit.wrap(message) + unit.wrap([90]))
        #expect(try unit.take(from: &buffer, ended: false) == message)
        #expect(try unit.take(from: &buffer, ended: false) == [90])
        #expect(try unit.take(from: &buffer, ended: true) == nil)
    }

    @Test(arguments: [MessageUnit.line, .frame])
    func anUnfinishedMessageIsNotThereYet(unit: MessageUnit) throws {
        var buffer = buffer([UInt8](unit.wrap([65, 66]).dropLast()))
        #expect(try unit.take(from: &buffer, ended: false) == nil)
    }

    @Test
    func aLineThatArrivesInPiecesIsFound() throws {
        var buffer = OutputBuffer(limit: 64)
        for byte in [65, 66, 10, 67] as [UInt8] {
            withUnsafeBytes(of: byte) { buffer.append($0) }
            if byte != 10 { #expect(try MessageUnit.line.take(from: &buffer, ended: false) == nil) }
            if byte == 10 { #expect(try MessageUnit.line.take(from: &buffer, ended: false) == [65, 66]) }
        }
        #expect(try MessageUnit.line.take(from: &buffer, ended: true) == [67])
    }
}
