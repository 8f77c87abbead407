/// A simple command of a shell: words, and what it reads from its standard input.
struct ShellCommand {
    /// The words; the first is the command's name.
    var words: [ShellWord] = []
    /// The text of its here-document.
    var input: ShellWord?
    /// Where it is, without its here-document, in bytes of the block.
    var range: Range<Int>
}
