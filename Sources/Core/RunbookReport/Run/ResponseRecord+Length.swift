import RunbookModel
import RunbookRun

extension ResponseRecord {
    /// The length of the whole body in bytes; nil where a secret was taken out of it, whose length it would tell.
    var shownLength: Int? { text.utf8.holds(Masker.replacement.utf8) ? nil : length }

    /// The length in words, behind a comma; empty where it is not told.
    var lengthPhrase: String { shownLength.map { ", \($0) bytes" } ?? "" }
}
