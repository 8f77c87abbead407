/// Writes the help of a command.
struct HelpText {
    let command: Command
    /// The command's name behind the names of the groups it is in.
    let path: [String]
    /// Its arguments; nil for a group.
    let declaration: ArgumentDeclaration?
    let width: Int

    /// The usage line and where to read more: what is under an error.
    var usage: String {
        usageLine + "Help:  \(path.joined(separator: " ")) --help\n"
    }

    /// The whole help.
    var full: String {
        var parts = [wrap(command.abstract, width: width).joined(separator: "\n") + "\n", usageLine]
        parts += [section("Commands:", commandRows), section("Arguments:", argumentRows)]
        parts.append(section("Options:", optionRows))
        parts.append(discussion)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var usageLine: String {
        wrap("Usage: " + synopsis, width: width, hanging: 7).joined(separator: "\n") + "\n"
    }

    /// The command with what may be behind it.
    var synopsis: String {
        var words = path
        if let slots = declaration?.slots {
            words += slots.contains { !$0.isPositional } ? ["[OPTIONS]"] : []
            words += slots.filter(\.isPositional).map(placeholder)
        } else {
            words += ["COMMAND", "..."]
        }
        return words.joined(separator: " ")
    }

    private func placeholder(_ slot: Slot) -> String {
        switch slot.form {
        case .positional(.atMostOne): "[\(slot.name)]"
        case .positional(.any(let minimum)): minimum == 0 ? "[\(slot.name)...]" : "\(slot.name)..."
        default: slot.name
        }
    }

    private var commandRows: [(String, String)] { command.visibleCommands.map { ($0.name, $0.abstract) } }

    var argumentRows: [(String, String)] {
        (declaration?.slots ?? []).filter(\.isPositional).map { (placeholder($0), explanation($0)) }
    }

    var optionRows: [(String, String)] {
        var rows: [(String, String)] = []
        for slot in declaration?.slots ?? [] where !slot.isPositional {
            let short = slot.short.map { "-\($0), " } ?? "    "
            guard case .option(let placeholder, _) = slot.form else {
                rows.append((short + slot.spelling, explanation(slot)))
                continue
            }
            rows.append(("\(short)\(slot.spelling) \(placeholder)", explanation(slot)))
        }
        rows.append(("-h, --help", "show this help"))
        if command.version != nil { rows.append(("    --version", "show the version")) }
        return rows
    }

    private func explanation(_ slot: Slot) -> String {
        var notes: [String] = []
        if !slot.choices.isEmpty { notes.append(slot.choices.joined(separator: ", ")) }
        if let text = slot.defaultText { notes.append("default: \(text)") }
        if case .option(_, repeats: true) = slot.form { notes.append("may be repeated") }
        return notes.isEmpty ? slot.help : "\(slot.help) (\(notes.joined(separator: "; ")))"
    }

    /// Two columns; a row whose first column is too wide for its place has its explanation below it.
    private func section(_ title: String, _ rows: [(String, String)]) -> String {
        if rows.isEmpty { return "" }
        let widest = rows.map(\.0.count).filter { $0 <= min(28, width / 2) }.max() ?? 0
        let column = 2 + widest + 2
        var lines = [title]
        for (name, text) in rows {
            let wrapped = wrap(text, width: width - column)
            let indent = String(repeating: " ", count: column)
            if name.count > widest {
                lines.append("  " + name)
                lines += wrapped.map { indent + $0 }
            } else {
                let padded = "  " + name + String(repeating: " ", count: widest - name.count + 2)
                lines.append(wrapped.first.map { padded + $0 } ?? "  " + name)
                lines += wrapped.dropFirst().map { indent + $0 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Wrapped paragraphs, and indented lines as they are.
    private var discussion: String {
        if command.discussion.isEmpty { return "" }
        var lines: [String] = []
        var paragraph: [Substring] = []
        func flush() {
            lines += wrap(paragraph.joined(separator: " "), width: width)
            paragraph = []
        }
        for line in command.discussion.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix(" ") {
                flush()
                lines.append(String(line))
            } else {
                paragraph.append(line)
            }
        }
        flush()
        return lines.joined(separator: "\n") + "\n"
    }
}
