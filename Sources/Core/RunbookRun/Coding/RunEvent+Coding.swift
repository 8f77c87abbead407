package import OrderedJSON

// What journals hold is a promise: they are read for ever. Each kind writes and reads its own members by hand, so that
// renaming a type or a member in the source cannot change them.
extension RunEvent {
    /// The version of the journal's format.
    package static let formatVersion = 1

    private static let stepKinds = Dictionary(stepEvents.map { ($0.kind, $0) }) { first, _ in first }
    private static let runWideKinds = Dictionary(runWideEvents.map { ($0.kind, $0) }) { first, _ in first }

    /// The stable name of the kind.
    package var kind: String {
        switch self {
        case .run(let event): type(of: event).kind
        case .step(_, let event): type(of: event).kind
        case .unknown(let kind, _): kind
        }
    }

    /// The step it is about.
    package var step: String? {
        switch self {
        case .run: nil
        case .step(let step, _): step
        case .unknown(_, let data): data["step"]?.string
        }
    }

    /// The content.
    package var data: JSON {
        switch self {
        case .run(let event): return .object(event.members)
        case .step(let step, let event):
            var members = event.members
            members.append("step", .string(step))
            return .object(members)
        case .unknown(_, let data): return data
        }
    }

    /// Reads an event; a kind that is not known, or content that does not fit it, is kept as `unknown`.
    package init(kind: String, data: JSON) {
        if let type = RunEvent.runWideKinds[kind], let event = type.init(data) {
            self = .run(event)
        } else if let type = RunEvent.stepKinds[kind], let step = data["step"]?.string, let event = type.init(data) {
            self = .step(step, event)
        } else {
            self = .unknown(kind: kind, data: data)
        }
    }
}
