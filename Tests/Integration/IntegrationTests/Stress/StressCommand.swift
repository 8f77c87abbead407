import ToolTesting

/// The commands that the tool prints to go on with.
enum StressCommand {
    /// The words behind `runbook` of the first `runbook confirm` that is printed.
    static func confirm(in output: String) -> [String]? {
        for line in output.split(separator: "\n") where line.contains("runbook confirm ") {
            // On a line of its own, or in code within a sentence.
            let words = line.split { " `,".contains($0) }.map(String.init).drop { $0 != "confirm" }
            return Array(words.prefix { $0 != "#" && $0 != "or" })
        }
        return nil
    }
}
