/// How many answers of a part of the recording agree.
struct ReplayCounts: CustomStringConvertible {
    private(set) var answers = 0
    private(set) var excepted = 0
    private(set) var statuses = 0
    private(set) var errorTypes = 0
    /// Answers whose status and error type agree.
    private(set) var agreeing = 0
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
        agreeing += difference.status && difference.errorType ? 1 : 0
        bodies += difference.body ? 1 : 0
        headers += difference.headers ? 1 : 0
        equal += difference.isNone ? 1 : 0
    }

    /// The share of answers whose status and error type agree, in per cent.
    var share: Int { answers == excepted ? 100 : min(statuses, agreeing) * 100 / (answers - excepted) }

    static func + (left: ReplayCounts, right: ReplayCounts) -> ReplayCounts {
        var sum = left
        sum.answers += right.answers
        sum.excepted += right.excepted
        sum.statuses += right.statuses
        sum.errorTypes += right.errorTypes
        sum.agreeing += right.agreeing
        sum.bodies += right.bodies
        sum.headers += right.headers
        sum.equal += right.equal
        return sum
    }

    var description: String {
        "\(answers) answers, \(excepted) excepted; equal status \(statuses), error type \(errorTypes), both \(agreeing), body \(bodies), "
            + "headers \(headers), all \(equal)"
    }
}
