package import OrderedJSON

/// Processes that an attempt had started still ran when its outcome was looked for, and were ended before.
package struct ProcessesEnded: StepEvent {
    /// The name in journals.
    package static let kind = "processes-ended"

    /// What they were, masked: the command and the number of each.
    package let processes: [String]

    /// Makes the content.
    package init(processes: [String]) {
        self.processes = processes
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        self.init(processes: FieldReader(data).strings("processes"))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("processes", .array(processes.map { .string($0) }))
        return fields.object
    }

    /// The sentence about one of them.
    package static func sentence(_ process: String) -> String {
        "\(process) still ran, and was ended before the outcome of the step was looked for"
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .inDoubt else { return false }
        let sentences = processes.map(ProcessesEnded.sentence).filter { !record.warnings.contains($0) }
        record.warnings += sentences.prefix(max(0, StepRecord.mostWarnings - record.warnings.count))
        return true
    }
}

extension RunEvent {
    /// Processes that an attempt had started still ran, and were ended.
    package static func processesEnded(step: String, processes: [String]) -> RunEvent {
        .step(step, ProcessesEnded(processes: processes))
    }
}
