public import OrderedJSON

extension ParameterDeclaration {
    /// Why a value cannot be used, a phrase each; empty when it can.
    ///
    /// A secret must also be one that can be masked; nothing of it stands in a phrase.
    public func problems(with value: JSON) -> [String] {
        let problems = schema.problems(with: value)
        guard isSecret, problems.isEmpty else { return problems }
        let text = value.string ?? value.text()
        if text.contains(where: \.isNewline) { return ["it has several lines"] }
        if text.count < Masker.minimumLength {
            return ["it has less than \(Masker.minimumLength) characters, and could not be kept out of reports"]
        }
        return []
    }
}
