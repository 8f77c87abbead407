/// Which environment it is: what a plan and a run both say of it.
package struct EnvironmentHeading: Sendable, Hashable {
    /// Its name; `sandbox` for the embedded one.
    package let name: String
    /// The SHA-256 of its file's text, under which the store keeps the text itself; nil for a sandbox that the run starts.
    package let sha256: String?
    /// Whether nothing real is touched.
    package let isSandbox: Bool
    /// Whether everything in it may be lost.
    package let isDisposable: Bool

    /// The sandbox that a run starts, where no environment is named.
    package static let sandbox = EnvironmentHeading(name: "sandbox", sha256: nil, isSandbox: true, isDisposable: true)

    /// Makes a heading.
    package init(name: String, sha256: String?, isSandbox: Bool, isDisposable: Bool) {
        self.name = name
        self.sha256 = sha256
        self.isSandbox = isSandbox
        self.isDisposable = isDisposable
    }
}
