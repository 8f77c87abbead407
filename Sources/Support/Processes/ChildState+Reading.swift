extension ChildState {
    /// Waits for the next message; `nil`: the stream has ended.
    func next(_ unit: MessageUnit) async throws -> [UInt8]? {
        let id = with { fields in
            fields.nextReader += 1
            return fields.nextReader
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                update { fields in
                    fields.readers.append(Reader(id: id, unit: unit, continuation: continuation))
                    return Self.serve(&fields)
                }
                // A cancellation before the line above found no reader to end.
                if Task.isCancelled { cancel(reader: id) }
            }
        } onCancel: {
            cancel(reader: id)
        }
    }

    private func cancel(reader id: Int) {
        let reader = with { fields in
            fields.readers.firstIndex { $0.id == id }.map { fields.readers.remove(at: $0) }
        }
        reader?.continuation.resume(throwing: CancellationError())
    }

    /// Hands out whole messages to those who wait; true: the thread waits for the room this made.
    static func serve(_ fields: inout Fields) -> Bool {
        let wasFull = fields.output.isFull
        while let reader = fields.readers.first {
            do throws(ChildOutputError) {
                let message = try reader.unit.take(from: &fields.output, ended: fields.isOutputEnded)
                guard message != nil || fields.isOutputEnded else { break }
                reader.continuation.resume(returning: message)
            } catch {
                reader.continuation.resume(throwing: error)
            }
            fields.readers.removeFirst()
        }
        return wasFull && !fields.output.isFull
    }
}
