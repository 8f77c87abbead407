import RunbookBodies
import RunbookModel

/// A block of commands, in which each value of the runbook has become a variable of the shell.
///
/// `${index}` stays as it is and `index` is set; `${leader.url}` becomes `${leader_url}`. What is no reference, such as
/// `${HOME}` or `${x:-1}`, is the shell's own.
struct ShellScript {
    /// What the names of fields begin with that hold values.
    static let field = "variable."
    /// The longest title, in bytes.
    private static let titleLimit = 120

    /// The commands.
    private(set) var text = ""
    /// The variables and the values they get.
    private(set) var variables: [(name: String, hole: Hole)] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The first line that does something, with its values.
    let title: Template

    init(_ block: BlockText) {
        title = ShellScript.title(of: block)
        let body = TextBody.parse(block, as: .shell, malformed: .literal)
        diagnostics = body.diagnostics
        for segment in body.template.segments {
            switch segment {
            case .literal(let literal): text += literal
            case .hole(let hole): add(hole)
            }
        }
        if text.utf8.contains(0) {
            diagnostics.append(
                Diagnostic(
                    "shell/zero-byte", "a command cannot hold a NUL", at: block.span, help: "remove the character"))
        }
    }

    private static func title(of block: BlockText) -> Template {
        var start = 0
        for line in block.text.split(separator: "\n", omittingEmptySubsequences: false) {
            let blanks = line.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            let content = line.utf8.dropFirst(blanks)
            if let first = content.first, first != UInt8(ascii: "#") {
                let isLong = content.count > titleLimit
                // Not inside of a character, whose further bytes begin with the bits 10.
                var kept = isLong ? content.prefix(titleLimit) : content
                while isLong, let last = kept.last, last & 0x80 != 0 { kept.removeLast() }
                let range = start + blanks..<start + blanks + kept.count
                let shown = TextBody.parse(block, in: range, malformed: .literal).template
                return isLong ? Template(shown.segments + [.literal("…")]) : shown
            }
            start += line.utf8.count + 1
        }
        return Template(literal: "nothing")
    }

    private mutating func add(_ hole: Hole) {
        let name = ShellScript.variable(hole.reference)
        text += "${\(name)}"
        if let problem = ShellScript.problem(with: name, hole) { diagnostics.append(problem) }
        guard !variables.contains(where: { $0.name == name && $0.hole.reference == hole.reference }) else { return }
        if let other = variables.first(where: { $0.name == name }) {
            diagnostics.append(
                Diagnostic(
                    "shell/variable",
                    "`\(hole.reference)` and `\(other.hole.reference)` would both be the variable `\(name)`",
                    at: hole.span, help: "capture one of them under a name of its own"))
        }
        variables.append((name, Hole(reference: hole.reference, context: .text, span: hole.span)))
    }

    /// A reference as the name of a variable: everything but letters, digits and `_` becomes `_`.
    private static func variable(_ reference: ValueReference) -> String {
        var name = String(
            reference.description.unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain || scalar == "_" ? Character(scalar) : "_"
            })
        while name.hasSuffix("_") { name.removeLast() }
        return name.replacing("__", with: "_")
    }

    /// Names that shells and the programs they start obey.
    private static func problem(with name: String, _ hole: Hole) -> Diagnostic? {
        let upper = name.uppercased()
        let obeyed = ["PATH", "HOME", "IFS", "ENV", "SHELL", "CDPATH", "TMPDIR"]
        guard obeyed.contains(upper) || upper.hasPrefix("LD_") || upper.hasPrefix("BASH_") || upper.hasSuffix("_PROXY")
        else { return nil }
        return Diagnostic(
            "shell/variable", "a variable `\(name)` would change how commands are run", at: hole.span,
            help: "give the value another name")
    }
}
