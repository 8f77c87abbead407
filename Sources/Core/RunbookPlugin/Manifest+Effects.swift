public import RunbookModel

extension Manifest {
    /// What the steps of an external handler do to their targets: a rule, so that no program need be asked.
    public struct Effects: Sendable, Hashable {
        /// The effect of a `run`.
        public let run: Effect
        /// The effect of a `verify`; the handler must keep its word that it only reads.
        public let verify: Effect
        /// Words that make a `run` destroy when they stand anywhere in its content, in any case of letters.
        public let destroyWords: [String]

        /// Makes a rule.
        public init(run: Effect, verify: Effect, destroyWords: [String] = []) {
            self.run = run
            self.verify = verify
            self.destroyWords = destroyWords
        }

        /// The effect of a block.
        public func effect(of content: String, isVerify: Bool) -> Effect {
            if isVerify { return verify }
            let words = content.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
            let destroys = !Set(destroyWords.map { $0.lowercased() }).isDisjoint(with: words.map(String.init))
            return destroys ? max(run, .destroy) : run
        }
    }
}
