/// Which target it is: what a plan and a run both say of it.
package struct TargetHeading: Sendable, Hashable {
    /// The name that steps use.
    package let name: String
    /// The kind.
    package let kind: String
    /// Whether its certificate is verified: if not, another system can answer in its place.
    package let isVerified: Bool

    /// Makes a heading.
    package init(name: String, kind: String, isVerified: Bool = true) {
        self.name = name
        self.kind = kind
        self.isVerified = isVerified
    }
}
