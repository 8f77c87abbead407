import OrderedJSON
import RunbookRun

// What people read of the head of a plan.

extension Plan.Environment {
    /// What is special about it.
    var adjectives: String {
        let words = [
            isProtected ? "protected" : nil, heading.isSandbox ? "a sandbox" : nil,
            heading.isDisposable ? "disposable" : nil,
        ].compactMap(\.self)
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }
}

extension PlannedTarget {
    /// Where it is, and as whom it is asked.
    var words: String {
        let place = address ?? "\(heading.kind), started for the run"
        let unverified = heading.isVerified ? [] : ["the certificate is not verified"]
        let person = user.map { ["user \($0)"] } ?? []
        let secrets = credentials.map { "\($0.name) from \($0.source)" }
        return ([place] + person + secrets + unverified).joined(separator: ", ")
    }
}

extension RunStart.Parameter {
    /// Its value, and where that comes from unless it is the default.
    var words: String {
        if isSecret { return source == "run" ? "\(name)=***" : "\(name)=*** (\(source))" }
        guard let value else { return source == "none" ? "\(name) (no value yet)" : "\(name) (known during the run)" }
        let text = value.string ?? value.text()
        return source == "default" ? "\(name)=\(text)" : "\(name)=\(text) (\(source))"
    }
}
