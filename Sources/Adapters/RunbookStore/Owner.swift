internal import OrderedJSON
package import RunbookRun

/// Who holds a lock, as the lock's file tells others.
package struct Owner: Sendable, Hashable {
    /// The person's name on their machine.
    package let user: String
    /// The machine.
    package let host: String
    /// The process on that machine.
    package let process: Int32
    /// Since when.
    package let since: Timestamp

    package init(user: String, host: String, process: Int32, since: Timestamp) {
        self.user = user
        self.host = host
        self.process = process
        self.since = since
    }

    /// A phrase for messages: `anna on ops1 (process 4711) since 2026-11-21T09:12:00.000Z`.
    package var description: String {
        "\(user) on \(host) (process \(process)) since \(since.iso8601)"
    }

    /// The text of a lock's file.
    func text(_ kept: KeptEvents?) -> String {
        var object = JSONObject([
            ("user", .string(user)), ("host", .string(host)), ("process", .number(JSONNumber(Int(process)))),
            ("since", .number(JSONNumber(since.milliseconds))),
        ])
        if let kept { object.append("kept", kept.json) }
        return JSON.object(object).text()
    }

    init?(text: String) {
        guard let json = try? JSON(parsing: text), let user = json["user"]?.string, let host = json["host"]?.string,
            let process = json["process"]?.int, let since = json["since"]?.int
        else { return nil }
        self.init(
            user: user, host: host, process: Int32(truncatingIfNeeded: process),
            since: Timestamp(milliseconds: since))
    }
}
