import Arguments
import RunbookModel

/// A duration on the command line, such as `90s`, `4h` or `30d`.
struct LongTime: ArgumentValue {
    /// How long.
    let duration: Duration

    /// Makes a duration.
    init(_ duration: Duration) { self.duration = duration }

    /// Reads a whole number with a unit.
    init(argument: String) throws(InvalidArgument) {
        if let duration = DurationText.parse(argument) {
            self.duration = duration
        } else if argument.hasSuffix("d"), let days = Int(argument.dropLast()), (0...36_500).contains(days) {
            duration = .seconds(days * 86_400)
        } else {
            throw InvalidArgument("expected a whole number with `s`, `m`, `h` or `d`, such as `30d`")
        }
    }

    /// The text of it.
    var argumentText: String { DurationText.text(duration) }
}
