/// The manual page of a program, as `man` reads it (`man(7)`), from the declaration of its commands.
package struct ManualPage: Sendable {
    /// A section that no declaration knows, such as `ENVIRONMENT`.
    package struct Section: Sendable {
        /// Its title, in capital letters.
        let title: String
        /// Names and what is to be said of each; a text without a name is a paragraph.
        let entries: [(name: String, text: String)]

        /// Makes a section.
        package init(_ title: String, _ entries: [(name: String, text: String)]) {
            self.title = title
            self.entries = entries
        }
    }

    private let command: Command
    private let date: String
    private let description: [String]
    private let sections: [Section]

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - command: The program.
    ///   - date: When what it says changed last, as `2026-11-21`.
    ///   - description: What it is, in paragraphs.
    ///   - sections: What follows the commands.
    package init(_ command: Command, date: String, description: [String], sections: [Section]) {
        self.command = command
        self.date = date
        self.description = description
        self.sections = sections
    }

    /// The page.
    package var text: String {
        let name = command.name
        var lines = [
            ".TH \(Roff.argument(name.uppercased())) 1 \"\(date)\" \(Roff.argument(command.version ?? name))",
            ".nh", ".ad l",
            ".SH NAME", "\(Roff.text(name)) \\- \(Roff.text(command.abstract))", ".SH SYNOPSIS",
            "\\fB\(Roff.text(name))\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] ...", ".SH DESCRIPTION",
        ]
        for (index, paragraph) in description.enumerated() {
            lines += (index > 0 ? [".PP"] : []) + Roff.paragraph(paragraph)
        }
        lines.append(".SH COMMANDS")
        lines += commands(of: command, path: [name])
        for section in sections {
            lines.append(".SH \(Roff.argument(section.title))")
            for (index, entry) in section.entries.enumerated() {
                if entry.name.isEmpty {
                    lines += (index > 0 ? [".PP"] : []) + Roff.paragraph(entry.text)
                } else {
                    lines += [".TP", "\\fB\(Roff.text(entry.name))\\fR"] + Roff.paragraph(entry.text)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func commands(of group: Command, path: [String]) -> [String] {
        group.visibleCommands.flatMap { command -> [String] in
            let path = path + [command.name]
            switch command.content {
            case .group: return self.commands(of: command, path: path)
            case .action(let body):
                var declaration = ArgumentDeclaration()
                _ = body(&declaration)
                return section(command, declaration, path: path)
            }
        }
    }

    private func section(_ command: Command, _ declaration: ArgumentDeclaration, path: [String]) -> [String] {
        let help = HelpText(command: command, path: path, declaration: declaration, width: 10_000)
        let abstract = command.abstract.prefix(1).uppercased() + command.abstract.dropFirst() + "."
        var lines = [".SS \(Roff.argument(help.synopsis))", Roff.text(abstract)]
        for (name, text) in help.argumentRows + help.optionRows where name != "-h, --help" {
            let name = name.drop { $0 == " " }
            lines += [".TP", "\\fB\(Roff.text(String(name)))\\fR"] + Roff.paragraph(text)
        }
        return lines + discussion(command.discussion)
    }

    /// Paragraphs, and indented lines as they are.
    private func discussion(_ text: String) -> [String] {
        var lines: [String] = []
        var paragraph: [Substring] = []
        var isExample = false
        func flush() {
            if !paragraph.isEmpty { lines += [".PP"] + Roff.paragraph(paragraph.joined(separator: " ")) }
            if isExample { lines += [".EE", ".RE"] }
            (paragraph, isExample) = ([], false)
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(" ") {
                if !isExample {
                    flush()
                    lines += [".RS", ".EX"]
                    isExample = true
                }
                lines.append(Roff.text(String(line.drop { $0 == " " })))
            } else {
                if isExample || line.isEmpty { flush() }
                if !line.isEmpty { paragraph.append(line) }
            }
        }
        flush()
        return lines
    }
}
