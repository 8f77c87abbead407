import OrderedJSON
import RunbookModel
import RunbookRun

/// What was sent and what came back, below the line of its step, for whoever asked to see it.
struct SeenLines {
    /// The most lines of one response that are shown, and of one that is wanted whole.
    private static let most = (lines: 40, wholeLines: 400)

    /// The columns that all of it is moved to the right by.
    let indent: Int
    /// The columns of a line, and of one that may be as long as it is.
    let width: Int
    let limit: Int

    /// A request: its line, and below it what else is sent.
    func request(_ action: ActionRecord) -> [RunLine] {
        let target = action.target.map { "  (\(VisibleText.oneLine($0)))" } ?? ""
        let line = VisibleText.oneLine(action.title, limit: 4000)
        return [margin + RunLine("> ", .frame) + RunLine(line) + RunLine(target, .faint)]
            + block(action.content, "> ", lines: Self.most.wholeLines)
    }

    /// A response, shaped for a person.
    ///
    /// - Parameter isWhole: Whether its status is shown, and all of its body.
    func response(_ response: ResponseRecord, isWhole: Bool = false) -> [RunLine] {
        let room = max(20, width - indent - 2)
        let text = ResponseText(response, width: room, limit: max(room, limit - indent - 2), isFolded: !isWhole).text
        let mark = isWhole ? "< " : "  "
        let status = response.status.map { "\($0), " } ?? ""
        let head = isWhole ? [margin + RunLine("< ", .frame) + RunLine(status + ElapsedText.text(response.took))] : []
        let whole = response.shownLength.flatMap { response.text.utf8.count < $0 ? $0 : nil }
        return head + block(text, mark, lines: isWhole ? Self.most.wholeLines : Self.most.lines, isWhole: isWhole)
            + (whole.map { [margin + RunLine(mark + "… \($0) bytes in all", .faint)] } ?? [])
    }

    /// The values that were captured.
    func values(_ values: StepValues) -> [RunLine] {
        let shown = values.captures.members.map { member in
            (member.name, VisibleText.oneLine(member.value.string ?? member.value.text(), limit: 300))
        }
        return (shown + values.secrets.map { ($0, "***") }).map { name, value in
            margin + RunLine("  ") + RunLine(VisibleText.oneLine(name), .code) + RunLine(" = \(value)")
        }
    }

    private var margin: RunLine { RunLine(String(repeating: " ", count: indent)) }

    private func block(_ text: String, _ mark: String, lines most: Int, isWhole: Bool = true) -> [RunLine] {
        if text.isEmpty { return [] }
        var lines = VisibleText.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        let rest = lines.count - most
        let room = max(20, limit - indent - mark.utf8.count)
        let shown = AlignedTable.fitted(Array(lines.prefix(most)), to: room, isWhole: isWhole)
        return shown.map { line in
            let blanks = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
            return (margin + RunLine(mark, .frame) + RunLine(String(line)))
                .hanging(by: indent + mark.utf8.count + blanks + 2)
        } + (rest > 0 ? [margin + RunLine("\(mark)… \(rest) more lines", .faint)] : [])
    }
}
