/// The key pair that the sandbox's cloud accepts; everybody may know it, because it opens nothing else.
package enum SandboxKey {
    /// The public half.
    package static let id = "LTAI5tRunbookSandbox01"
    /// The secret half.
    package static let secret = "RunbookSandboxKeyThatOpensNothing1"
}
