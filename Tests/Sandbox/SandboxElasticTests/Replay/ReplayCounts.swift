/// How many answers of a part of the recording agree.
struct ReplayCounts: CustomStringConvertible {
    private(set) var answers = 0
    private(set) var excepted = 0
    private(set) var statuses = 0
    private(set) var errorTypes = 0
    private(set) var bodies = 0
    private(set) var headers = 0
    /// Answers that agree in everything.
    private(set) var equal = 0

    mutating func add(_ difference: Difference, isExcepted: Bool) {
        answers += 1
        if isExcepted {
            excepted += 1
            return
        }
        statuses += difference.status ? 1 : 0
        errorTypes += difference.errorType ? 1 : 0
        bodies += difference.body ? 1 : 0
        headers += difference.headers ? 1 : 0
        equal += difference.isNone ? 1 : 0
    }

    var description: String {
        "\(answers) answers, \(excepted) excepted; equal status \(statuses), error type \(errorTypes), body \(bodies), "
            + "headers \(headers), all \(equal)"
    }
}
