import RunbookModel
import RunbookStore

/// What people see of the runs of a damaged store.
enum RepairLines {
    private static let limit = 20

    /// Which runs can be read before a repair; nothing where even that cannot be told.
    static func survey(of folder: StoreFolder) -> [String] {
        guard let found = try? StoreRepair(folder).survey() else { return [] }
        return lines(found, "can be read")
    }

    /// What became of the runs.
    static func lines(_ result: StoreRepair.Result, _ verb: String) -> [String] {
        let total = result.whole.count + result.incomplete.count + result.lost.count
        var lines = ["\(result.whole.count) of \(total) runs \(verb)" + names(result.whole)]
        if !result.incomplete.isEmpty {
            lines.append(
                "\(result.incomplete.count) in part: they can be reported, not resumed" + names(result.incomplete))
        }
        if !result.lost.isEmpty { lines.append("\(result.lost.count) lost" + names(result.lost)) }
        return lines + withoutText(result)
    }

    /// Which runs have lost the text of their documents.
    static func withoutText(_ result: StoreRepair.Result) -> [String] {
        if result.withoutText.isEmpty { return [] }
        return [
            "\(result.withoutText.count) without the text of their documents: they can be reported, not resumed"
                + names(result.withoutText)
        ]
    }

    private static func names(_ runs: [String]) -> String {
        if runs.isEmpty { return "" }
        let more = runs.count > limit ? ", and \(runs.count - limit) more" : ""
        return ": " + runs.suffix(limit).reversed().map { VisibleText.visible($0) }.joined(separator: ", ") + more
    }
}
