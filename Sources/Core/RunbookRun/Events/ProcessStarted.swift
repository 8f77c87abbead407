package import OrderedJSON

/// A process of this machine was started for a request.
package struct ProcessStarted: StepEvent {
    /// The name in journals.
    package static let kind = "process-started"

    /// The request.
    package let place: ActionPlace
    /// The process.
    package let process: StartedProcess

    /// Makes the content.
    package init(place: ActionPlace, process: StartedProcess) {
        self.place = place
        self.process = process
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let place = ActionPlace(fields), let pid = fields.int("pid"), let ticks = fields.int("start_ticks")
        else { return nil }
        let process = StartedProcess(pid: pid, startTicks: ticks, boot: fields.string("boot") ?? "")
        self.init(place: place, process: process)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        place.write(into: &fields)
        fields.set("pid", .number(JSONNumber(process.pid)))
        fields.set("start_ticks", .number(JSONNumber(process.startTicks)))
        fields["boot"] = process.boot
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.processes[place, default: []].append(process)
        return true
    }
}

extension RunEvent {
    /// A process of this machine was started for a request.
    package static func processStarted(step: String, place: ActionPlace, process: StartedProcess) -> RunEvent {
        .step(step, ProcessStarted(place: place, process: process))
    }
}
