public import OrderedJSON

extension ParameterDeclaration {
    /// Why a value cannot be used, a phrase each; empty when it can.
    ///
    /// A secret must also be one that can be masked; nothing of it is in a phrase.
    public func problems(with value: JSON) -> [String] {
        let problems = schema.problems(with: value)
        guard isSecret, problems.isEmpty else { return problems }
        if value.holdsTruthValue { return ["it contains a boolean, which could not be masked in reports"] }
        let leaves = value.leaves
        if leaves.contains(where: { $0.contains(where: \.isNewline) }) {
            return ["it has several lines"]
        }
        if leaves.isEmpty || leaves.contains(where: { $0.unicodeScalars.count < Masker.minimumLength }) {
            let part = leaves.count > 1 ? "a part of it" : "it"
            return ["\(part) has less than \(Masker.minimumLength) characters, and could not be masked in reports"]
        }
        return []
    }
}
