import RunbookModel
import RunbookReport

extension Diagnostic {
    /// The same, with commands that work from any folder.
    func completed(by place: CommandPlace) -> Diagnostic {
        var completed = self
        completed.help = help.map(place.completing)
        return completed
    }
}
