import RunbookModel
import RunbookRun

extension PersonAnswer {
    /// The answer with the words of the person masked; a value is needed as it is.
    func masked(by secrets: SecretLedger) -> PersonAnswer {
        if case .skip(let reason) = self { return .skip(reason: secrets.masked(reason)) }
        return self
    }
}
